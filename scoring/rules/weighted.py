"""The total of an event from its weighted parts, such as theory 20 % and practice 80 %.

Source: Jiangxi 振兴杯 scoring standard 1.2 (parts with two decimals, half up, never
below 0.00); provincial and ministry rules with 20/80, 30/70 and 25/55/20.

- [x] a part counts mark x weight / full mark
- [x] parts that come already weighted are added as they are
- [x] the total is rounded once, at the end, and is never below 0.00
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from scoring.rules.rounding import round_half_up

FULL_MARK: Final = Decimal(100)


@dataclass(frozen=True)
class WeightedPart:
    """The mark of one part out of its full mark, and its weight in percent."""

    mark: Decimal
    weight: Decimal
    full_mark: Decimal = FULL_MARK

    def share(self) -> Fraction:
        """Return what the part adds to the total, exactly."""
        return Fraction(self.mark) * Fraction(self.weight) / Fraction(self.full_mark)


def weighted_total(
    parts: Iterable[WeightedPart], *, already_weighted: Iterable[Decimal] = ()
) -> Decimal:
    """Return the total of an event with two decimals."""
    total = sum((part.share() for part in parts), Fraction(0))
    total += sum((Fraction(mark) for mark in already_weighted), Fraction(0))
    return round_half_up(max(total, Fraction(0)))
