"""Measurement: one agreed value becomes a mark by the aspect's calculation.

Source: WorldSkills technical descriptions 4.7 (calculations are mandated; unless stated
otherwise only the maximum or zero is given).

- [x] every calculation of real CIS schemes, see counting.py and deviation.py
- [x] a mark is rounded once, half up, and lies between zero and the maximum
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from scoring.rules.calculation import Calculation, CalculationKind
from scoring.rules.counting import (
    ChoiceDeduction,
    DirectMark,
    NumberCompleted,
    PassFail,
)
from scoring.rules.deviation import DifferenceDeduction, RangedScore, Tolerance
from scoring.rules.measurement_input import MeasurementInput, read_value
from scoring.rules.rounding import round_half_up


class Method(Protocol):
    """A calculation whose parameters have been read."""

    def input(self, max_mark: Decimal, /) -> MeasurementInput:
        """Return what the judge is asked."""

    def mark(self, value: Fraction, max_mark: Fraction, /) -> Fraction:
        """Return the exact mark; it may lie outside zero and the maximum."""


METHODS: Final[Mapping[CalculationKind, Callable[[Mapping[str, str]], Method]]] = {
    CalculationKind.PASS_FAIL: PassFail.read,
    CalculationKind.NUMBER_COMPLETED: NumberCompleted.read,
    CalculationKind.CHOICE: ChoiceDeduction.read,
    CalculationKind.REGULAR_DIFFERENCE_DEDUCTION: DifferenceDeduction.read,
    CalculationKind.RANGED_SCORE: RangedScore.read,
    CalculationKind.TOLERANCE_ALL_OR_NOTHING: Tolerance.read,
    CalculationKind.MARK: DirectMark.read,
}


def mark(calculation: Calculation, value: str, max_mark: Decimal) -> Decimal:
    """Return the mark, with two decimals, that a value sent by a tablet earns.

    Raise InvalidValue for a value that cannot be, InvalidParameters for a scheme that
    should never have been frozen.
    """
    method = read_method(calculation)
    number = read_value(method.input(max_mark), value)
    exact = method.mark(Fraction(number), Fraction(max_mark))
    return round_half_up(min(max(exact, Fraction(0)), Fraction(max_mark)))


def input_kind(calculation: Calculation, max_mark: Decimal) -> MeasurementInput:
    """Return the control a judge needs, with its limits and choices."""
    return read_method(calculation).input(max_mark)


def check_parameters(calculation: Calculation) -> None:
    """Raise InvalidParameters, saying which one is wrong, unless all can be read."""
    read_method(calculation)


def read_method(calculation: Calculation) -> Method:
    """Read the parameters of a calculation into the method they describe."""
    return METHODS[calculation.kind](calculation.parameters)
