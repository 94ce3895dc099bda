"""The WorldSkills scale: marks of 100 standardised so that the median entry has 700.

Source: 700 scale in use since WorldSkills 2017; the formula was fitted by a third party
to a real CIS export of 32 competitors, all of which it reproduces:

    m = median, MAD = median(|x - m|)
    score = 700 + 30 x (x - m) / (1.4826 x MAD), rounded half up to a whole number

- [x] 700 scale with these constants, configurable; no upper cap (854 has been seen)
- [x] MAD = 0: the scale is undefined and ranks go by marks; what CIS does is unknown
- [x] entries out of contest have a mark of 100 but no scale score and no influence
- [x] a field below 8 is told apart, because its MAD is unstable (our own threshold)
- [x] legacy 500 scale, 500 + k x (x - mean) / standard deviation: approximate, for the
  constants of 1988 to 2017 were never published
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from scoring.rules.rounding import Exact, round_half_up

CENTRE: Final = Decimal(700)
SLOPE: Final = Decimal(30)
# Makes the median absolute deviation of a normal distribution its standard deviation.
NORMAL: Final = Decimal("1.4826")
SMALL_FIELD: Final = 8

LEGACY_CENTRE: Final = Decimal(500)
LEGACY_DIGITS: Final = 50


@dataclass(frozen=True)
class Scale:
    """Scale scores by entry, with the centre and the spread they come from.

    ``scores`` is empty where the scale is undefined; ``is_approximate`` marks the
    legacy scale, whose numbers are near the official ones and not equal to them.
    """

    centre: Fraction
    spread: Fraction
    scores: Mapping[str, int] = field(default_factory=dict)
    field_size: int = 0
    is_approximate: bool = False

    @property
    def is_defined(self) -> bool:
        """Whether the marks differ enough to be put on a scale."""
        return self.spread > 0

    @property
    def is_small_field(self) -> bool:
        """Whether there are too few entries for a stable scale."""
        return self.field_size < SMALL_FIELD


def scale_700(
    marks: Mapping[str, Exact],
    *,
    out_of_contest: frozenset[str] = frozenset(),
    centre: Decimal = CENTRE,
    slope: Decimal = SLOPE,
) -> Scale:
    """Put the marks of 100 of every entry of an event on the 700 scale."""
    ranked = _ranked(marks, out_of_contest)
    if not ranked:
        return Scale(Fraction(0), Fraction(0))
    middle = median(ranked.values())
    deviation = median(abs(mark - middle) for mark in ranked.values())
    unit = Fraction(NORMAL) * deviation
    scores = {
        entry: int(
            round_half_up(
                Fraction(centre) + Fraction(slope) * (mark - middle) / unit, 0
            )
        )
        for entry, mark in ranked.items()
        if unit
    }
    return Scale(middle, deviation, scores, len(ranked))


def scale_500(
    marks: Mapping[str, Exact],
    *,
    slope: Decimal,
    out_of_contest: frozenset[str] = frozenset(),
) -> Scale:
    """Put marks on the legacy scale; the slope is the points of a standard deviation.

    ``spread`` of the answer is the variance, which is exact; its root is not.
    """
    ranked = _ranked(marks, out_of_contest)
    if not ranked:
        return Scale(Fraction(0), Fraction(0), is_approximate=True)
    mean = sum(ranked.values(), Fraction(0)) / len(ranked)
    squares = sum(((mark - mean) ** 2 for mark in ranked.values()), Fraction(0))
    variance = squares / len(ranked)
    scores = {
        entry: int(round_half_up(_legacy(mark - mean, variance, slope), 0))
        for entry, mark in ranked.items()
        if variance
    }
    return Scale(mean, variance, scores, len(ranked), is_approximate=True)


def median(values: Iterable[Fraction]) -> Fraction:
    """Return the middle value, or the mean of the two middle values."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def _ranked(
    marks: Mapping[str, Exact], out_of_contest: frozenset[str]
) -> dict[str, Fraction]:
    return {
        entry: Fraction(mark)
        for entry, mark in marks.items()
        if entry not in out_of_contest
    }


def _legacy(difference: Fraction, variance: Fraction, slope: Decimal) -> Decimal:
    with localcontext(prec=LEGACY_DIGITS):
        root = (Decimal(variance.numerator) / variance.denominator).sqrt()
        exact = Decimal(difference.numerator) / difference.denominator
        return LEGACY_CENTRE + slope * exact / root
