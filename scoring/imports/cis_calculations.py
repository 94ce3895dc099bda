"""The sheet Calculations of a CIS workbook, to which aspects refer by row."""

from people.imports.workbook_rows import Row, Sheet, Workbook
from scoring.imports.cis_cells import cell, code, folded, text
from scoring.rules.scheme import Calculation
from scoring.rules.scheme_parameters import read_parameters

SHEET_TITLE = "calculations"
_YES = ("true", "1", "yes")


def read_calculations(workbook: Workbook) -> tuple[Calculation, ...]:
    """Read all rows; a blank one stays, because the row number is the reference."""
    return tuple(
        _calculation(row)
        for sheet in workbook.sheets
        if _is_calculations(sheet)
        for row in sheet.rows
    )


def _is_calculations(sheet: Sheet) -> bool:
    return folded(sheet.title) == SHEET_TITLE


def _calculation(row: Row) -> Calculation:
    return Calculation(
        name=text(cell(row, 0)),
        kind=code(cell(row, 1)),
        reusable=folded(cell(row, 2)) in _YES,
        parameters=read_parameters(text(cell(row, 3))),
    )
