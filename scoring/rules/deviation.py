"""Calculations that compare a measured value with a target.

Source: CIS sheet "Calculations"; tolerances of TD 20, 22 and 27.

- [x] REGULAR_DIFFERENCE_DEDUCTION: a deduction for each difference from the target;
  whether a part step counts is not documented: PART_STEP says UP (default), DOWN or
  EXACT. DIFFERENCE_TYPE PERCENT (of the target) and DEDUCTION_TYPE PERCENT (of the
  maximum) are read like UNIT
- [x] RANGED_SCORE: bands around the target, each with a deduction; the least deduction
  among the bands that hold the value applies, outside all the mark is zero. The meaning
  of the bounds is not documented either: READING says OFFSETS (default, the band is
  [target - lower, target + upper], which fits every real scheme seen) or ABSOLUTE
- [x] TOLERANCE_ALL_OR_NOTHING: the maximum within the tolerance, else zero
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Self

from people.rules.sentence import Sentence
from scoring.rules.calculation import (
    AmountType,
    InvalidParameters,
    is_given,
    read_not_negative,
    read_number,
    read_positive,
    read_word,
)
from scoring.rules.measured import Measured

RANGE_KEY = re.compile(r"RANGE([1-9][0-9]?)_DEDUCTION")


class PartStep(StrEnum):
    """What a part of a difference costs: a whole step, nothing, or its part."""

    UP = "UP"
    DOWN = "DOWN"
    EXACT = "EXACT"

    def of(self, steps: Fraction) -> Fraction:
        """Return the number of steps that are deducted."""
        if self is PartStep.EXACT:
            return steps
        return Fraction(math.ceil(steps) if self is PartStep.UP else math.floor(steps))


class RangeReading(StrEnum):
    """Whether bounds of a band are offsets from the target or plain values."""

    OFFSETS = "OFFSETS"
    ABSOLUTE = "ABSOLUTE"


@dataclass(frozen=True)
class DifferenceDeduction(Measured):
    """A deduction for each step away from the target."""

    difference: Fraction
    deduction: Fraction
    deduction_type: AmountType
    part_step: PartStep

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read target, difference and deduction."""
        target = read_number(parameters, "TARGET_VALUE")
        difference_type = read_word(parameters, "DIFFERENCE_TYPE", AmountType.UNIT)
        difference = difference_type.of(
            read_positive(parameters, "DIFFERENCE"), abs(target)
        )
        if not difference:
            raise InvalidParameters(
                Sentence("DIFFERENCE_TYPE is PERCENT of a TARGET_VALUE of 0; use UNIT.")
            )
        return cls(
            target=target,
            difference=difference,
            deduction=read_not_negative(parameters, "DEDUCTION"),
            deduction_type=read_word(parameters, "DEDUCTION_TYPE", AmountType.UNIT),
            part_step=read_word(parameters, "PART_STEP", PartStep.UP),
        )

    def bounds(self, max_mark: Fraction) -> tuple[Fraction, ...]:
        """Return where the deductions have used the maximum up, or the first step."""
        each = self.deduction_type.of(self.deduction, max_mark)
        steps = max(max_mark / each, Fraction(1)) if each else Fraction(1)
        reach = self.difference * steps
        return self.target - reach, self.target + reach

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the maximum less the steps' deductions; it may fall below zero."""
        steps = self.part_step.of(abs(value - self.target) / self.difference)
        return max_mark - steps * self.deduction_type.of(self.deduction, max_mark)


@dataclass(frozen=True)
class Band:
    """An interval of values with one deduction."""

    lower: Fraction
    upper: Fraction
    deduction: Fraction


@dataclass(frozen=True)
class RangedScore(Measured):
    """Bands of values around a target."""

    bands: tuple[Band, ...]
    deduction_type: AmountType

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read target and bands; a band without a deduction is unused."""
        target = read_number(parameters, "TARGET_VALUE")
        reading = read_word(parameters, "READING", RangeReading.OFFSETS)
        bands = tuple(
            _read_band(parameters, f"RANGE{match[1]}", target, reading)
            for key in sorted(parameters)
            if (match := RANGE_KEY.fullmatch(key)) and is_given(parameters, key)
        )
        if not bands:
            raise InvalidParameters(
                Sentence("No range is given; give RANGE1_LOWER, _UPPER, _DEDUCTION…")
            )
        return cls(
            target=target,
            bands=bands,
            deduction_type=read_word(parameters, "DEDUCTION_TYPE", AmountType.UNIT),
        )

    def bounds(self, _max_mark: Fraction) -> tuple[Fraction, ...]:
        """Return the ends of the bands."""
        return tuple(end for band in self.bands for end in (band.lower, band.upper))

    @property
    def names_negative(self) -> bool:
        """Whether a band reaches below zero."""
        return any(band.lower < 0 for band in self.bands)

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the maximum less the least deduction that applies, or zero."""
        deductions = [
            band.deduction for band in self.bands if band.lower <= value <= band.upper
        ]
        if not deductions:
            return Fraction(0)
        return max_mark - self.deduction_type.of(min(deductions), max_mark)


@dataclass(frozen=True)
class Tolerance(Measured):
    """All or nothing around a target."""

    tolerance: Fraction

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read target and tolerance."""
        return cls(
            target=read_number(parameters, "TARGET_VALUE"),
            tolerance=read_not_negative(parameters, "TOLERANCE"),
        )

    def bounds(self, _max_mark: Fraction) -> tuple[Fraction, ...]:
        """Return the ends of the tolerance."""
        return self.target - self.tolerance, self.target + self.tolerance

    @property
    def names_negative(self) -> bool:
        """Whether the tolerance reaches below zero."""
        return self.target < self.tolerance

    def mark(self, value: Fraction, max_mark: Fraction) -> Fraction:
        """Return the maximum up to and including the tolerance, else zero."""
        return max_mark if abs(value - self.target) <= self.tolerance else Fraction(0)


def _read_band(
    parameters: Mapping[str, str], name: str, target: Fraction, reading: RangeReading
) -> Band:
    deduction = read_not_negative(parameters, f"{name}_DEDUCTION")
    if reading is RangeReading.ABSOLUTE:
        lower = read_number(parameters, f"{name}_LOWER")
        upper = read_number(parameters, f"{name}_UPPER")
    else:
        lower = target - read_not_negative(parameters, f"{name}_LOWER")
        upper = target + read_not_negative(parameters, f"{name}_UPPER")
    if lower > upper:
        raise InvalidParameters(
            Sentence("{name}_LOWER is above {name}_UPPER.", {"name": name})
        )
    return Band(lower, upper, deduction)
