"""Reads who organises competitions."""

from typing import Final

from competitions.enums import Capability
from competitions.models import Competition, Role, RoleAssignment
from competitions.queries.accounts import labels_of
from people.models import User

#: The role whoever runs one competition holds; what it may do stays in its row.
ORGANISER: Final = "organiser"


def organiser_labels() -> list[str]:
    """Return, by name, the accounts that create or manage competitions."""
    held = RoleAssignment.objects.filter(role__in=_roles()).values("user")
    users = User.objects.filter(pk__in=held, is_active=True)
    return labels_of(
        users.select_related("person__organisation").order_by("name", "pk")
    )


def organisers_of(competition: Competition) -> list[RoleAssignment]:
    """Return who runs a competition, with units, in the order of appointment."""
    held = RoleAssignment.objects.filter(competition=competition, role__code=ORGANISER)
    return list(
        held.select_related("user__person__organisation").order_by("assigned_at", "pk")
    )


def _roles() -> list[int]:
    # SQLite cannot look into a list, and there are a handful of roles.
    wanted = {Capability.COMPETITIONS_CREATE, Capability.COMPETITIONS_MANAGE}
    return [
        pk
        for pk, capabilities in Role.objects.values_list("pk", "capabilities")
        if wanted.intersection(capabilities)
    ]
