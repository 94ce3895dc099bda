"""Calculations that count or choose: pass or fail, number completed, choices, marks.

Source: CIS sheet "Calculations" of real schemes (WSC 2019 to ES 2025).

- [x] PASS_FAIL: the maximum or zero
- [x] NUMBER_COMPLETED (NUM_POSSIBLE): maximum x completed / possible
- [x] CHOICE (DEDUCTION_TYPE, CHOICEn_LABEL, CHOICEn_DEDUCTION): the maximum less a
  deduction in marks or percent; the order of choices is free, worst first happens
- [x] MARK (ours): the mark itself, in steps of 0.01, for city competitions
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Self

from people.rules.sentence import Sentence
from scoring.rules.calculation import (
    AmountType,
    InvalidParameters,
    is_given,
    read_not_negative,
    read_positive,
    read_word,
)
from scoring.rules.measurement_input import Choice, InputKind, MeasurementInput
from scoring.rules.rounding import MARK_PLACES

CHOICE_KEY = re.compile(r"CHOICE([1-9][0-9]?)_(LABEL|DEDUCTION)")


@dataclass(frozen=True)
class PassFail:
    """The maximum for yes, nothing for no."""

    @classmethod
    def read(cls, _parameters: Mapping[str, str]) -> Self:
        """Take no parameters."""
        return cls()

    def input(self, _max_mark: Decimal) -> MeasurementInput:
        """Ask yes or no."""
        return MeasurementInput(InputKind.YES_NO)

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the maximum for 1, zero for 0."""
        return value * max_mark


@dataclass(frozen=True)
class NumberCompleted:
    """An equal share of the maximum for each thing completed."""

    possible: int

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read NUM_POSSIBLE, a whole number."""
        possible = read_positive(parameters, "NUM_POSSIBLE")
        if possible.denominator != 1:
            raise InvalidParameters(
                Sentence(
                    "NUM_POSSIBLE is {text}; it must be a whole number.",
                    {"text": parameters["NUM_POSSIBLE"]},
                )
            )
        return cls(int(possible))

    def input(self, _max_mark: Decimal) -> MeasurementInput:
        """Ask for a count up to what is possible."""
        return MeasurementInput(
            InputKind.COUNT, lowest=Decimal(0), highest=Decimal(self.possible)
        )

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the share of the maximum that the count earns."""
        return max_mark * value / self.possible


@dataclass(frozen=True)
class ChoiceDeduction:
    """A deduction from the maximum for each described outcome."""

    choices: tuple[Choice, ...]
    deductions: Mapping[int, Fraction]
    deduction_type: AmountType

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read the choices; a slot with neither label nor deduction is unused."""
        numbers = sorted(
            {
                int(match[1])
                for key in parameters
                if (match := CHOICE_KEY.fullmatch(key)) and is_given(parameters, key)
            }
        )
        if not numbers:
            raise InvalidParameters(
                Sentence("No choice is given; give CHOICE1_LABEL, CHOICE1_DEDUCTION…")
            )
        return cls(
            choices=tuple(
                Choice(number, parameters.get(f"CHOICE{number}_LABEL", "").strip())
                for number in numbers
            ),
            deductions={
                number: read_not_negative(parameters, f"CHOICE{number}_DEDUCTION")
                for number in numbers
            },
            deduction_type=read_word(parameters, "DEDUCTION_TYPE", AmountType.UNIT),
        )

    def input(self, _max_mark: Decimal) -> MeasurementInput:
        """Offer the choices in the order of the scheme."""
        return MeasurementInput(InputKind.CHOICE, choices=self.choices)

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the maximum less the deduction of the chosen outcome."""
        deduction = self.deductions[int(value)]
        return max_mark - self.deduction_type.of(deduction, max_mark)


@dataclass(frozen=True)
class DirectMark:
    """The judge writes the mark itself."""

    @classmethod
    def read(cls, _parameters: Mapping[str, str]) -> Self:
        """Take no parameters."""
        return cls()

    def input(self, max_mark: Decimal) -> MeasurementInput:
        """Ask for a number from 0 to the maximum with two decimals."""
        return MeasurementInput(
            InputKind.NUMBER, lowest=Decimal(0), highest=max_mark, places=MARK_PLACES
        )

    def mark(self, value: Fraction, _max_mark: Fraction) -> Fraction:
        """Return the value: it is the mark."""
        return value
