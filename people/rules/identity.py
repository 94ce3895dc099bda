"""Identity numbers of 18 characters, as GB 11643-1999 builds them.

Source: GB 11643-1999; ISO 7064 MOD 11-2.

- [x] resident identity cards
- [x] residence permits for Hong Kong, Macau and Taiwan residents (81, 82, 83)
- [x] permanent residence cards of foreigners (starting with 9)
- [x] full-width digits, spaces and a small x are read as meant
- [x] numbers that a spreadsheet has damaged are refused with the reason
- [x] the region is never checked: cards keep the codes of dissolved counties

A right check character proves the form of a number, not whose it is. No sentence here
repeats the number, for sentences end up in logs.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

LENGTH: Final = 18
OLD_LENGTH: Final = 15
WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_CHARACTERS: Final = "10X98765432"
SHOWN_FIRST, SHOWN_LAST = 3, 4

# What spreadsheets make of eighteen digits: 3.30699E+17, or a trailing ".0".
SPREADSHEET_NUMBER = re.compile(r"[0-9]+(\.[0-9]*)?E\+?[0-9]+|[0-9]{15,18}\.0*")
# A spreadsheet keeps fifteen significant digits and writes zeros for the rest.
LOST_DIGITS: Final = "000"


class InvalidIdentityNumber(RuleBroken):
    """The text is no identity number of 18 characters."""


class IdentityKind(StrEnum):
    """Which document a number of this form stands on."""

    RESIDENT = "resident"
    HONG_KONG_MACAU_TAIWAN = "hong_kong_macau_taiwan"
    FOREIGN_PERMANENT_RESIDENT = "foreign_permanent_resident"


class Sex(StrEnum):
    """What the seventeenth digit tells: odd for men, even for women."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True)
class IdentityNumber:
    """A number of the right form and what can be read from it."""

    number: str
    birth_date: date
    sex: Sex
    kind: IdentityKind

    def masked(self) -> str:
        """Return the number as screens may show it: 330***********0015."""
        return mask(self.number)


def mask(number: str) -> str:
    """Hide all but the first three and last four characters of a number."""
    hidden = "*" * (len(number) - SHOWN_FIRST - SHOWN_LAST)
    return number[:SHOWN_FIRST] + hidden + number[-SHOWN_LAST:]


def parse_identity_number(text: str, *, today: date) -> IdentityNumber:
    """Read an identity number; raise InvalidIdentityNumber with the reason.

    Hand over numeric spreadsheet cells as ``str(cell)``: the exponent gives them away.
    """
    number = _normalise(text)
    _check_form(number)
    _check_character(number)
    return IdentityNumber(
        number=number,
        birth_date=_birth_date(number, today=today),
        sex=Sex.MALE if int(number[16]) % 2 else Sex.FEMALE,
        kind=_kind(number),
    )


def looks_like_identity_number(text: str) -> bool:
    """Whether a search means an identity number, even one cut short or mistyped."""
    return re.fullmatch(r"\d{14,}[\dX]?", _normalise(text)) is not None


def check_character(first_seventeen: str) -> str:
    """Return the eighteenth character that belongs to seventeen digits."""
    total = sum(
        int(digit) * weight
        for digit, weight in zip(first_seventeen, WEIGHTS, strict=True)
    )
    return CHECK_CHARACTERS[total % 11]


def _normalise(text: str) -> str:
    visible = "".join(
        character
        for character in unicodedata.normalize("NFKC", text)
        if not character.isspace() and unicodedata.category(character) != "Cf"
    )
    return visible.lstrip("'").upper()


def _check_form(number: str) -> None:
    if not number:
        raise InvalidIdentityNumber(
            Sentence("The identity number is empty; write its 18 characters.")
        )
    if SPREADSHEET_NUMBER.fullmatch(number):
        raise InvalidIdentityNumber(_damaged())
    if len(number) == OLD_LENGTH and number.isascii() and number.isdigit():
        raise InvalidIdentityNumber(
            Sentence(
                "This is an old identity number of 15 digits, not valid since 2013;"
                " write the 18 characters of the present card."
            )
        )
    if len(number) != LENGTH:
        raise InvalidIdentityNumber(
            Sentence(
                "The identity number has {length} characters; it must have 18.",
                {"length": len(number)},
            )
        )
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        raise InvalidIdentityNumber(
            Sentence("The identity number must be 17 digits followed by a digit or X.")
        )


def _check_character(number: str) -> None:
    expected = check_character(number[:-1])
    if number[-1] == expected:
        return
    # A few real numbers do end in 000, so these alone are no proof of damage.
    if number.endswith(LOST_DIGITS):
        raise InvalidIdentityNumber(_damaged())
    raise InvalidIdentityNumber(
        Sentence(
            "The identity number does not fit its check character, so at least one"
            " character is mistyped; compare it with the card. If the first 17 digits"
            " are right, the last character must be {expected}.",
            {"expected": expected},
        )
    )


def _damaged() -> Sentence:
    return Sentence(
        "A spreadsheet has damaged this identity number: it keeps 15 digits and turns"
        " the last three to zeros. Format the column as text and type it again."
    )


def _birth_date(number: str, *, today: date) -> date:
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    try:
        birth_date = date(year, month, day)
    except ValueError:
        raise InvalidIdentityNumber(
            Sentence(
                "Characters 7 to 14 of the identity number, {digits}, are no date;"
                " compare them with the card.",
                {"digits": number[6:14]},
            )
        ) from None
    if birth_date > today:
        raise InvalidIdentityNumber(
            Sentence(
                "The birth date in the identity number, {birth_date}, lies in the"
                " future; compare characters 7 to 14 with the card.",
                {"birth_date": birth_date.isoformat()},
            )
        )
    return birth_date


def _kind(number: str) -> IdentityKind:
    if number.startswith(("81", "82", "83")):
        return IdentityKind.HONG_KONG_MACAU_TAIWAN
    if number.startswith("9"):
        return IdentityKind.FOREIGN_PERMANENT_RESIDENT
    return IdentityKind.RESIDENT
