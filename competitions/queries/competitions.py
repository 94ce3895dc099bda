"""Reads of competitions: the list of the office and one with its hosts."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from audit.queries import history
from audit.streams import competition_stream
from competitions.enums import CompetitionState, EntryState
from competitions.models import Competition, CompetitionHost, Entry, Event

#: Entries that reached the office and were not taken back.
STANDING = (EntryState.SUBMITTED, EntryState.APPROVED, EntryState.RETURNED)


def with_counts(competitions: QuerySet[Competition]) -> QuerySet[Competition]:
    """Add ``number_of_events`` and ``number_of_entries``, the latest first."""
    events = Event.objects.filter(competition=OuterRef("pk"))
    entries = Entry.objects.filter(
        event__competition=OuterRef("pk"), state__in=STANDING
    )
    return competitions.annotate(
        number_of_events=_counted(events, "competition"),
        number_of_entries=_counted(entries, "event__competition"),
    ).order_by("-starts_on", "-pk")


def open_competitions() -> QuerySet[Competition]:
    """Return the competitions that are neither closed nor cancelled."""
    over = (CompetitionState.CLOSED, CompetitionState.CANCELLED)
    return Competition.objects.exclude(state__in=over)


def was_public(competition: Competition) -> bool:
    """Tell whether the public could ever read of a competition; one statement."""
    told = (
        f"competition.advanced.{CompetitionState.REGISTRATION}",
        f"competition.stopped.{CompetitionState.POSTPONED}",
    )
    stream = competition_stream(competition.pk)
    return history().filter(stream__name=stream, action__in=told).exists()


def is_removable(competition: Competition) -> bool:
    """Tell whether a competition was opened in vain: no entry, never public."""
    return (
        competition.phase == CompetitionState.PLANNING
        and not Entry.objects.filter(event__competition=competition).exists()
        and not was_public(competition)
    )


def years(competitions: QuerySet[Competition]) -> list[int]:
    """Return the years in which competitions begin, the latest first."""
    days = competitions.order_by().dates("starts_on", "year", order="DESC")
    return [day.year for day in days]


def hosts_of(competition_id: UUID) -> list[CompetitionHost]:
    """Return the hosts of a competition in the order of its documents."""
    return list(
        CompetitionHost.objects.filter(competition=competition_id)
        .select_related("organisation")
        .order_by("pk")
    )


def first_hosts(competition_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the name of each competition's first host, for lists and exports."""
    rows = CompetitionHost.objects.filter(competition__in=list(competition_ids))
    names: dict[UUID, str] = {}
    for row in rows.select_related("organisation").order_by("-pk"):
        names[row.competition_id] = row.organisation.name
    return names


def _counted(rows: QuerySet[Event] | QuerySet[Entry], by: str) -> Coalesce:
    """Count the rows of a correlated query; joins would multiply each other."""
    counts = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counts, output_field=IntegerField()), 0)
