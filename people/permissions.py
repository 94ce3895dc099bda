"""Who may see and change the register."""

from django.contrib.auth.models import AnonymousUser

from people import access
from people.models import User


def can_see_people(user: User | AnonymousUser) -> bool:
    """Whether a user may read persons, units and dossiers."""
    return access.has_capability(user, access.PEOPLE_SEE)


def can_edit_people(user: User | AnonymousUser) -> bool:
    """Whether a user may add and change persons and units."""
    return access.has_capability(user, access.PEOPLE_EDIT)
