"""Finding the columns of a CIS sheet, in any of its forms and languages.

The header row is known by its type column, which always explains the letters M and
J (before 2015 O and S). Columns are found by their English headers; where these are
translated, by their order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from people.imports.workbook_rows import Row
from scoring.imports.cis_cells import cell, folded, text
from scoring.rules.scheme_text import tidy

_TYPE_LETTER = re.compile(r"(?<![a-z])([a-z])\s*[=:]")
_TYPES = frozenset("mjos")
_LETTER = re.compile(r"(?:.*[\s(（:：]|.*[^\x00-\x7f])?([A-Z])[)）]?", re.DOTALL)
_ORDER = (
    "code",
    "name",
    "day",
    "kind",
    "description",
    "score",
    "extra",
    "requirement",
    "section",
    "calculation",
    "max_mark",
)
_HEADERS = {
    "code": re.compile(r"sub criteri(?:on|a) ?id|id"),
    "name": re.compile(r"sub criteri(?:on|a).*(?:name|description)"),
    "day": re.compile(r"day\b.*"),
    "kind": re.compile(r"aspect type\b.*"),
    "description": re.compile(r"aspect\b.*description"),
    "score": re.compile(r"judg\w* ?score"),
    "extra": re.compile(r"extra\b.*"),
    "requirement": re.compile(r"requirement\b.*"),
    "section": re.compile(r".*\bsection"),
    "calculation": re.compile(r"calculation\b.*"),
    "max_mark": re.compile(r"max\w* ?mark"),
}
_LEAST_HEADERS = 6
# The type follows the ID, the name and, the day.
_KIND_BEFORE_DAY, _KIND_AFTER_DAY = 2, 3
# Without day and calculation nine columns remain; ten and eleven follow.
_LEAST_WIDTH = 8
_WIDTH = 11


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column of the form stands, counted from 0."""

    code: int
    name: int
    kind: int
    description: int
    score: int
    extra: int
    requirement: int
    section: int
    max_mark: int
    day: int | None = None
    calculation: int | None = None

    @property
    def width(self) -> int:
        """The number of columns up to the last of the form."""
        places: list[int | None] = [getattr(self, each.name) for each in fields(self)]
        return max(place for place in places if place is not None) + 1


def columns_of(row: Row) -> Columns | None:
    """Find the columns in a header row; None where the row is no header."""
    kind = _kind_column(row)
    if kind is None:
        return None
    return _by_header(row) or _by_order(row, kind)


def is_header(row: Row, columns: Columns) -> bool:
    """Whether a later row repeats the header, as each criterion's block does."""
    return _explains_types(row, columns.kind) and bool(text(cell(row, columns.code)))


def block_letter(row: Row, columns: Columns) -> str:
    """Read the letter of "Criterion A", right of the form in a header row."""
    for value in row[columns.width :]:
        match = _LETTER.fullmatch(text(value))
        if match:
            return match[1]
    return ""


def _kind_column(row: Row) -> int | None:
    headers = [
        value for value in row[:_WIDTH] if isinstance(value, str) and tidy(value)
    ]
    if len(headers) < _LEAST_HEADERS:
        return None
    places = (_KIND_BEFORE_DAY, _KIND_AFTER_DAY)
    return next((each for each in places if _explains_types(row, each)), None)


def _explains_types(row: Row, column: int) -> bool:
    """Whether a header says what at least two letters mean, M, J, O or S among them."""
    letters = set(_TYPE_LETTER.findall(folded(cell(row, column))))
    return len(letters) > 1 and not letters.isdisjoint(_TYPES)


def _by_header(row: Row) -> Columns | None:
    found: dict[str, int] = {}
    for column, value in enumerate(row[:_WIDTH]):
        for name in _matches(folded(value)):
            found.setdefault(name, column)
    needed = set(_ORDER) - {"day", "calculation"}
    return Columns(**found) if needed <= set(found) else None


def _matches(header: str) -> Iterator[str]:
    return (name for name, pattern in _HEADERS.items() if pattern.fullmatch(header))


def _by_order(row: Row, kind: int) -> Columns | None:
    width = _width(row)
    names = [name for name in _ORDER if name != "day" or kind == _KIND_AFTER_DAY]
    if width < len(names):
        names.remove("calculation")
    if width < len(names):
        return None
    return Columns(**{name: column for column, name in enumerate(names)})


def _width(row: Row) -> int:
    """Count the headers up to "Criterion A", which has the form's right edge."""
    for column, value in enumerate(row[: _WIDTH + 1]):
        header = text(value)
        is_letter = column > _LEAST_WIDTH and _LETTER.fullmatch(header)
        if not header or is_letter:
            return column
    return min(len(row), _WIDTH)
