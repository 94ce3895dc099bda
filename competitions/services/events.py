"""Creates events, keeps what is known of them right, and removes empty ones."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from competitions.enums import (
    BlindLayers,
    EventGroup,
    MeasurementProcedure,
    NameDisplay,
)
from competitions.models import Competition, Event, Occupation
from competitions.services.components import StageLine, write_stages
from competitions.services.occupations import keep_occupation
from competitions.services.refusal import Refusal
from competitions.services.trail import record_for_competition
from people.models import User


class EventChangedMeanwhile(Refusal):
    """Somebody else saved the same event after the page was opened."""

    sentence = _(
        "Somebody else changed this event while you were editing. Nothing was saved:"
        " open the page again and repeat your change."
    )


class EventInUse(Refusal):
    """An event with entries, judges or draws is not removed."""

    sentence = _(
        "This event already has entries, panels or draws, so it cannot be removed."
        " Withdraw its entries instead."
    )


class TeamSizeFixed(Refusal):
    """Entries were made for the old team size."""

    sentence = _(
        "Entries already exist, so the number of competitors per entry can no longer"
        " change."
    )


@dataclass(frozen=True, kw_only=True)
class EventDetails:
    """What is told of an event, as typed; without stages its marks come later."""

    name: str
    group: str = EventGroup.WORKERS
    name_en: str = ""
    occupation: Occupation | None = None
    skill_number: str = ""
    team_size: int = 1
    name_display: str = NameDisplay.FULL
    measurement_procedure: str = MeasurementProcedure.AGREED
    blind_layers: int = BlindLayers.OPEN
    number_of_stations: int = 0
    stages: tuple[StageLine, ...] = ()


@transaction.atomic
def create_event(
    *, competition: Competition, details: EventDetails, by: User, at: datetime
) -> Event:
    """Add an event with the next free number, and its components when given.

    Raises ValidationError that names the field.
    """
    Competition.objects.select_for_update().get(pk=competition.pk)
    last = competition.events.aggregate(last=Max("number"))["last"] or 0
    event = Event(competition=competition, number=last + 1, **_values(details))
    event.full_clean()
    event.save(force_insert=True)
    _record(event, "event.created", {"name": event.name}, by, at)
    if details.stages:
        write_stages(event=event, stages=details.stages)
    return event


@transaction.atomic
def update_event(
    *, event: Event, version: int, details: EventDetails, by: User, at: datetime
) -> Event:
    """Change what is known of an event; stages are left to ``set_components``.

    Raises EventChangedMeanwhile when ``version`` is no longer the newest,
    TeamSizeFixed, and ValidationError that names the field.
    """
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.version != version:
        raise EventChangedMeanwhile
    wanted = _values(details)
    changed = [field for field in wanted if getattr(event, field) != wanted[field]]
    if not changed:
        return event
    if "team_size" in changed and event.entries.exists():
        raise TeamSizeFixed
    for field in changed:
        setattr(event, field, wanted[field])
    event.full_clean()
    event.version += 1
    event.save(update_fields=[*changed, "version"])
    _record(event, "event.updated", {"name": event.name, "fields": changed}, by, at)
    return event


@transaction.atomic
def remove_event(*, event: Event, by: User, at: datetime) -> None:
    """Remove an event nobody entered yet; raises EventInUse otherwise."""
    event = Event.objects.select_for_update().get(pk=event.pk)
    if event.entries.exists() or event.panels.exists() or event.draws.exists():
        raise EventInUse
    _record(event, "event.removed", {"name": event.name}, by, at)
    event.delete()


def _values(details: EventDetails) -> dict[str, Any]:
    values = {
        field.name: getattr(details, field.name)
        for field in fields(details)
        if field.name != "stages"
    }
    if details.occupation:
        values["occupation"] = keep_occupation(details.occupation)
    return values


def _record(
    event: Event, action: str, payload: dict[str, Any], by: User, at: datetime
) -> None:
    record_for_competition(
        competition_id=event.competition_id,
        object_id=f"event:{event.pk}",
        action=action,
        payload=payload,
        by=by,
        at=at,
    )
