"""Finds the unit a row of a spreadsheet means, by credit code or exact name."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from competitions.queries.entry_lookup import Known
from competitions.rules.entry_rows import CheckedRow, Column
from people.models import Organisation
from people.rules.sentence import Sentence

Found = tuple[CheckedRow, Organisation | None]


@dataclass
class UnitFinder:
    """Finds units row by row and remembers which unknown ones the rows would add."""

    known: Known
    own_units: Sequence[Organisation]
    is_office: bool
    registers_units: bool
    _new_codes: dict[str, str] = field(default_factory=dict)
    _new_names: dict[str, str] = field(default_factory=dict)

    def find(self, row: CheckedRow) -> Found:
        """Return the row, perhaps with a problem, and its unit when there is one."""
        if any(problem.column == Column.CREDIT_CODE for problem in row.problems):
            return row, None
        if not row.unit and not row.credit_code:
            return self._own(row)
        unit = self.known.by_code.get(row.credit_code) if row.credit_code else None
        row, unit = self._agreeing(row, unit) if unit else self._by_name(row)
        if unit and not self.is_office and unit not in self.own_units:
            return self._other(row), None
        return row, unit

    def _own(self, row: CheckedRow) -> Found:
        if not self.is_office and len(self.own_units) == 1:
            return row, self.own_units[0]
        sentence = Sentence(
            "The unit is missing; write its full name or its social credit code."
        )
        return row.with_problem(Column.UNIT, sentence), None

    def _agreeing(self, row: CheckedRow, unit: Organisation) -> Found:
        if not row.unit or row.unit == unit.name:
            return row, unit
        sentence = Sentence(
            "The social credit code belongs to “{unit}”; write this name, or the code"
            " of the unit you mean.",
            {"unit": unit.name},
        )
        return row.with_problem(Column.UNIT, sentence), None

    def _by_name(self, row: CheckedRow) -> Found:
        found = self.known.by_name.get(row.unit, [])
        if row.credit_code:
            found = [unit for unit in found if not unit.credit_code]
        if len(found) == 1:
            return row, found[0]
        if found:
            sentence = Sentence(
                "Several units are called “{unit}”; write its social credit code too.",
                {"unit": row.unit},
            )
            return row.with_problem(Column.UNIT, sentence), None
        return self._unknown(row), None

    def _unknown(self, row: CheckedRow) -> CheckedRow:
        if not self.is_office:
            return self._other(row)
        if row.unit in self.known.by_name:
            sentence = Sentence(
                "“{unit}” is registered with another social credit code; compare it"
                " with the licence.",
                {"unit": row.unit},
            )
            return row.with_problem(Column.CREDIT_CODE, sentence)
        if self.registers_units and row.unit:
            return self._new(row)
        sentence = Sentence(
            "No unit is called “{unit}”. Write its full registered name or its social"
            " credit code, or register the unit first.",
            {"unit": row.unit or row.credit_code},
        )
        return row.with_problem(Column.UNIT, sentence)

    def _new(self, row: CheckedRow) -> CheckedRow:
        """Keep name and code of a new unit together in all rows that name it."""
        code = self._new_codes.setdefault(row.unit, row.credit_code)
        name = self._new_names.setdefault(code, row.unit) if code else row.unit
        if code == row.credit_code and name == row.unit:
            return row
        sentence = Sentence(
            "The new unit “{unit}” stands in this file with different social credit"
            " codes; write the same code in all its rows.",
            {"unit": row.unit},
        )
        return row.with_problem(Column.CREDIT_CODE, sentence)

    def _other(self, row: CheckedRow) -> CheckedRow:
        sentence = Sentence(
            "You enter competitors of “{unit}” only; correct the unit, or leave it"
            " blank.",
            {"unit": "”, “".join(unit.name for unit in self.own_units)},
        )
        return row.with_problem(Column.UNIT, sentence)
