"""Removes a competition that was opened by mistake."""

from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import competition_stream
from competitions.models import Competition, Event, RoleAssignment
from competitions.queries.competitions import is_removable
from competitions.services.refusal import Refusal
from competitions.services.roles import withdraw_role
from people.models import User
from people.services import actor_of


class CompetitionStays(Refusal):
    """What was public or entered is postponed or cancelled, never removed."""

    sentence = _(
        "Only a competition without entries that was never public can be removed."
        " Postpone or cancel this one instead."
    )


@transaction.atomic
def remove_competition(*, competition: Competition, by: User, at: datetime) -> None:
    """Remove a competition nobody heard of, with its events and the roles in it.

    Raises CompetitionStays. Its history stays in the audit.
    """
    competition = Competition.objects.select_for_update().get(pk=competition.pk)
    # Entries lock their event, so none can be made between the check and the end.
    events = list(competition.events.select_for_update())
    if not is_removable(competition):
        raise CompetitionStays
    _withdraw_roles(competition, events, by, at)
    # Without the signal: the apps above would look for what is gone.
    record(
        stream=competition_stream(competition.pk),
        actor=actor_of(by),
        action="competition.removed",
        object_id=f"competition:{competition.pk}",
        payload={"name": competition.name},
        at=at,
    )
    try:
        competition.delete()
    except ProtectedError as error:
        raise CompetitionStays from error


def _withdraw_roles(
    competition: Competition, events: list[Event], by: User, at: datetime
) -> None:
    held = RoleAssignment.objects.filter(
        competition=competition
    ) | RoleAssignment.objects.filter(event__in=events)
    for assignment in held.select_related("role", "user", "competition", "event"):
        withdraw_role(assignment=assignment, by=by, at=at)
