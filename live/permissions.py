"""Who may run boards."""

from competitions.enums import Capability
from competitions.models import Event
from competitions.permissions import AnyUser, has_capability


def can_run_board(user: AnyUser, event: Event) -> bool:
    """Tell whether a user may say what an event's board shows."""
    return has_capability(user, Capability.BOARDS_RUN, event=event)
