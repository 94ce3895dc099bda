"""The values of a scheme's workbook, as plain rows."""

from typing import BinaryIO

from people.imports import workbook_rows
from people.imports.workbook_guard import NotAWorkbook
from people.imports.workbook_rows import Cell, Row, Sheet, Workbook
from scoring.imports.workbook_guard import NotAScheme

__all__ = ["Cell", "Row", "Sheet", "Workbook", "read_workbook"]


def read_workbook(file: BinaryIO) -> Workbook:
    """Read the stored values of all cells; raise ``NotAScheme`` with the reason."""
    try:
        return workbook_rows.read_workbook(file)
    except NotAWorkbook as refusal:
        raise NotAScheme(refusal.sentence) from None
