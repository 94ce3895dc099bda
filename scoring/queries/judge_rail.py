"""One sheet of a judge with its neighbours: the forms of a work, the works of a form.

Only these sheets are read with their marks, so that a scheme of two hundred aspects
before forty works opens as quickly as a small one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from competitions.models import Event, PanelSeat
from people.models import User
from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.queries.books import Book, load_books
from scoring.queries.judge_sheet import View, sheet_state
from scoring.queries.seats import ActiveSeat, seating_of
from scoring.queries.sheets import sheets_to_mark
from scoring.queries.signatures import code_of, entry_codes


@dataclass(frozen=True)
class Neighbour:
    """A sheet in the rail: its label, and how far the judge has come with it."""

    sheet_id: UUID
    label: str
    state: View
    is_current: bool


@dataclass(frozen=True)
class OpenSheet:
    """The sheet that is open, with the ways to the others."""

    book: Book
    seat: ActiveSeat
    entry_code: str
    judges: dict[UUID, str]
    forms: list[Neighbour]
    works: list[Neighbour]
    previous_id: UUID | None
    next_id: UUID | None


def open_sheet(event: Event, judge: User, sheet_id: UUID | None) -> OpenSheet | None:
    """Return a sheet of a judge, else the first that is not signed; None without any.

    The number of statements does not depend on the number of sheets.
    """
    codes = entry_codes(event.pk)
    sheets = _sheets_of(event, judge, codes)
    current = _chosen(sheets, sheet_id)
    if current is None:
        return None
    beside = [sheet for sheet in sheets if _is_beside(sheet, current)]
    books = load_books(event.pk, Sheet.objects.filter(pk__in=[s.pk for s in beside]))
    seats = {pk: book.seat_of(judge.pk) for pk, book in books.items()}
    seat = seats[current.pk]
    if seat is None:
        return None
    states = {
        pk: sheet_state(books[pk], own) for pk, own in seats.items() if own is not None
    }
    forms = [sheet for sheet in beside if sheet.entry_id == current.entry_id]
    works = [s for s in beside if s.sub_criterion_id == current.sub_criterion_id]
    previous_id, next_id = _around(current, sheets)
    return OpenSheet(
        book=books[current.pk],
        seat=seat,
        entry_code=code_of(codes, current.entry_id),
        judges=_judges(books[current.pk]),
        forms=[
            Neighbour(each.pk, _form_label(each), states[each.pk], each is current)
            for each in forms
        ],
        works=[
            Neighbour(
                each.pk, code_of(codes, each.entry_id), states[each.pk], each is current
            )
            for each in works
        ],
        previous_id=previous_id,
        next_id=next_id,
    )


def _around(current: Sheet, sheets: list[Sheet]) -> tuple[UUID | None, UUID | None]:
    """Return the sheets before and after one, in the order of the rail."""
    order = [sheet.pk for sheet in sheets]
    place = order.index(current.pk)
    return (
        order[place - 1] if place else None,
        order[place + 1] if place + 1 < len(order) else None,
    )


def _sheets_of(event: Event, judge: User, codes: dict[UUID, str]) -> list[Sheet]:
    """Return the sheets a judge has a seat for, by form and within it by code."""
    found = list(
        sheets_to_mark(event)
        .filter(sub_criterion__panel__seats__judge=judge)
        .select_related("sub_criterion")
    )
    seating = seating_of(event.pk, [sheet.entry_id for sheet in found])
    seated = [
        sheet
        for sheet in found
        if any(
            seat.judge_id == judge.pk
            for seat in seating.seats_for(sheet.sub_criterion.panel_id, sheet.entry_id)
        )
    ]
    return sorted(
        seated,
        key=lambda sheet: (
            sheet.sub_criterion.criterion_id,
            sheet.sub_criterion.position,
            code_of(codes, sheet.entry_id),
        ),
    )


def _chosen(sheets: Sequence[Sheet], sheet_id: UUID | None) -> Sheet | None:
    if sheet_id:
        return next((sheet for sheet in sheets if sheet.pk == sheet_id), None)
    drafts = (sheet for sheet in sheets if sheet.state == SheetState.DRAFT)
    return next(drafts, sheets[0] if sheets else None)


def _is_beside(sheet: Sheet, current: Sheet) -> bool:
    return (
        sheet.entry_id == current.entry_id
        or sheet.sub_criterion_id == current.sub_criterion_id
    )


def _form_label(sheet: Sheet) -> str:
    return f"{sheet.sub_criterion.code} {sheet.sub_criterion.name}"


def _judges(book: Book) -> dict[UUID, str]:
    """Return the names of the judges beside whom one marks."""
    seats = PanelSeat.objects.filter(
        panel=book.sheet.sub_criterion.panel_id
    ).select_related("judge")
    return {seat.judge_id: seat.judge.get_full_name() for seat in seats}
