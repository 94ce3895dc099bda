"""Who may see the year's targets and who may set them."""

from competitions.enums import Capability
from competitions.permissions import AnyUser, has_capability


def can_see_targets(user: AnyUser) -> bool:
    """Tell whether a user may see targets and what they count."""
    return has_capability(user, Capability.TARGETS_SEE)


def can_edit_targets(user: AnyUser) -> bool:
    """Tell whether a user may set targets."""
    return has_capability(user, Capability.TARGETS_EDIT)
