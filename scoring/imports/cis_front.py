"""The top of a CIS sheet: title, standards sections and the list of criteria.

Sections are the rows that start with a number, criteria those that start with one
letter, so a translated or shifted table reads as well.
"""

import re
from dataclasses import dataclass, field

from people.imports.workbook_rows import Row
from scoring.imports.cis_cells import cell, code, mark, text
from scoring.imports.cis_problems import Reader
from scoring.imports.cis_stated import Stated, first_total, stated_at
from scoring.rules.scheme import NOTHING, Section

_NUMBER = re.compile(r"\d{1,6}(?:\.0+)?", re.ASCII)
_LETTER = re.compile(r"[A-Z]")
_FIRST_ROW = 2
# Columns I and J of the current form: declared marks and marks of the aspects.
_MARK_COLUMNS = (8, 9)


@dataclass(frozen=True, slots=True)
class Listed:
    """A criterion of the list at the top."""

    letter: str
    name: str
    row: int


@dataclass(slots=True)
class Front:
    """What stands above the first header row."""

    skill: str
    sections: list[Section] = field(default_factory=list)
    criteria: list[Listed] = field(default_factory=list)
    stated: list[Stated] = field(default_factory=list)


def read_front(rows: tuple[Row, ...], reader: Reader) -> Front:
    """Read the rows above the first header row."""
    front = Front(skill=_skill(rows))
    columns = _MARK_COLUMNS
    for number, row in enumerate(rows[_FIRST_ROW - 1 :], start=_FIRST_ROW):
        first = code(cell(row, 0))
        if _NUMBER.fullmatch(first):
            _add_section(front, row, number, columns, reader)
        elif _LETTER.fullmatch(first):
            _add_criterion(front, row, number)
        elif first and not front.sections:
            columns = _mark_columns(row)
    return front


def _skill(rows: tuple[Row, ...]) -> str:
    return text(cell(rows[0], 0)) if rows else ""


def _mark_columns(row: Row) -> tuple[int, int]:
    """Find the columns of marks in the header of the sections, right of the names."""
    filled = [column for column in range(2, len(row)) if text(row[column])]
    return (filled[0], filled[1]) if len(filled) > 1 else _MARK_COLUMNS


def _add_section(
    front: Front, row: Row, number: int, columns: tuple[int, int], reader: Reader
) -> None:
    section = int(code(cell(row, 0)).partition(".")[0])
    declared = reader.read("declared", mark, cell(row, columns[0]), number)
    front.sections.append(
        Section(section, text(cell(row, 1)), declared or NOTHING, row=number)
    )
    shown = stated_at(row, columns[1])
    if shown is not None:
        front.stated.append(Stated(number, shown, section=section))


def _add_criterion(front: Front, row: Row, number: int) -> None:
    listed = Listed(code(cell(row, 0)), text(cell(row, 1)), number)
    shown = first_total(row, 2)
    front.criteria.append(listed)
    if shown is not None:
        front.stated.append(Stated(number, shown, letter=listed.letter))
