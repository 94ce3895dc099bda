"""Takes rows through a real workbook to a preview, or all the way."""

from competitions.imports.entry_sheet import read_entry_sheet
from competitions.services.entry_imports import (
    confirm_import,
    preview_import,
    start_import,
)
from tests.competitions.entries.sheets import good_row, workbook
from tests.factories import NOW


def read(event, rows, by):
    """Take rows through a real workbook to a preview."""
    typed = read_entry_sheet(workbook(rows), name="报名.xlsx")
    entry_import = start_import(
        event=event, file_name="报名.xlsx", rows=typed, by=by, at=NOW
    )
    return entry_import, preview_import(entry_import=entry_import, by=by, at=NOW)


def imported(event, rows, by):
    entry_import, preview = read(event, rows, by)
    return confirm_import(
        entry_import=entry_import, digest=preview.digest, by=by, at=NOW
    )


def rows_of(unit, number, start=1):
    return [good_row(serial, unit.name) for serial in range(start, start + number)]


def sentences(preview):
    return [
        (row.line, problem.column, str(problem.sentence))
        for row in preview.rows
        for problem in row.problems
    ]
