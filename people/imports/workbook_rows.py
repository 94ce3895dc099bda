"""The values of a workbook's cells, as plain rows."""

import zlib
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from people.imports.workbook_guard import NotAWorkbook, guard_workbook
from people.rules.sentence import Sentence

MOST_ROWS = 20_000
MOST_COLUMNS = 80
MOST_SHEETS = 20

Cell = object
Row = tuple[Cell, ...]

# What openpyxl and the XML parser below it raise on parts that are missing, cut
# off or malformed; an XML attack is refused by defusedxml with a ValueError.
BROKEN = (
    BadZipFile,
    InvalidFileException,
    SyntaxError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's title and rows; row 1 is the first."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a workbook and its custom properties."""

    sheets: tuple[Sheet, ...]
    properties: dict[str, str]


def read_workbook(file: BinaryIO) -> Workbook:
    """Read the stored values of all cells, after the guard; formulas are not run."""
    guard_workbook(file)
    try:
        book = load_workbook(file, read_only=True, data_only=True)
        sheets = tuple(_sheet(sheet) for sheet in book.worksheets[:MOST_SHEETS])
        properties = {
            each.name: str(each.value) for each in book.custom_doc_props.props
        }
    except BROKEN:
        raise NotAWorkbook(
            Sentence("The workbook is damaged; open it in Excel and save it again.")
        ) from None
    return Workbook(sheets, properties)


def _sheet(sheet: ReadOnlyWorksheet) -> Sheet:
    # The stated dimensions are often wrong, and openpyxl would stop at them.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
    # Rows missing from the file are filled in, so a row numbered beyond reason
    # would keep the loop going for ever without an end here.
    return Sheet(sheet.title, tuple(map(_trim, islice(rows, MOST_ROWS))))


def _trim(row: Row) -> Row:
    """Cut the empty cells at the end of a row."""
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return row[:end]
