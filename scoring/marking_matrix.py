"""Lays the progress of marking out as a table: works down, sheets across."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from scoring.enums import SheetState
from scoring.queries.progress import FormProgress, MarkingProgress, SheetProgress


@dataclass(frozen=True)
class Cell:
    """One sheet of one work: its state in a word, an icon and a tone."""

    tone: str
    icon: str
    word: str
    note: str = ""
    sheet_id: UUID | None = None

    @property
    def words(self) -> str:
        """What the icon stands for, with its figures; a pointer and a reader get it."""
        return f"{self.word} · {self.note}" if self.note else self.word


@dataclass(frozen=True)
class Row:
    """One work with a cell for every form."""

    entry_code: str
    cells: list[Cell]


@dataclass(frozen=True)
class Matrix:
    """The table of an event."""

    forms: list[FormProgress]
    rows: list[Row]

    @property
    def legend(self) -> list[Cell]:
        """One cell for every icon that stands in the table, the first of each kind."""
        found = {cell.word: cell for row in self.rows for cell in row.cells}
        return [cell for word, cell in found.items() if word]


_NO_SHEET = Cell("neutral", "minus", "")


def matrix_of(progress: MarkingProgress, begun: Collection[UUID]) -> Matrix:
    """Return the table; a work without a sheet has an empty cell there.

    ``begun`` names the sheets on which anything is entered.
    """
    cells: dict[str, dict[int, Cell]] = {}
    for column, form in enumerate(progress.forms):
        for each in form.sheets:
            cell = cell_of(each, has_begun=each.sheet.pk in begun)
            found = cells.setdefault(each.entry_code, {})
            found[column] = replace(cell, sheet_id=each.sheet.pk)
    columns = range(len(progress.forms))
    rows = [
        Row(code, [row.get(column, _NO_SHEET) for column in columns])
        for code, row in sorted(cells.items())
    ]
    return Matrix(progress.forms, rows)


def cell_of(each: SheetProgress, *, has_begun: bool) -> Cell:
    """Return the state of a sheet as the matrix shows it."""
    sheet = each.sheet
    if sheet.state == SheetState.DRAFT:
        return _draft(each, has_begun=has_begun)
    if sheet.state == SheetState.COMPLETE:
        signed = _("%(signed)s of %(seats)s signed") % {
            "signed": each.signed,
            "seats": each.seats,
        }
        return Cell("info", "list-check", _("Complete"), signed)
    if sheet.state == SheetState.SIGNED:
        return Cell("warn", "edit", _("Signed"), _("to accept"))
    if sheet.state == SheetState.ACCEPTED:
        return Cell("ok", "shield-check", _("Accepted"), str(sheet.mark))
    return Cell("ok", "lock", _("Locked"), str(sheet.mark))


def _draft(each: SheetProgress, *, has_begun: bool) -> Cell:
    sheet = each.sheet
    if each.waits_for_decision:
        return Cell("wrong", "alert-triangle", _("Conflict to decide"))
    if sheet.rescoring:
        return Cell("wrong", "refresh", _("Score again"), str(sheet.rescoring))
    if sheet.differing:
        return Cell("wrong", "alert-circle", _("Values differ"), str(sheet.differing))
    note = f"{sheet.done}/{sheet.expected}"
    if has_begun:
        return Cell("info", "clock", _("Being marked"), note)
    return Cell("neutral", "circle-dashed", _("Not begun"), note)
