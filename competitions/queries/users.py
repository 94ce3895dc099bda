"""Reads of accounts and the roles they hold."""

from django.db.models import Prefetch, QuerySet

from competitions.models import RoleAssignment
from people.models import User


def users_with_roles() -> QuerySet[User]:
    """Return all accounts with their assignments, by name; two statements."""
    return User.objects.prefetch_related(
        Prefetch("roles", queryset=assignments())
    ).order_by("name", "username", "pk")


def assignments() -> QuerySet[RoleAssignment]:
    """Return role assignments with everything their sentence needs."""
    return RoleAssignment.objects.select_related(
        "role", "competition", "event__competition", "organisation"
    ).order_by("role__position", "pk")
