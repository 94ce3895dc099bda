"""Reads of events: the rows of a competition page, and one with its components."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from competitions.enums import EntryState
from competitions.models import Competition, Component, Draw, Entry, Event, PanelSeat
from competitions.queries.competitions import STANDING


@dataclass(frozen=True)
class EventCounts:
    """How many entries, approved entries and judges an event has."""

    entries: int
    approved: int
    judges: int


def events_of(competition: Competition) -> list[Event]:
    """Return the events of a competition in order; one statement."""
    return list(
        Event.objects.filter(competition=competition)
        .select_related("competition", "occupation")
        .order_by("number")
    )


def event_counts(competition: Competition) -> dict[UUID, EventCounts]:
    """Count entries and judges of every event; one statement."""
    entries = Entry.objects.filter(event=OuterRef("pk"))
    seats = PanelSeat.objects.filter(panel__event=OuterRef("pk"))
    rows = (
        Event.objects.filter(competition=competition)
        .annotate(
            entered=_counted(entries.filter(state__in=STANDING), "event"),
            approved=_counted(entries.filter(state=EntryState.APPROVED), "event"),
            judging=_counted(seats, "panel__event", of="judge"),
        )
        .values_list("pk", "entered", "approved", "judging")
    )
    return {pk: EventCounts(*numbers) for pk, *numbers in rows}


def components_of(event: Event) -> list[Component]:
    """Return the components of an event with their stages, in order."""
    return list(
        Component.objects.filter(stage__event=event)
        .select_related("stage")
        .order_by("stage__position", "position")
    )


def draws_of(events: list[UUID]) -> list[Draw]:
    """Return the draws of some events; one statement."""
    return list(Draw.objects.filter(event__in=events).order_by("committed_at"))


def _counted(
    rows: QuerySet[Entry] | QuerySet[PanelSeat], by: str, of: str = "pk"
) -> Coalesce:
    """Count a correlated query; a judge on two panels counts once."""
    counts = rows.order_by().values(by).annotate(number=Count(of, distinct=True))
    return Coalesce(Subquery(counts.values("number"), output_field=IntegerField()), 0)
