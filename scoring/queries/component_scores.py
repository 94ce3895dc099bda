"""Reads of component scores: the grid of an event, and one entry's deductions."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Prefetch, Q

from competitions.enums import ComponentSource, EntryState
from competitions.models import Component, Entry, Event
from competitions.queries.entries import members
from competitions.queries.entry_names import office_name
from scoring.models import ComponentScore, Deduction, Tally
from scoring.queries.sheets import TAKING_PART


@dataclass(frozen=True)
class ScoreRow:
    """An entry of the grid with what it has lost and what it comes to."""

    entry: Entry
    name: str
    deducted: Decimal
    total: Decimal | None


@dataclass(frozen=True)
class ScoreGrid:
    """Components across, entries down; ``marks`` by component and entry."""

    components: tuple[Component, ...]
    rows: tuple[ScoreRow, ...]
    marks: dict[tuple[UUID, UUID], Decimal]

    @property
    def cells(self) -> list[tuple[UUID, UUID]]:
        """The cells that need a mark: those of the entries that take part."""
        return [
            (component.pk, row.entry.pk)
            for component in self.components
            for row in self.rows
            if row.entry.attendance in TAKING_PART
        ]

    @property
    def entered(self) -> int:
        """How many of these cells have their mark."""
        return sum(cell in self.marks for cell in self.cells)


def score_grid(event: Event) -> ScoreGrid:
    """Return the grid of an event by entry number, in six statements."""
    entries = list(
        Entry.objects.filter(event=event, state=EntryState.APPROVED)
        .select_related("organisation")
        .prefetch_related(Prefetch("members", queryset=members()))
        .order_by("number", "pk")
    )
    lost: dict[UUID, Decimal] = {}
    for deduction in Deduction.objects.filter(entry__event=event):
        before = lost.get(deduction.entry_id, Decimal("0.00"))
        lost[deduction.entry_id] = before + deduction.amount
    totals = dict(Tally.objects.filter(event=event).values_list("entry_id", "total"))
    return ScoreGrid(
        components=tuple(imported_components(event)),
        rows=tuple(_row(entry, lost, totals) for entry in entries),
        marks={
            (score.component_id, score.entry_id): score.mark
            for score in ComponentScore.objects.filter(component__stage__event=event)
        },
    )


def imported_components(event: Event) -> Sequence[Component]:
    """Return the components that come as one mark, in their order."""
    return list(
        Component.objects.filter(stage__event=event, source=ComponentSource.IMPORTED)
        .select_related("stage__event")
        .order_by("stage__position", "position")
    )


def deductions_of(entry: Entry) -> list[Deduction]:
    """Return the deductions of an entry, the first one first."""
    return list(
        Deduction.objects.filter(entry=entry)
        .select_related("component", "entered_by")
        .order_by("entered_at", "pk")
    )


def _row(
    entry: Entry, lost: dict[UUID, Decimal], totals: dict[UUID, Decimal]
) -> ScoreRow:
    return ScoreRow(
        entry=entry,
        name=office_name(entry),
        deducted=lost.get(entry.pk, Decimal("0.00")),
        total=totals.get(entry.pk),
    )


def missing_scores(event_ids: Collection[UUID]) -> dict[UUID, int]:
    """Count the scores still to be entered; events without such components are absent.

    Two statements, whatever the number of events.
    """
    counted = Q(
        stage__event__entries__state=EntryState.APPROVED,
        stage__event__entries__attendance__in=TAKING_PART,
    )
    expected = (
        Component.objects.filter(
            stage__event__in=event_ids, source=ComponentSource.IMPORTED
        )
        .values("stage__event")
        .annotate(number=Count("stage__event__entries", filter=counted))
        .values_list("stage__event", "number")
    )
    entered = dict(
        ComponentScore.objects.filter(
            component__stage__event__in=event_ids,
            component__source=ComponentSource.IMPORTED,
            entry__state=EntryState.APPROVED,
            entry__attendance__in=TAKING_PART,
        )
        .values("component__stage__event")
        .annotate(number=Count("pk"))
        .values_list("component__stage__event", "number")
    )
    return {pk: number - entered.get(pk, 0) for pk, number in expected}
