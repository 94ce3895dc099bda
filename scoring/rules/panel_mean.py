"""The mean of a panel's marks, plain or without the extremes.

Source: rules of Chinese skills competitions since 2014: 去掉一个最高分和一个最低分, of
five judges the highest and the lowest mark are dropped and the rest averaged.

- [x] exactly one of equal extremes is dropped
- [x] with fewer than three marks the plain mean counts; all numbers are configurable
- [x] the mean is exact: whoever asks for it rounds, once
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.rules.rounding import Exact

FEWEST_TO_TRIM: Final = 3


@dataclass(frozen=True)
class PanelMean:
    """How many extremes are dropped, and how many marks that takes at least."""

    drop_highest: int = 0
    drop_lowest: int = 0
    fewest: int = FEWEST_TO_TRIM

    def __post_init__(self) -> None:
        """Refuse a setting that could leave no mark."""
        dropped = self.drop_highest + self.drop_lowest
        if min(self.drop_highest, self.drop_lowest) < 0 or dropped >= self.fewest:
            raise ValueError("Dropping the extremes must leave at least one mark.")

    def of(self, marks: Iterable[Exact]) -> Fraction:
        """Return the exact mean of the marks that count."""
        ordered = sorted(Fraction(mark) for mark in marks)
        if not ordered:
            raise ValueError("A mean needs at least one mark.")
        if len(ordered) >= self.fewest:
            ordered = ordered[self.drop_lowest : len(ordered) - self.drop_highest]
        return sum(ordered, Fraction(0)) / len(ordered)


PLAIN_MEAN: Final = PanelMean()
TRIMMED_MEAN: Final = PanelMean(drop_highest=1, drop_lowest=1)
