"""Appoints organisers, judges and chief judges, and opens accounts for new judges."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from competitions.models import Competition, Event, PanelSeat, Role, RoleAssignment
from competitions.queries.judges import CHIEF_JUDGE, JUDGE
from competitions.queries.organisers import ORGANISER
from competitions.services.roles import (
    OpenedAccount,
    Place,
    assign_role,
    open_account,
    withdraw_role,
)
from people.models import Organisation, Person, User
from people.services import (
    PersonDetails,
    actor_of,
    find_or_register_person,
    register_person,
)


@dataclass(frozen=True)
class NewJudge:
    """Somebody without an account, as the organiser knows him."""

    name: str
    organisation: Organisation
    username: str
    identity_number: str = ""


@transaction.atomic
def name_organiser(
    *, competition: Competition, organiser: User, by: User, at: datetime
) -> RoleAssignment:
    """Let an account run a competition; it may be one of several that do."""
    return assign_role(
        user=organiser,
        role=Role.objects.get(code=ORGANISER),
        place=Place(competition=competition),
        by=by,
        at=at,
    )


@transaction.atomic
def appoint_to_mark(
    *, event: Event, judge: User, by: User, at: datetime
) -> RoleAssignment:
    """Give a judge the role that lets him mark in the event."""
    return assign_role(
        user=judge,
        role=Role.objects.get(code=JUDGE),
        place=Place(event=event),
        by=by,
        at=at,
    )


@transaction.atomic
def release_from_marking(*, event: Event, judge: User, by: User, at: datetime) -> None:
    """Take the role back from a judge who has no seat in the event any more."""
    if PanelSeat.objects.filter(panel__event=event, judge=judge).exists():
        return
    for assignment in RoleAssignment.objects.filter(
        user=judge, event=event, role__code=JUDGE
    ).select_related("role", "user", "event"):
        withdraw_role(assignment=assignment, by=by, at=at)


@transaction.atomic
def appoint_chief_judge(
    *, event: Event, judge: User, by: User, at: datetime
) -> RoleAssignment:
    """Let a judge lead the judges of an event and accept their marks."""
    return assign_role(
        user=judge,
        role=Role.objects.get(code=CHIEF_JUDGE),
        place=Place(event=event),
        by=by,
        at=at,
    )


@transaction.atomic
def dismiss_chief_judge(*, event: Event, judge: User, by: User, at: datetime) -> None:
    """Take the lead of an event's judges back."""
    for assignment in RoleAssignment.objects.filter(
        user=judge, event=event, role__code=CHIEF_JUDGE
    ).select_related("role", "user", "event"):
        withdraw_role(assignment=assignment, by=by, at=at)


@transaction.atomic
def open_judge_account(
    *, candidate: NewJudge, event: Event, by: User, at: datetime
) -> OpenedAccount:
    """Open an account for a person of the register, or a new one, and make him judge.

    Raises ValidationError naming the field, also when the person has an account.
    """
    person = _person(candidate, by, at)
    known = User.objects.filter(person=person).first()
    if known:
        raise ValidationError(
            {
                "name": _(
                    "%(name)s already has the account “%(username)s”; choose this"
                    " judge by name on the page of the panels."
                )
                % {"name": person.name, "username": known.username}
            }
        )
    opened = open_account(
        username=candidate.username, name=person.name, person=person, by=by, at=at
    )
    appoint_to_mark(event=event, judge=opened.user, by=by, at=at)
    return opened


def _person(candidate: NewJudge, by: User, at: datetime) -> Person:
    details = PersonDetails(
        name=candidate.name,
        organisation=candidate.organisation,
        identity_number=candidate.identity_number,
    )
    actor = actor_of(by)
    if candidate.identity_number:
        person, _is_new = find_or_register_person(details=details, actor=actor, at=at)
        return person
    alike = list(
        Person.objects.filter(
            name=" ".join(candidate.name.split()), organisation=candidate.organisation
        )[:2]
    )
    if len(alike) > 1:
        raise ValidationError(
            {
                "identity_number": _(
                    "Several people of this unit are called %(name)s; the identity"
                    " number says which one is meant."
                )
                % {"name": candidate.name}
            }
        )
    return alike[0] if alike else register_person(details=details, actor=actor, at=at)
