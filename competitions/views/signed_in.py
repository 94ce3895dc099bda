"""The user behind a request to the office."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from people.models import User


def user_of(request: HttpRequest) -> User:
    """Return the signed-in user; the middleware lets nobody else through."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
