"""How the events of competitions read; every name in them is the name of its day."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from audit import wording
from competitions.enums import CompetitionState

_SENTENCES = {
    "competition.created": _("Created the competition %(name)s"),
    "competition.updated": _("Changed the details of the competition"),
    "competition.hosts_set": _("Set the hosts: %(hosts)s"),
    "competition.removed": _("Removed the competition %(name)s"),
    "event.created": _("Added the event %(name)s"),
    "event.updated": _("Changed the details of the event %(name)s"),
    "event.removed": _("Removed the event %(name)s"),
    "event.components_set": _("Set the components: %(components)s"),
    "role.assigned": _("Gave %(name)s the role %(role)s"),
    "role.withdrawn": _("Withdrew the role %(role)s from %(name)s"),
    "user.password_renewed": _("Gave the account %(username)s a new first password"),
}

# The phase is part of the action, so that its name follows the reader's language.
_MOVES = {
    "competition.advanced": _("Moved on to the phase: {phase}"),
    "competition.stepped_back": _("Went back to the phase: {phase}"),
    "competition.resumed": _("Resumed in the phase: {phase}"),
    "competition.stopped": _("{phase}: %(reason)s"),
}


def register_wording() -> None:
    """Hand the sentences of competitions, events and roles to the audit pages."""
    for action, template in _SENTENCES.items():
        wording.register(action, template)
    for action, template in _MOVES.items():
        for state in CompetitionState:
            wording.register(
                f"{action}.{state}", format_lazy(template, phase=state.label)
            )
