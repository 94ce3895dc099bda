"""A signed sheet as the chief judge reads it: every value, and what it earned.

The panel is done with it, so nothing has to stay hidden but the names: an entry is its
code, a judge his seat.
"""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from competitions.models import Event
from scoring.enums import SheetState
from scoring.models import Aspect, Sheet
from scoring.queries.books import Book, load_books
from scoring.queries.judge_sheet import labelled
from scoring.queries.sheets import sheets_to_mark
from scoring.queries.signatures import code_of, entry_codes
from scoring.queries.spoken import spoken

READABLE = (SheetState.SIGNED, SheetState.ACCEPTED, SheetState.LOCKED)


@dataclass(frozen=True)
class SignedAspect:
    """An aspect with one value per seat, or the one all agreed on, and its mark."""

    label: str
    heading: str
    description: str
    values: list[str]
    is_shared: bool
    round: int
    mark: Decimal | None
    max_mark: Decimal | None


@dataclass(frozen=True)
class SignedSheet:
    """A sheet with its aspects; ``seats`` are the numbers above the values."""

    sheet: Sheet
    entry_code: str
    seats: list[int]
    aspects: list[SignedAspect]


def signed_sheet(event: Event, sheet_id: UUID) -> SignedSheet | None:
    """Return a sheet its whole panel has signed; None for any other."""
    sheets = sheets_to_mark(event).filter(pk=sheet_id, state__in=READABLE)
    book = load_books(event.pk, sheets).get(sheet_id)
    if book is None:
        return None
    seats = sorted(book.signatures)
    return SignedSheet(
        sheet=book.sheet,
        entry_code=code_of(entry_codes(event.pk), book.sheet.entry_id),
        seats=seats,
        aspects=[
            _signed_aspect(book, aspect, label, seats)
            for aspect, label in labelled(book)
        ],
    )


def _signed_aspect(
    book: Book, aspect: Aspect, label: str, seats: list[int]
) -> SignedAspect:
    is_shared = book.is_measured_together(aspect)
    agreed = book.agreed(aspect) if is_shared else None
    marks = [agreed] if is_shared else [book.marks.get((aspect.pk, n)) for n in seats]
    reveal = book.reveals.get(aspect.pk)
    panel_mark = agreed.mark if agreed else (reveal.mark if reveal else None)
    return SignedAspect(
        label=label,
        heading=aspect.heading,
        description=aspect.description,
        values=[spoken(aspect, mark.value) if mark else "–" for mark in marks],
        is_shared=is_shared,
        round=book.round_of(aspect),
        mark=panel_mark,
        max_mark=aspect.max_mark,
    )
