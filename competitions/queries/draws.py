"""Reads of draws for the office."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from competitions.enums import DrawKind, DrawState, EntryState
from competitions.models import BlindCode, Draw, Entry, Event
from competitions.queries.entry_names import entries_with_members, office_name


@dataclass(frozen=True)
class DrawnRow:
    """One line of a result: what was given, to whom."""

    given: int
    name: str
    unit: str


@dataclass(frozen=True)
class KindOfDraw:
    """All draws of one kind: the one that counts, and those that were voided."""

    kind: DrawKind
    valid: Draw | None
    voided: tuple[Draw, ...]


@dataclass(frozen=True)
class DrawCounts:
    """How many approved entries an event has, and how many went without a draw."""

    approved: int
    unnumbered: int
    without_station: int


def draws_by_kind(event: Event) -> list[KindOfDraw]:
    """Return the draws of an event, kind by kind, the latest first; one statement."""
    rows = list(event.draws.order_by("-committed_at", "-pk"))
    return [
        KindOfDraw(
            kind=kind,
            valid=next(
                (
                    row
                    for row in rows
                    if row.kind == kind and row.state != DrawState.VOIDED
                ),
                None,
            ),
            voided=tuple(
                row
                for row in rows
                if row.kind == kind and row.state == DrawState.VOIDED
            ),
        )
        for kind in DrawKind
    ]


def drawn_rows(draw: Draw) -> list[DrawnRow]:
    """Return the result of a draw by names the office knows; three statements."""
    entries = {
        str(entry.pk): entry
        for entry in entries_with_members(Entry.objects.filter(event=draw.event_id))
    }
    return [
        DrawnRow(
            line["given"],
            office_name(entries[line["entry"]]),
            entries[line["entry"]].organisation.name,
        )
        for line in draw.result
        if line["entry"] in entries
    ]


def is_drawn_or_committed(event: Event) -> bool:
    """Tell whether a draw that counts lists the entries of an event already."""
    return event.draws.exclude(state=DrawState.VOIDED).exists()


def sealed_codes(event: Event) -> int:
    """Count the blind codes of an event; the codes themselves stay sealed."""
    return BlindCode.objects.filter(event=event).count()


def draw_counts(event_ids: Iterable[UUID]) -> dict[UUID, DrawCounts]:
    """Count what draws have left open in some events; one statement."""
    rows = (
        Entry.objects.filter(event__in=list(event_ids), state=EntryState.APPROVED)
        .order_by()
        .values("event")
        .annotate(
            approved=Count("pk"),
            unnumbered=Count("pk", filter=Q(number__isnull=True)),
            without_station=Count("pk", filter=Q(station__isnull=True)),
        )
        .values_list("event", "approved", "unnumbered", "without_station")
    )
    return {pk: DrawCounts(*counts) for pk, *counts in rows}
