"""A sheet as one judge may see it: own values, agreed ones, and what is revealed.

What other judges entered appears nowhere before the reveal, and an entry has no name
but its code.
"""

from collections import Counter
from decimal import Decimal
from typing import Any

from people.sentences import in_words
from scoring.enums import AspectKind
from scoring.models import Aspect, Reveal
from scoring.queries.books import Book, calculation_of
from scoring.queries.figures import seat_total
from scoring.queries.seats import ActiveSeat
from scoring.rules import measurement
from scoring.rules.calculation import CalculationKind
from scoring.rules.earning import earning, unit_of
from scoring.rules.measurement_input import InputKind, MeasurementInput
from scoring.rules.rounding import round_half_up

View = dict[str, Any]


def sheet_state(book: Book, seat: ActiveSeat) -> View:
    """Return how far a judge has come with a sheet; part of every answer."""
    return {
        "id": str(book.sheet.pk),
        "state": book.sheet.state,
        "done": sum(_nothing_left(book, each, seat) for each in book.aspects.values()),
        "expected": len(book.aspects),
        "rescoring": book.sheet.rescoring,
        "differing": book.sheet.differing,
        "mark": str(_running_total(book, seat)),
        "max": str(_maximum(book)),
        "is_signed": seat.number in book.signatures,
    }


def sheet_view(book: Book, seat: ActiveSeat) -> View:
    """Return a whole sheet for the tablet."""
    sub = book.sheet.sub_criterion
    return {
        **sheet_state(book, seat),
        "sub_criterion": str(sub.pk),
        "code": sub.code,
        "name": sub.name,
        "day": sub.day,
        "is_held": seat.is_held,
        "combine_at": book.scheme.combine_at,
        "reveal": reveal_view(book.reveals.get(None)),
        "aspects": [
            _aspect_view(book, aspect, label, seat) for aspect, label in labelled(book)
        ],
    }


def reveal_view(reveal: Reveal | None) -> View | None:
    """Return what was laid open, the scores in the order of the seats."""
    if reveal is None:
        return None
    view: View = {
        "round": reveal.round,
        "scores": reveal.scores,
        "needs_rescore": reveal.needs_rescore,
        "mark": _text(reveal.mark),
    }
    if reveal.reopening_reason:
        view["reason"] = reveal.reopening_reason
    return view


def labelled(book: Book) -> list[tuple[Aspect, str]]:
    """Number the aspects within their kind, as marking forms do: J1, M1, M2."""
    count: Counter[str] = Counter()
    labelled = []
    for aspect in book.aspects.values():
        count[aspect.kind] += 1
        labelled.append((aspect, f"{aspect.kind}{count[aspect.kind]}"))
    return labelled


def _aspect_view(book: Book, aspect: Aspect, label: str, seat: ActiveSeat) -> View:
    note = book.notes.get((aspect.pk, seat.number))
    own = book.reveals.get(aspect.pk)
    is_locked = book.is_closed or book.is_revealed(aspect) or seat.is_held
    return {
        "id": str(aspect.pk),
        "label": label,
        "kind": aspect.kind,
        "heading": aspect.heading,
        "description": aspect.description,
        "details": aspect.details,
        "requirement": aspect.requirement,
        "max_mark": _text(aspect.max_mark),
        "ladder": aspect.ladder,
        "input": _input_view(aspect),
        "mine": _mine(book, aspect, seat),
        "agreed": _agreed(book, aspect),
        "round": book.round_of(aspect),
        "reveal": None if None in book.reveals else reveal_view(own),
        "locked": is_locked or book.mark_seat(aspect, seat) is None,
        "done": _nothing_left(book, aspect, seat),
        "note": {
            "text": note.text if note else "",
            "version": note.version if note else 0,
        },
    }


def _mine(book: Book, aspect: Aspect, seat: ActiveSeat) -> View | None:
    """Return what the judge entered; None for a co-signer, who enters nothing."""
    number = book.mark_seat(aspect, seat)
    if number is None:
        return None
    stored = book.marks.get((aspect.pk, number))
    own = book.own_mark(aspect, seat)
    return {
        "value": own.value if own else "",
        "mark": _text(own.mark) if own else None,
        "round": own.round if own else 0,
        # Also where the value is another judge's, or the first tap would conflict.
        "version": stored.version if stored else 0,
    }


def _agreed(book: Book, aspect: Aspect) -> View | None:
    if not book.is_measured_together(aspect):
        return None
    agreed = book.agreed(aspect)
    return {
        "value": agreed.value if agreed else "",
        "mark": _text(agreed.mark) if agreed else None,
        "differs": book.differs(aspect),
    }


def _nothing_left(book: Book, aspect: Aspect, seat: ActiveSeat) -> bool:
    if book.is_revealed(aspect):
        return True
    if book.mark_seat(aspect, seat) is None:
        return book.agreed(aspect) is not None
    return book.has_entered(aspect, seat) and not book.differs(aspect)


def _running_total(book: Book, seat: ActiveSeat) -> Decimal:
    """Return the sum the judge may see: the panel's, or his own before a reveal."""
    if book.combines_at_aspect or None in book.reveals:
        return book.sheet.mark
    return round_half_up(seat_total(book, seat))


def _maximum(book: Book) -> Decimal:
    marks = (aspect.max_mark or Decimal(0) for aspect in book.aspects.values())
    maximum: Decimal = sum(marks, start=Decimal("0.00"))
    return maximum


def _input_view(aspect: Aspect) -> View:
    """Return the control an aspect needs, with its rule, limits and choices."""
    if aspect.kind == AspectKind.JUDGEMENT:
        return {**_EMPTY_INPUT, "kind": "ladder"}
    calculation = calculation_of(aspect)
    highest = aspect.max_mark or Decimal(0)
    asked = measurement.input_kind(calculation, highest)
    is_mark = calculation.kind == CalculationKind.MARK
    return {
        "kind": "mark" if is_mark else str(asked.kind),
        "unit": unit_of(calculation),
        "rule": [in_words(words) for words in earning(calculation, highest)],
        "min": None if asked.is_wide else _text(asked.lowest),
        "max": None if asked.is_wide else _text(asked.highest),
        "step": _step(asked),
        "choices": [
            {
                "value": str(choice.number),
                "label": choice.label,
                "mark": str(measurement.mark(calculation, str(choice.number), highest)),
            }
            for choice in asked.choices
        ],
    }


_EMPTY_INPUT: View = {
    "unit": "",
    "rule": [],
    "min": None,
    "max": None,
    "step": None,
    "choices": [],
}


def _step(asked: MeasurementInput) -> str | None:
    if asked.kind is InputKind.COUNT:
        return "1"
    return None if asked.places is None else str(Decimal(1).scaleb(-asked.places))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
