"""Reads of accounts and the roles they hold."""

from django.db.models import Prefetch, QuerySet

from competitions.models import Role, RoleAssignment
from people.models import User
from people.pinyin import person_sort_key


def users_with_roles() -> QuerySet[User]:
    """Return all accounts with their assignments; two statements."""
    return User.objects.prefetch_related(Prefetch("roles", queryset=assignments()))


def by_pinyin(users: QuerySet[User]) -> list[User]:
    """Return accounts by the pinyin of their names, each with its ``pinyin``.

    Sorted here: an account may belong to no person, and only persons store theirs.
    """
    rows = list(users)
    for row in rows:
        row.pinyin = person_sort_key(row.name)  # type: ignore[attr-defined]  # for the table
    return sorted(rows, key=lambda row: (row.pinyin, row.username))  # type: ignore[attr-defined]  # set above


def holds_role(*, user: User, role: Role, reach: str) -> bool:
    """Tell whether a user holds a role in just this place already."""
    return RoleAssignment.objects.filter(user=user, role=role, reach=reach).exists()


def assignments() -> QuerySet[RoleAssignment]:
    """Return role assignments with everything their sentence needs."""
    return RoleAssignment.objects.select_related(
        "role", "competition", "event__competition", "organisation"
    ).order_by("role__position", "pk")
