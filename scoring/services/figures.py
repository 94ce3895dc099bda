"""Settles what sheets come to after their marks changed, and who must know of it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.queries.books import Book
from scoring.queries.figures import figures_of

FIELDS = (
    "state",
    "completed_at",
    "expected",
    "done",
    "rescoring",
    "differing",
    "mark",
)


def settle(books: Iterable[Book], at: datetime) -> set[UUID]:
    """Write the figures and the state of sheets; return entries whose tally changes.

    One statement. A sheet is complete when every aspect counts, and a draft again
    when one no longer does; from the first signature on it stays as it is.
    """
    changed: list[Sheet] = []
    entries: set[UUID] = set()
    for book in books:
        before = _counts(book.sheet)
        if _settle(book, at):
            changed.append(book.sheet)
        if _counts(book.sheet) != before:
            entries.add(book.sheet.entry_id)
    if changed:
        Sheet.objects.bulk_update(changed, FIELDS)
    return entries


def _counts(sheet: Sheet) -> tuple[object, ...]:
    return sheet.mark, sheet.done, sheet.expected


def _settle(book: Book, at: datetime) -> bool:
    """Bring a sheet up to date with its book; tell whether anything changed."""
    sheet, figures = book.sheet, figures_of(book)
    before = [getattr(sheet, field) for field in FIELDS]
    sheet.expected, sheet.done = figures.expected, figures.done
    sheet.rescoring, sheet.differing = figures.rescoring, figures.differing
    sheet.mark = figures.mark
    if not book.is_closed:
        state = SheetState.COMPLETE if figures.is_complete else SheetState.DRAFT
        if state != sheet.state:
            sheet.completed_at = at if figures.is_complete else None
        sheet.state = state
    return before != [getattr(sheet, field) for field in FIELDS]
