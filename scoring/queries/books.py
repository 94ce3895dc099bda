"""Sheets with everything that stands on them, read in bulk.

A book is one sheet with its aspects, seats, marks, notes, reveals and signatures. It
answers every question about the sheet without asking the database again, so that a
batch of operations and a tablet's worklist cost the same number of statements
whatever their size.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from scoring.enums import (
    AGREED_SEAT,
    SECOND_PAIR_SEAT,
    AspectKind,
    CombineAt,
    SheetState,
)
from scoring.models import (
    Aspect,
    Mark,
    MarkingScheme,
    Reveal,
    Sheet,
    SheetNote,
    SheetSignature,
)
from scoring.queries.seats import ActiveSeat, seating_of
from scoring.rules.calculation import Calculation, CalculationKind
from scoring.rules.panel_size import fewest_judges
from scoring.rules.seating import RECORDER, SECOND_RECORDER

Place = tuple[UUID, int]


@dataclass
class Book:
    """One sheet and what stands on it; ``reveals`` holds the latest per aspect.

    Where judges combine at the whole sheet its reveal has the key None. Before it there
    may be reveals of single aspects that the panel scores again.
    """

    sheet: Sheet
    aspects: Mapping[UUID, Aspect]
    seats: tuple[ActiveSeat, ...]
    is_dual: bool
    marks: dict[Place, Mark] = field(default_factory=dict)
    notes: dict[Place, SheetNote] = field(default_factory=dict)
    reveals: dict[UUID | None, Reveal] = field(default_factory=dict)
    signatures: dict[int, SheetSignature] = field(default_factory=dict)

    @cached_property
    def scheme(self) -> MarkingScheme:
        """The scheme that is marked with."""
        return self.sheet.sub_criterion.criterion.scheme

    @cached_property
    def combines_at_aspect(self) -> bool:
        """Whether judges become one at each aspect, and measure together."""
        return self.scheme.combine_at == CombineAt.ASPECT

    @property
    def has_too_few_judges(self) -> bool:
        """Whether the panel could never finish the sheet before this entry."""
        kinds = {aspect.kind for aspect in self.aspects.values()}
        return len(self.seats) < fewest_judges(
            is_judged=AspectKind.JUDGEMENT in kinds,
            is_measured=AspectKind.MEASUREMENT in kinds,
            is_together=self.combines_at_aspect,
            is_dual=self.is_dual,
        )

    @property
    def is_closed(self) -> bool:
        """Whether a judge has signed, after which nothing changes."""
        unsigned = {SheetState.DRAFT, SheetState.COMPLETE}
        return bool(self.signatures) or self.sheet.state not in unsigned

    @property
    def is_signed_by_all(self) -> bool:
        """Whether every seat that marks this entry has signed."""
        numbers = {seat.number for seat in self.seats}
        return bool(numbers) and numbers <= set(self.signatures)

    def seat_of(self, judge_id: UUID) -> ActiveSeat | None:
        """Return the seat on which a judge marks this entry."""
        return next((seat for seat in self.seats if seat.judge_id == judge_id), None)

    def is_measured_together(self, aspect: Aspect) -> bool:
        """Whether the panel has one agreed value for an aspect."""
        return self.combines_at_aspect and aspect.kind == AspectKind.MEASUREMENT

    def mark_seat(self, aspect: Aspect, seat: ActiveSeat) -> int | None:
        """Return under which number a seat's value is kept; None if it enters none."""
        if not self.is_measured_together(aspect):
            return seat.number
        if seat.part == SECOND_RECORDER and self.is_dual:
            return SECOND_PAIR_SEAT
        return AGREED_SEAT if seat.part == RECORDER else None

    def reveal_of(self, aspect: Aspect) -> Reveal | None:
        """Return the latest reveal of an aspect, or the one of its whole sheet."""
        return self.reveals.get(None) or self.reveals.get(aspect.pk)

    def is_revealed(self, aspect: Aspect) -> bool:
        """Whether the panel's scores for an aspect are laid open and accepted."""
        reveal = self.reveal_of(aspect)
        return reveal is not None and not reveal.needs_rescore

    def round_of(self, aspect: Aspect) -> int:
        """Return the round in which an aspect is scored, or was accepted."""
        reveal = self.reveals.get(aspect.pk)
        if reveal is None:
            return 1
        return reveal.round + 1 if reveal.needs_rescore else reveal.round

    def own_mark(self, aspect: Aspect, seat: ActiveSeat) -> Mark | None:
        """Return what the judge of a seat has entered in any round.

        What another judge left on the seat before it was replaced is not it.
        """
        number = self.mark_seat(aspect, seat)
        mark = self.marks.get((aspect.pk, number)) if number is not None else None
        if mark is None or not mark.value:
            return None
        is_shared = self.is_measured_together(aspect)
        return mark if is_shared or mark.author_id == seat.judge_id else None

    def has_entered(self, aspect: Aspect, seat: ActiveSeat) -> bool:
        """Whether a seat has nothing left to enter for an aspect in this round."""
        mark = self.own_mark(aspect, seat)
        return mark is not None and mark.round == self.round_of(aspect)

    def agreed(self, aspect: Aspect) -> Mark | None:
        """Return the agreed value of a measurement; of two pairs when they match."""
        first = self.marks.get((aspect.pk, AGREED_SEAT))
        if first is None or not first.value:
            return None
        if not self.is_dual:
            return first
        second = self.marks.get((aspect.pk, SECOND_PAIR_SEAT))
        return first if second and second.value == first.value else None

    def differs(self, aspect: Aspect) -> bool:
        """Whether two pairs have measured and do not agree."""
        if not (self.is_dual and self.is_measured_together(aspect)):
            return False
        first = self.marks.get((aspect.pk, AGREED_SEAT))
        second = self.marks.get((aspect.pk, SECOND_PAIR_SEAT))
        values = [mark.value for mark in (first, second) if mark and mark.value]
        return len(values) > 1 and values[0] != values[1]


def calculation_of(aspect: Aspect) -> Calculation:
    """Return how a measurement aspect is calculated; yes or no without any."""
    row = aspect.calculation
    if row is None:
        return Calculation()
    return Calculation(CalculationKind(row.kind), dict(row.parameters))


def load_books(event_id: UUID, sheets: QuerySet[Sheet]) -> dict[UUID, Book]:
    """Read the books of sheets of one event; twelve statements at most."""
    found = list(
        sheets.select_related("sub_criterion__criterion__scheme", "entry").order_by(
            "sub_criterion__criterion_id", "sub_criterion__position", "entry_id"
        )
    )
    aspects = aspects_of({sheet.sub_criterion_id for sheet in found})
    seating = seating_of(event_id, [sheet.entry_id for sheet in found])
    books = {
        sheet.pk: Book(
            sheet=sheet,
            aspects=aspects.get(sheet.sub_criterion_id, {}),
            seats=seating.seats_for(sheet.sub_criterion.panel_id, sheet.entry_id),
            is_dual=seating.is_dual,
        )
        for sheet in found
    }
    _fill(books)
    return books


def aspects_of(sub_criterion_ids: Iterable[UUID]) -> dict[UUID, dict[UUID, Aspect]]:
    """Read aspects by sub criterion in their order; one statement."""
    found: dict[UUID, dict[UUID, Aspect]] = defaultdict(dict)
    for aspect in (
        Aspect.objects.filter(sub_criterion__in=set(sub_criterion_ids))
        .select_related("calculation")
        .order_by("sub_criterion_id", "position")
    ):
        found[aspect.sub_criterion_id][aspect.pk] = aspect
    return found


def _fill(books: dict[UUID, Book]) -> None:
    """Put marks, notes, reveals and signatures on their sheets."""
    on_these = {"sheet__in": list(books)}
    for mark in Mark.objects.filter(**on_these):
        books[mark.sheet_id].marks[mark.aspect_id, mark.seat] = mark
    for note in SheetNote.objects.filter(**on_these):
        books[note.sheet_id].notes[note.aspect_id, note.seat] = note
    # Rounds ascend, so that the latest reveal remains.
    for reveal in Reveal.objects.filter(**on_these).order_by("round"):
        books[reveal.sheet_id].reveals[reveal.aspect_id] = reveal
    for signature in SheetSignature.objects.filter(**on_these):
        books[signature.sheet_id].signatures[signature.seat] = signature
