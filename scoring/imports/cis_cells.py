"""Reading single cells: text, whole numbers, marks and types, however typed."""

import re
import unicodedata
from decimal import Decimal

from people.imports.workbook_rows import Cell, Row
from scoring.rules.rounding import round_half_up
from scoring.rules.scheme_text import tidy

# Floats such as 22.999999999999996 are noise; 0.125 is a mark that CIS cannot hold.
_NOISE = Decimal("0.000001")
_NUMBER = re.compile(r"[+-]?\d{1,6}(?:[.,]\d{1,20})?", re.ASCII)
_DAY = re.compile(r"(?:C|D|DAY)?\s*(\d{1,2})(?:\.0)?", re.ASCII)
LARGEST_NUMBER = 1_000_000
LARGEST_REFERENCE = 9_999
SCORES = range(4)
_SPACES = re.compile(r"\s+")


class Unreadable(Exception):
    """A cell holds something that its column cannot."""


class TooFine(Exception):
    """A mark has more than two decimals."""


def cell(row: Row, column: int | None) -> Cell:
    """Return a cell's value, None beyond the end or without such a column."""
    return row[column] if column is not None and column < len(row) else None


def text(value: Cell) -> str:
    """Read any cell as text; a whole number typed as a float loses its point."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value))


def folded(value: Cell) -> str:
    """Read a cell for comparison: full-width, spaces and case do not matter."""
    plain = unicodedata.normalize("NFKC", text(value))
    return _SPACES.sub(" ", plain).strip().casefold()


def code(value: Cell) -> str:
    """Read a letter or a type: full-width and lower case do not matter."""
    return folded(value).upper()


def is_blank(row: Row) -> bool:
    """Whether no cell of a row holds anything but spaces."""
    return not any(text(value) for value in row)


def decimal(value: Cell) -> Decimal | None:
    """Read a number, typed as number or text, with a point or a comma."""
    if isinstance(value, bool):
        raise Unreadable
    if isinstance(value, int | float):
        written = repr(value)
        if "e" in written or "n" in written:  # exponents, inf and nan
            return _from_float(value)
        return Decimal(written)
    written = unicodedata.normalize("NFKC", text(value))
    if not written:
        return None
    if not _NUMBER.fullmatch(written):
        raise Unreadable
    return Decimal(written.replace(",", "."))


def mark(value: Cell) -> Decimal | None:
    """Read a mark to two places, half up; more places are refused."""
    exact = decimal(value)
    if exact is None:
        return None
    rounded = round_half_up(exact)
    if abs(exact - rounded) > _NOISE:
        raise TooFine
    return rounded


def whole(value: Cell) -> int | None:
    """Read a number or reference from 0 on, also typed as 1.0 or as text."""
    number = decimal(value)
    if number is None:
        return None
    if number not in range(LARGEST_REFERENCE + 1):
        raise Unreadable
    return int(number)


def day(value: Cell) -> int | None:
    """Read a day of marking: 1, "1", 1.0, C1 or Day 1."""
    written = code(value)
    if not written:
        return None
    match = _DAY.fullmatch(written)
    if not match:
        raise Unreadable
    return int(match[1])


def score(value: Cell) -> int:
    """Read a score of the judgement ladder."""
    number = whole(value)
    if number is None or number not in SCORES:
        raise Unreadable
    return number


def _from_float(value: float) -> Decimal:
    """Read tiny and huge floats; noise around zero is zero."""
    if not abs(value) < LARGEST_NUMBER:
        raise Unreadable
    return Decimal(repr(value))
