"""What the values of a measurement earn, in the marks of one aspect.

The calculation tells an expert its parameters (calculation_words.py); this tells the
judge beside the field what he will get: bounds in the unit of the value, marks of the
aspect instead of percent.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from people.rules.sentence import Sentence
from scoring.rules.calculation import Calculation
from scoring.rules.counting import (
    ChoiceDeduction,
    DirectMark,
    NumberCompleted,
    PassFail,
)
from scoring.rules.deviation import (
    DifferenceDeduction,
    PartStep,
    RangedScore,
    Tolerance,
)
from scoring.rules.measurement import read_method
from scoring.rules.rounding import round_half_up

Words = Iterator[Sentence]

#: The unit of the value in words; CIS has none, so schemes of our own carry it.
UNIT: Final = "UNIT_LABEL"


def unit_of(calculation: Calculation) -> str:
    """Return the unit in which the value is measured, if the scheme names one."""
    return calculation.parameters.get(UNIT, "").strip()


def earning(calculation: Calculation, max_mark: Decimal) -> tuple[Sentence, ...]:
    """Say which values earn what, for an aspect with this maximum.

    Raise InvalidParameters for a scheme that should never have been frozen.
    """
    unit = unit_of(calculation)
    after = f" {unit}" if unit else ""
    match read_method(calculation):
        case PassFail():
            words = _yes_or_no(max_mark)
        case NumberCompleted() as method:
            words = _counted(method, max_mark)
        case ChoiceDeduction():
            words = iter((Sentence("The mark beside the outcome you choose counts"),))
        case DifferenceDeduction() as method:
            words = _difference(method, max_mark, after)
        case RangedScore() as method:
            words = _ranges(method, max_mark, after)
        case Tolerance() as method:
            words = _tolerance(method, max_mark, after)
        case DirectMark():
            words = _written(max_mark)
        case other:
            raise TypeError(f"{type(other).__name__} has no words yet.")
    return tuple(words)


def _yes_or_no(max_mark: Decimal) -> Words:
    yield Sentence("Yes earns {most}, no 0.00", {"most": _mark(max_mark)})


def _counted(method: NumberCompleted, max_mark: Decimal) -> Words:
    yield Sentence(
        "Each of {number} earns {share}, all of them {most}",
        {
            "number": method.possible,
            "share": _mark(Fraction(max_mark) / method.possible),
            "most": _mark(max_mark),
        },
    )


def _difference(method: DifferenceDeduction, max_mark: Decimal, after: str) -> Words:
    places = _places(method.target, method.difference)
    amount = method.deduction_type.of(method.deduction, Fraction(max_mark))
    yield Sentence(
        "Target {target}{unit}, {amount} less for each {difference} away",
        {
            "target": _figure(method.target, places),
            "unit": after,
            "amount": _mark(amount),
            "difference": _figure(method.difference, places),
        },
    )
    yield _PART_STEPS[method.part_step]


def _ranges(method: RangedScore, max_mark: Decimal, after: str) -> Words:
    places = _places(
        *(edge for band in method.bands for edge in (band.lower, band.upper))
    )
    for band in sorted(method.bands, key=lambda band: band.deduction):
        less = method.deduction_type.of(band.deduction, Fraction(max_mark))
        yield Sentence(
            "{lower} to {upper}{unit} earns {mark}",
            {
                "lower": _figure(band.lower, places),
                "upper": _figure(band.upper, places),
                "unit": after,
                "mark": _mark(max(Fraction(max_mark) - less, Fraction(0))),
            },
        )
    yield Sentence("anything else 0.00")


def _tolerance(method: Tolerance, max_mark: Decimal, after: str) -> Words:
    places = _places(method.target, method.tolerance)
    yield Sentence(
        "Target {target}; {lower} to {upper}{unit} earns {mark}, anything else 0.00",
        {
            "target": _figure(method.target, places),
            "lower": _figure(method.target - method.tolerance, places),
            "upper": _figure(method.target + method.tolerance, places),
            "unit": after,
            "mark": _mark(max_mark),
        },
    )


def _written(max_mark: Decimal) -> Words:
    yield Sentence("The mark itself, from 0.00 to {most}", {"most": _mark(max_mark)})


def _mark(amount: Decimal | Fraction) -> str:
    """Return marks with two decimals, and the sign of about where that is not all."""
    rounded = round_half_up(amount)
    return str(rounded) if Fraction(rounded) == Fraction(amount) else f"≈{rounded}"


def _figure(value: Fraction, places: int) -> str:
    return str(round_half_up(value, places))


def _places(*values: Fraction) -> int:
    """Return how many decimals write all values; all came from decimals."""
    places = 0
    while any((value * 10**places).denominator != 1 for value in values):
        places += 1
    return places


_PART_STEPS: Final = {
    PartStep.UP: Sentence("a part of a step counts whole"),
    PartStep.DOWN: Sentence("a part of a step does not count"),
    PartStep.EXACT: Sentence("a part of a step counts in part"),
}
