"""Reads a spreadsheet of component scores: a mark per entry number and component."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from competitions.models import Component
from people.imports.workbook_guard import NotAWorkbook
from people.imports.workbook_rows import Cell, Row, read_workbook
from people.rules.sentence import Sentence

#: Headings stand in one of the first rows.
ROWS_ABOVE = 12
NUMBER_HEADINGS = frozenset(("参赛号", "编号", "序号", "entrynumber", "number"))


@dataclass(frozen=True)
class ScoreLine:
    """A row of the file: ``line`` as spreadsheet programs count, marks by component."""

    line: int
    number: str
    marks: Mapping[str, str]


def read_scores(file: BinaryIO, components: Sequence[Component]) -> list[ScoreLine]:
    """Return the rows below the headings; raise NotAWorkbook with the reason.

    ``marks`` is keyed by component code; an empty cell is left out.
    """
    for sheet in read_workbook(file).sheets:
        for place, row in enumerate(sheet.rows[:ROWS_ABOVE]):
            number, columns = _headings(row, components)
            if number is not None and columns:
                return _lines(sheet.rows[place + 1 :], place + 2, number, columns)
    raise NotAWorkbook(
        Sentence(
            "No row with the headings 参赛号 and a component is found. Download the"
            " spreadsheet of this event and fill it in."
        )
    )


def _headings(
    row: Row, components: Sequence[Component]
) -> tuple[int | None, dict[int, str]]:
    """Return the column of the entry number, and the components by their columns."""
    number = None
    columns: dict[int, str] = {}
    for place, cell in enumerate(row):
        text = _text(cell)
        if "".join(text.split()).casefold() in NUMBER_HEADINGS:
            number = place
        for component in components:
            if text.split(" ")[0] == component.code or text in {
                component.name,
                component.name_en or component.name,
            }:
                columns[place] = component.code
    return number, columns


def _lines(
    rows: Sequence[Row], first: int, number: int, columns: Mapping[int, str]
) -> list[ScoreLine]:
    lines = []
    for line, row in enumerate(rows, start=first):
        cells = [_text(cell) for cell in row]
        marks = {
            code: cells[place]
            for place, code in columns.items()
            if place < len(cells) and cells[place]
        }
        typed = cells[number] if number < len(cells) else ""
        if typed or marks:
            lines.append(ScoreLine(line, typed.removesuffix(".0"), marks))
    return lines


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell).strip()
