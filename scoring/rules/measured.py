"""What can have been measured: the range of values that a calculation takes.

- [x] a value that cannot have been measured is refused, not marked 0.00: own rule, for
  CIS knows none. What is measured against a target above zero (a length, a time, a
  weight) is never negative, unless the scheme itself names a bound below zero; and
  nothing lies a hundred times further out than the farthest value that the scheme
  speaks of. That is two slips of the decimal point: a bad piece of work may well be
  ten times out, and its value has to be kept
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from scoring.rules.measurement_input import InputKind, MeasurementInput

# How many times further out than anything its scheme names a value may lie.
FARTHEST: Final = 100


@dataclass(frozen=True)
class Measured:
    """A calculation whose value is a decimal number of the target's kind."""

    target: Fraction

    def input(self, max_mark: Decimal) -> MeasurementInput:
        """Ask for a number that can have been measured."""
        named = (self.target, *self.bounds(Fraction(max_mark)))
        reach = max(abs(value) for value in named)
        if not reach:
            return MeasurementInput(InputKind.NUMBER)
        # Whole numbers, for a third of something has no last decimal.
        highest = Decimal(math.ceil(FARTHEST * reach))
        is_signed = self.target <= 0 or self.names_negative
        return MeasurementInput(
            InputKind.NUMBER,
            lowest=-highest if is_signed else Decimal(0),
            highest=highest,
            is_wide=True,
        )

    def bounds(self, _max_mark: Fraction) -> tuple[Fraction, ...]:
        """Return the values beyond which the mark is zero; none if it never is."""
        return ()

    @property
    def names_negative(self) -> bool:
        """Whether the scheme itself gives a bound below zero."""
        return False
