"""Opens accounts."""

from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import transaction

from audit.services import record
from audit.streams import REGISTER
from people.models import Person, User


def actor_of(user: User | AnonymousUser) -> str:
    """Return how audit events name the user of a request, whom the page let in."""
    return f"user:{user.pk}"


@transaction.atomic
def create_user(
    *,
    username: str,
    password: str,
    actor: str,
    at: datetime,
    person: Person | None = None,
    name: str = "",
) -> User:
    """Open an account, named after its person unless another name is given.

    The password is not judged here: forms do, and accounts of the demo are simple.
    """
    user = User(username=username, person=person, name=name)
    if person and not name:
        user.name = person.name
    user.set_password(password)
    user.date_joined = at
    user.full_clean()
    user.save(force_insert=True)
    record(
        stream=REGISTER,
        actor=actor,
        action="user.created",
        object_id=f"user:{user.pk}",
        payload={"username": user.username, "name": user.name},
        at=at,
    )
    return user


@transaction.atomic
def change_password(*, user: User, password: str, at: datetime) -> User:
    """Give an account a new password, which the form has judged."""
    row = User.objects.select_for_update().get(pk=user.pk)
    row.set_password(password)
    row.save(update_fields=["password"])
    record(
        stream=REGISTER,
        actor=actor_of(row),
        action="user.password_changed",
        object_id=f"user:{row.pk}",
        payload={"username": row.username},
        at=at,
    )
    return row
