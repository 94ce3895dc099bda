"""One sheet of a workbook in the CIS form: texts stay texts, formulas are ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

COLUMNS: Final = "ABCDEFGHIJKLMN"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value it has now, for readers that do not compute."""

    text: str
    value: Decimal


Content = str | int | Decimal | bool | Formula | None


class TextTooLong(ValueError):
    """A text is longer than a cell of a workbook can hold."""


def put(
    sheet: Worksheet,
    row: int,
    cells: Mapping[str, Content],
    style: Format | None = None,
) -> None:
    """Write a row, counted from 1, by the letters of its columns."""
    for letter, content in cells.items():
        _put(sheet, (row - 1, COLUMNS.index(letter)), content, style)


def _put(
    sheet: Worksheet, place: tuple[int, int], content: Content, style: Format | None
) -> None:
    if content is None or content == "":
        return
    if isinstance(content, Formula):
        # A cached value in the file is a number like any other in Excel.
        sheet.write_formula(*place, content.text, style, float(content.value))
    elif isinstance(content, bool):
        sheet.write_boolean(*place, content, style)
    elif isinstance(content, str):
        # Never write(): a name such as =HYPERLINK("x") would become a formula.
        if sheet.write_string(*place, content, style):
            raise TextTooLong(content[:40])
    else:
        sheet.write_number(*place, content, style)
