"""Lays open the scores of a panel once every judge of it has entered."""

from datetime import datetime
from decimal import Decimal

from scoring.models import Aspect, Reveal
from scoring.queries.books import Book
from scoring.queries.figures import mean_of, seat_total
from scoring.rules import revealing
from scoring.rules.judgement import FEWEST_JUDGES
from scoring.rules.rounding import round_half_up


def due_reveal(book: Book, aspect: Aspect, at: datetime) -> Reveal | None:
    """Return the reveal that is due after a mark for an aspect, not yet saved.

    Nothing is due while a judge has not entered, a seat waits for a decision about a
    conflict, or the panel is too small to judge.
    """
    if book.is_measured_together(aspect) or book.is_revealed(aspect):
        return None
    if any(seat.is_held for seat in book.seats):
        return None
    if book.combines_at_aspect:
        return _aspect_reveal(book, aspect, at)
    return _sheet_reveal(book, at)


def _aspect_reveal(book: Book, aspect: Aspect, at: datetime) -> Reveal | None:
    marks = [
        (seat.number, book.marks[aspect.pk, seat.number].value)
        for seat in book.seats
        if book.has_entered(aspect, seat)
    ]
    if len(marks) < max(len(book.seats), FEWEST_JUDGES):
        return None
    outcome = revealing.reveal(
        [int(value) for _, value in marks],
        aspect.max_mark or Decimal(0),
        drops_extremes=book.scheme.drops_extremes,
    )
    return Reveal(
        sheet=book.sheet,
        aspect=aspect,
        round=book.round_of(aspect),
        scores=[{"seat": seat, "value": value} for seat, value in marks],
        needs_rescore=outcome.needs_rescore,
        mark=outcome.mark,
        revealed_at=at,
    )


def _sheet_reveal(book: Book, at: datetime) -> Reveal | None:
    if not book.seats or not all(
        book.has_entered(aspect, seat)
        for aspect in book.aspects.values()
        for seat in book.seats
    ):
        return None
    totals = {seat.number: seat_total(book, seat) for seat in book.seats}
    return Reveal(
        sheet=book.sheet,
        aspect=None,
        round=1,
        scores=[
            {"seat": seat, "value": str(round_half_up(total))}
            for seat, total in totals.items()
        ],
        needs_rescore=False,
        mark=round_half_up(mean_of(book.scheme).of(totals.values())),
        revealed_at=at,
    )
