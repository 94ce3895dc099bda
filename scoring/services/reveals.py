"""Lays open the scores of a panel once every judge of it has entered."""

from datetime import datetime
from decimal import Decimal

from scoring.enums import AspectKind
from scoring.models import Aspect, Reveal
from scoring.queries.books import Book
from scoring.queries.figures import mean_of, seat_total
from scoring.rules import revealing
from scoring.rules.judgement import FEWEST_JUDGES, JudgementOutcome
from scoring.rules.rounding import round_half_up


def due_reveal(book: Book, aspect: Aspect, at: datetime) -> Reveal | None:
    """Return the reveal that is due after a mark for an aspect, not yet saved.

    Nothing is due while a judge has not entered, a seat waits for a decision about a
    conflict, or the panel is too small to judge.
    """
    if book.is_measured_together(aspect) or None in book.reveals:
        return None
    if any(seat.is_held for seat in book.seats):
        return None
    if book.combines_at_aspect:
        return _aspect_reveal(book, aspect, at)
    return _sheet_reveal(book, at) or _rescore_reveal(book, aspect, at)


def _aspect_reveal(book: Book, aspect: Aspect, at: datetime) -> Reveal | None:
    outcome = _outcome(book, aspect)
    if outcome is None or book.is_revealed(aspect):
        return None
    return _opened(book, aspect, outcome, at)


def _rescore_reveal(book: Book, aspect: Aspect, at: datetime) -> Reveal | None:
    """Open one judgement aspect of a sheet that is revealed as a whole.

    Its scores lie too far apart, or were so and are mended: what the panel talks about
    is no secret any more. It has no mark of its own, only the sheet has one.
    """
    outcome = _outcome(book, aspect)
    if outcome is None or book.is_revealed(aspect):
        return None
    if not outcome.needs_rescore and book.round_of(aspect) == 1:
        return None
    reveal = _opened(book, aspect, outcome, at)
    reveal.mark = None
    return reveal


def _sheet_reveal(book: Book, at: datetime) -> Reveal | None:
    aspects = book.aspects.values()
    if not book.seats or not all(
        book.has_entered(aspect, seat) for aspect in aspects for seat in book.seats
    ):
        return None
    if any(_is_too_wide(book, aspect) for aspect in aspects):
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


def _is_too_wide(book: Book, aspect: Aspect) -> bool:
    outcome = _outcome(book, aspect)
    return outcome is not None and outcome.needs_rescore


def _outcome(book: Book, aspect: Aspect) -> JudgementOutcome | None:
    """Return what the scores of a whole panel come to; None until all are there."""
    if aspect.kind != AspectKind.JUDGEMENT:
        return None
    scores = _scores(book, aspect)
    if len(scores) < max(len(book.seats), FEWEST_JUDGES):
        return None
    return revealing.reveal(
        [int(value) for value in scores.values()],
        aspect.max_mark or Decimal(0),
        drops_extremes=book.scheme.drops_extremes,
    )


def _scores(book: Book, aspect: Aspect) -> dict[int, str]:
    """Return the scores of this round by seat."""
    return {
        seat.number: book.marks[aspect.pk, seat.number].value
        for seat in book.seats
        if book.has_entered(aspect, seat)
    }


def _opened(
    book: Book, aspect: Aspect, outcome: JudgementOutcome, at: datetime
) -> Reveal:
    return Reveal(
        sheet=book.sheet,
        aspect=aspect,
        round=book.round_of(aspect),
        scores=[
            {"seat": seat, "value": value}
            for seat, value in _scores(book, aspect).items()
        ],
        needs_rescore=outcome.needs_rescore,
        mark=outcome.mark,
        revealed_at=at,
    )
