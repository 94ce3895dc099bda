"""Asks the apps above what a user may do; they register when they start.

Roles live above this app, so it only knows the codes of its own capabilities.
"""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from people.models import User

PEOPLE_SEE = "people.see"
PEOPLE_EDIT = "people.edit"

Check = Callable[[User, str], bool]

_checks: list[Check] = []


def register(check: Check) -> None:
    """Let an upper app grant capabilities; without any, all are denied."""
    if check not in _checks:
        _checks.append(check)


def has_capability(user: User | AnonymousUser, capability: str) -> bool:
    """Whether a signed-in user holds a capability; system administrators hold all."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or any(check(user, capability) for check in _checks)


def not_found_unless(allowed: bool) -> None:  # noqa: FBT001  # reads as a sentence
    """Answer 404 where a user may not go: what a role may not see does not exist."""
    if not allowed:
        raise Http404
