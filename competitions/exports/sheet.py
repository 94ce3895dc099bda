"""Writes one table as a workbook in which no cell can come alive."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = str | int | date | None

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: What every workbook is opened with.
OPTIONS = {
    "in_memory": True,
    # A name such as =HYPERLINK("x") is a name and never a formula.
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_table(
    *, title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> bytes:
    """Return an xlsx file; texts stay texts, also those made of digits."""
    target = BytesIO()
    with Workbook(target, OPTIONS) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
            sheet.set_column(column, column, 40 if column == 0 else 16)
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, (number, column), cell, day)
    return target.getvalue()


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, day: object) -> None:
    if cell is None:
        return
    if isinstance(cell, date):
        sheet.write_datetime(*place, cell, day)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell)
    else:
        sheet.write_string(*place, cell)
