"""The words the scripts of the tablet say, in the reader's language."""

from django.utils.translation import gettext as _


def judge_words() -> dict[str, str]:
    """Return the words by the keys the scripts know; %s stands for a figure."""
    return {
        "saved": _("Saved"),
        "saving": _("Saving %s"),
        "retrying": _("%s not saved: trying again"),
        "signedOut": _("Signed out: %s not saved"),
        "signInAgain": _("Sign in again"),
        "refused": _("%s not accepted"),
        "showRefused": _("Show it"),
        "noConnection": _("No connection."),
        "noSignIn": _("You are signed out."),
        "waitsHere": _(
            "%s entries wait in this page alone: do not leave or reload it, or they"
            " are lost."
        ),
        "willWait": _("What you enter now waits in this page until it can be sent."),
        "keptOffline": _("%s cannot be opened until then."),
        "markedOf": _("%(done)s of %(expected)s marked"),
        "savedAt": _("saved %s"),
        "markedAs": _("%(label)s marked %(value)s"),
        "cleared": _("%s cleared"),
        "keepStored": _("Keep %s"),
        "leaveEmpty": _("Leave it empty"),
        "takeSent": _("Enter %s"),
        "nothing": _("nothing"),
        "opening": _("Opening %s"),
        "kept": _("%s did not open: choose it again"),
        "otherSheet": _("the other sheet"),
    }
