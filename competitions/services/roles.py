"""Gives roles to users and takes them back; opens the accounts that hold them."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import REGISTER
from competitions.enums import Capability, RoleScope
from competitions.models import Competition, Event, Role, RoleAssignment
from competitions.services.refusal import Refusal
from people.models import Organisation, Person, User
from people.services import actor_of, create_user

# Letters and digits that nobody confuses when reading from a screen or from paper.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP_LENGTH = 3, 4


class OwnRole(Refusal):
    """Whoever gives roles cannot shut himself out."""

    sentence = _(
        "You cannot withdraw the role through which you give roles; ask another"
        " administrator."
    )


@dataclass(frozen=True)
class Place:
    """How far an assignment reaches; nothing given is the whole system."""

    competition: Competition | None = None
    event: Event | None = None
    organisation: Organisation | None = None

    @property
    def reach(self) -> str:
        """The place as one text, which a constraint can hold unique."""
        reach = "system"
        if self.competition:
            reach = f"competition:{self.competition.pk}"
        if self.event:
            reach = f"event:{self.event.pk}"
        return f"{reach}@{self.organisation.pk}" if self.organisation else reach

    @property
    def name(self) -> str:
        """The names of the place for the audit; blank for the whole system."""
        parts = (self.event or self.competition, self.organisation)
        return " · ".join(part.name for part in parts if part)


@dataclass(frozen=True)
class OpenedAccount:
    """A new account and its first password, which is stored nowhere."""

    user: User
    first_password: str


@transaction.atomic
def assign_role(
    *, user: User, role: Role, place: Place, by: User, at: datetime
) -> RoleAssignment:
    """Let a user hold a role in a place; holding it already changes nothing.

    Raises ValidationError naming the field when the place does not fit the role.
    """
    _refuse_place(role, place)
    assignment, is_new = RoleAssignment.objects.get_or_create(
        user=user,
        role=role,
        reach=place.reach,
        defaults={
            "competition": place.competition,
            "event": place.event,
            "organisation": place.organisation,
            "assigned_at": at,
        },
    )
    if is_new:
        _record("role.assigned", assignment, by, at)
    return assignment


@transaction.atomic
def withdraw_role(*, assignment: RoleAssignment, by: User, at: datetime) -> None:
    """Take a role back; raises OwnRole for the last way to give roles."""
    gives_roles = Capability.ROLES_ASSIGN in assignment.role.capabilities
    if gives_roles and assignment.user_id == by.pk:
        raise OwnRole
    _record("role.withdrawn", assignment, by, at)
    assignment.delete()


@transaction.atomic
def open_account(
    *,
    username: str,
    name: str,
    person: Person | None = None,
    by: User,
    at: datetime,
) -> OpenedAccount:
    """Open an account with a password to be told once and changed by its holder."""
    password = _first_password()
    user = create_user(
        username=username,
        password=password,
        name=name,
        person=person,
        actor=actor_of(by),
        at=at,
    )
    return OpenedAccount(user, password)


@transaction.atomic
def renew_password(*, user: User, by: User, at: datetime) -> OpenedAccount:
    """Give a user who forgot his password a new first one."""
    password = _first_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    record(
        stream=REGISTER,
        actor=actor_of(by),
        action="user.password_renewed",
        object_id=f"user:{user.pk}",
        payload={"username": user.username},
        at=at,
    )
    return OpenedAccount(user, password)


def _first_password() -> str:
    letters = [secrets.choice(_LETTERS) for _letter in range(_GROUPS * _GROUP_LENGTH)]
    starts = range(0, len(letters), _GROUP_LENGTH)
    return "-".join("".join(letters[start : start + _GROUP_LENGTH]) for start in starts)


def _refuse_place(role: Role, place: Place) -> None:
    if role.scope == RoleScope.EVENT and place.event is None:
        sentence = _("Choose the event: a %(role)s is appointed to one event.")
        raise ValidationError({"event": sentence % {"role": role.display_name}})
    if role.scope == RoleScope.SYSTEM and (place.competition or place.event):
        field = "event" if place.event else "competition"
        sentence = _("Leave this blank: a %(role)s works for the whole system.")
        raise ValidationError({field: sentence % {"role": role.display_name}})
    if role.scope == RoleScope.COMPETITION and place.event is not None:
        sentence = _("Leave this blank: a %(role)s works for a whole competition.")
        raise ValidationError({"event": sentence % {"role": role.display_name}})
    if role.scope == RoleScope.COMPETITION and place.competition is None:
        sentence = _("Choose the competition: a %(role)s works for one competition.")
        raise ValidationError({"competition": sentence % {"role": role.display_name}})
    acts_for_unit = Capability.ENTRIES_SUBMIT in role.capabilities
    if place.organisation is not None and not acts_for_unit:
        sentence = _("Leave this blank: a %(role)s does not act for one unit.")
        raise ValidationError({"organisation": sentence % {"role": role.display_name}})
    if acts_for_unit and place.organisation is None:
        sentence = _("Choose the unit for which the %(role)s submits entries.")
        raise ValidationError({"organisation": sentence % {"role": role.display_name}})


def _place_of(assignment: RoleAssignment) -> Place:
    return Place(assignment.competition, assignment.event, assignment.organisation)


def _record(action: str, assignment: RoleAssignment, by: User, at: datetime) -> None:
    place = _place_of(assignment)
    record(
        stream=REGISTER,
        actor=actor_of(by),
        action=action,
        object_id=f"user:{assignment.user_id}",
        payload={
            "name": assignment.user.get_full_name(),
            "role": " · ".join(filter(None, (assignment.role.name, place.name))),
        },
        at=at,
    )
