"""A calculation of a measurement aspect: its kind and its parameters as CIS names them.

Parameters stay the strings that the workbook carries (``NUM_POSSIBLE``,
``CHOICE1_LABEL``, ``RANGE2_UPPER``), so that an export equals the import; the functions
here read numbers from them and say which one is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from people.rules.sentence import RuleBroken, Sentence

PERCENT: Final = 100
Word = TypeVar("Word", bound=StrEnum)


class InvalidParameters(RuleBroken):
    """The parameters of a calculation are missing, no numbers or impossible."""


class CalculationKind(StrEnum):
    """Every way to turn a measured value into a mark."""

    PASS_FAIL = "PASS_FAIL"  # noqa: S105 - not a password, the name CIS uses
    NUMBER_COMPLETED = "NUMBER_COMPLETED"
    CHOICE = "CHOICE"
    REGULAR_DIFFERENCE_DEDUCTION = "REGULAR_DIFFERENCE_DEDUCTION"
    RANGED_SCORE = "RANGED_SCORE"
    # The two below are ours: tolerances of many technical descriptions, and the mark
    # itself as city competitions write it.
    TOLERANCE_ALL_OR_NOTHING = "TOLERANCE_ALL_OR_NOTHING"
    MARK = "MARK"


class AmountType(StrEnum):
    """Whether an amount is in marks (or millimetres) or in percent of the whole."""

    UNIT = "UNIT"
    PERCENT = "PERCENT"

    def of(self, amount: Fraction, whole: Fraction) -> Fraction:
        """Return the amount in units of the whole."""
        return whole * amount / PERCENT if self is AmountType.PERCENT else amount


@dataclass(frozen=True)
class Calculation:
    """How an aspect is calculated; without parameters it is yes or no."""

    kind: CalculationKind = CalculationKind.PASS_FAIL
    parameters: Mapping[str, str] = field(default_factory=dict)


def is_given(parameters: Mapping[str, str], key: str) -> bool:
    """Whether a parameter has any text."""
    return bool(parameters.get(key, "").strip())


def read_number(parameters: Mapping[str, str], key: str) -> Fraction:
    """Return a parameter as an exact number."""
    text = parameters.get(key, "").strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise InvalidParameters(
            Sentence(
                "{key} is “{text}”; it must be a number.", {"key": key, "text": text}
            )
        )
    return Fraction(number)


def read_positive(parameters: Mapping[str, str], key: str) -> Fraction:
    """Return a parameter that must be above zero."""
    number = read_number(parameters, key)
    if number <= 0:
        raise InvalidParameters(
            Sentence(
                "{key} is {text}; it must be above zero.",
                {"key": key, "text": parameters[key]},
            )
        )
    return number


def read_not_negative(parameters: Mapping[str, str], key: str) -> Fraction:
    """Return a parameter that may be zero but not less."""
    number = read_number(parameters, key)
    if number < 0:
        raise InvalidParameters(
            Sentence(
                "{key} is {text}; it must not be below zero.",
                {"key": key, "text": parameters[key]},
            )
        )
    return number


def read_word(parameters: Mapping[str, str], key: str, default: Word) -> Word:
    """Return a parameter that is one of a few words; empty means the default."""
    text = parameters.get(key, "").strip().upper()
    words = {word.value: word for word in type(default)}
    if text and text not in words:
        raise InvalidParameters(
            Sentence(
                "{key} is “{text}”; it must be one of {words}.",
                {"key": key, "text": text, "words": ", ".join(words)},
            )
        )
    return words.get(text, default)
