"""What a judge enters for a measurement aspect, and the reading of what was sent.

A value travels as a plain string: "1" or "0" for yes or no, a whole number for a
count, the number of a choice counted from 1, or a decimal such as "-0.25".
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

# Longer than any measurement, shorter than anything that could hurt.
MOST_DIGITS: Final = 9
MOST_PLACES: Final = 6
DECIMAL = re.compile(r"-?([0-9]+)(\.[0-9]+)?")
WHOLE = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}")


class InvalidValue(RuleBroken):
    """The value cannot be entered for this aspect."""


class InputKind(StrEnum):
    """Which control the tablet shows."""

    YES_NO = "yes_no"
    COUNT = "count"
    CHOICE = "choice"
    NUMBER = "number"


@dataclass(frozen=True)
class Choice:
    """One of several described outcomes; its number is what the tablet sends."""

    number: int
    label: str


@dataclass(frozen=True)
class MeasurementInput:
    """The control for one aspect with its limits; None means unlimited.

    Wide limits refuse what cannot be and tell the judge nothing about what is right.
    """

    kind: InputKind
    lowest: Decimal | None = None
    highest: Decimal | None = None
    places: int | None = None
    choices: tuple[Choice, ...] = ()
    is_wide: bool = False


def read_value(expected: MeasurementInput, value: str) -> Decimal:
    """Return the value as a number; raise InvalidValue saying what would be right."""
    if expected.kind is InputKind.YES_NO:
        return _read_yes_no(value)
    if expected.kind is InputKind.COUNT:
        return _read_count(expected, value)
    if expected.kind is InputKind.CHOICE:
        return _read_choice(expected, value)
    return _read_number(expected, value)


def _read_yes_no(value: str) -> Decimal:
    if value not in {"0", "1"}:
        raise InvalidValue(
            Sentence("“{value}” is neither yes nor no; send 1 or 0.", {"value": value})
        )
    return Decimal(value)


def _read_count(expected: MeasurementInput, value: str) -> Decimal:
    highest = expected.highest or Decimal(0)
    if not WHOLE.fullmatch(value) or Decimal(value) > highest:
        raise InvalidValue(
            Sentence(
                "“{value}” is no possible count; enter a whole number from 0 to"
                " {highest}.",
                {"value": value, "highest": str(highest)},
            )
        )
    return Decimal(value)


def _read_choice(expected: MeasurementInput, value: str) -> Decimal:
    numbers = [str(choice.number) for choice in expected.choices]
    if value not in numbers:
        raise InvalidValue(
            Sentence(
                "“{value}” is none of the choices; send one of {numbers}.",
                {"value": value, "numbers": ", ".join(numbers)},
            )
        )
    return Decimal(value)


def _read_number(expected: MeasurementInput, value: str) -> Decimal:
    written = DECIMAL.fullmatch(value)
    if not written:
        raise InvalidValue(
            Sentence(
                "“{value}” is no number; enter digits with a decimal point, such as"
                " 12.5.",
                {"value": value},
            )
        )
    if len(written[1]) > MOST_DIGITS:
        raise InvalidValue(
            Sentence(
                "“{value}” is too long; at most {digits} digits are possible before"
                " the decimal point.",
                {"value": value, "digits": MOST_DIGITS},
            )
        )
    number = Decimal(value)
    _check_places(expected, number, value)
    _check_limits(expected, number, value)
    return number


def _check_places(expected: MeasurementInput, number: Decimal, value: str) -> None:
    places = MOST_PLACES if expected.places is None else expected.places
    if number != round(number, places):
        raise InvalidValue(
            Sentence(
                "“{value}” has too many decimals; {places} are possible.",
                {"value": value, "places": places},
            )
        )


def _check_limits(expected: MeasurementInput, number: Decimal, value: str) -> None:
    too_low = expected.lowest is not None and number < expected.lowest
    too_high = expected.highest is not None and number > expected.highest
    if too_low or too_high:
        raise InvalidValue(
            Sentence(
                "“{value}” is out of range; enter a number from {lowest} to {highest}.",
                {
                    "value": value,
                    "lowest": str(expected.lowest),
                    "highest": str(expected.highest),
                },
            )
        )
