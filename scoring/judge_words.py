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
        "savedAt": _("saved %s"),
        "markedAs": _("%(label)s marked %(value)s"),
        "cleared": _("%s cleared"),
        "keepStored": _("Keep %s"),
        "takeSent": _("Enter %s"),
        "nothing": _("nothing"),
        "opening": _("Opening %s"),
        "kept": _("%s did not open: choose it again"),
        "otherSheet": _("the other sheet"),
    }
