"""Totals as a workbook shows them, typed or stored; the aspects decide, not these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from people.imports.workbook_rows import Cell, Row
from scoring.imports.cis_cells import Unreadable, cell, decimal
from scoring.imports.cis_problems import STATED_TOTAL
from scoring.rules.rounding import round_half_up
from scoring.rules.scheme import Scheme, total_of
from scoring.rules.scheme_problems import Problem


@dataclass(frozen=True, slots=True)
class Stated:
    """A total that a row shows: of a section, of a criterion, else of all."""

    row: int
    total: Decimal
    section: int | None = None
    letter: str = ""

    def actual(self, scheme: Scheme) -> Decimal:
        """Add up the aspects this total is about."""
        if self.section is not None:
            return scheme.section_total(self.section)
        if not self.letter:
            return scheme.total
        return total_of(
            aspect
            for criterion in scheme.criteria
            if criterion.letter == self.letter
            for aspect in criterion.aspects
        )


def total_in(value: Cell) -> Decimal | None:
    """Read a shown total to two places; anything but a number is none."""
    try:
        number = decimal(value)
    except Unreadable:
        return None
    return None if number is None else round_half_up(number)


def first_total(row: Row, first_column: int) -> Decimal | None:
    """Read the first number at or behind a column."""
    totals = (total_in(value) for value in row[first_column:])
    return next((total for total in totals if total is not None), None)


def check_stated(scheme: Scheme, stated: Iterable[Stated]) -> Iterator[Problem]:
    """Warn of every shown total that is not the sum of its aspects."""
    for each in stated:
        actual = each.actual(scheme)
        if each.total != actual:
            yield STATED_TOTAL.at(each.row, stated=each.total, actual=actual)


def stated_at(row: Row, column: int) -> Decimal | None:
    """Read the total shown in one cell."""
    return total_in(cell(row, column))
