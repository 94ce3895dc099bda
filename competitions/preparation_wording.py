"""How panels, conflicts and draws read in the audit and among the activity."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from audit import wording
from competitions.enums import DrawKind

_SENTENCES = {
    "panel.created": _("Added the panel %(panel)s"),
    "panel.renamed": _("Renamed the panel %(before)s to %(panel)s"),
    "panel.removed": _("Removed the panel %(panel)s"),
    "seat.given": _("Gave %(judge)s seat %(seat)s of %(panel)s"),
    "seat.replaced": _("Seated %(judge)s instead of %(before)s on %(panel)s"),
    "seat.changed": _("Changed seat %(seat)s of %(panel)s (%(judge)s)"),
    "seat.moved": _("Moved %(judge)s to seat %(seat)s of %(panel)s"),
    "seat.removed": _("Took %(judge)s off %(panel)s"),
    "conflict.blocked": _("%(judge)s may not mark %(entry)s: %(reason)s"),
    "conflict.declared": _("%(judge)s marks %(entry)s after a declaration: %(reason)s"),
    "conflict.replaced": _(
        "A reserve judge marks %(entry)s instead of %(judge)s: %(reason)s"
    ),
    "conflict.reopened": _(
        "%(reserve)s no longer stands in, so who marks %(entry)s instead of %(judge)s"
        " must be decided anew"
    ),
}

# What is drawn is part of the action, so that it follows the reader's language.
_DRAWS = {
    "draw.committed": _("Published the commitment of a draw: {kind}"),
    "draw.drawn": _("Drew with the public value %(value)s: {kind}"),
    "draw.voided": _("Voided a draw ({kind}): %(reason)s"),
}


def register_preparation_wording() -> None:
    """Hand the sentences to the audit pages."""
    for action, template in _SENTENCES.items():
        wording.register(action, template)
    for action, template in _DRAWS.items():
        for kind in DrawKind:
            wording.register(f"{action}.{kind}", format_lazy(template, kind=kind.label))
