"""The rows of a spreadsheet of entries: as typed, as they would be stored, as shown.

Source: the entry forms of city competitions; identity numbers are never shown whole.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from people.rules.identity import (
    IdentityNumber,
    mask,
)
from people.rules.sentence import Sentence

PHONE: Final = re.compile(r"\+?[0-9]{7,15}")
#: Shorter texts would be shown whole by a mask of first three and last four.
SHORTEST_MASKED: Final = 12


class Column(StrEnum):
    """What a row tells, by the field it fills."""

    UNIT = "unit"
    CREDIT_CODE = "credit_code"
    TEAM = "team"
    NAME = "name"
    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"


@dataclass(frozen=True)
class Problem:
    """Something wrong with one field of a row, and what would be right."""

    column: Column
    sentence: Sentence


@dataclass(frozen=True, kw_only=True)
class TypedRow:
    """A row as it was typed; ``line`` is its number in the spreadsheet."""

    line: int
    unit: str = ""
    credit_code: str = ""
    team: str = ""
    name: str = ""
    identity_number: str = ""
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckedRow:
    """A row with its values as they would be stored, and what is wrong with it."""

    typed: TypedRow
    unit: str
    credit_code: str
    team: str
    name: str
    identity: IdentityNumber | None
    phone: str
    problems: tuple[Problem, ...] = ()

    def with_problem(self, column: Column, sentence: Sentence) -> "CheckedRow":
        """Return the row with one thing more to mend."""
        return replace(self, problems=(*self.problems, Problem(column, sentence)))


def masked(text: str) -> str:
    """Hide a number as typed, right or wrong, but for its two ends."""
    compact = "".join(text.split())
    return mask(compact) if len(compact) >= SHORTEST_MASKED else "*" * len(compact)


def normalise_phone(text: str) -> str:
    """Return a telephone number without spaces, hyphens and full-width digits."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(
        character
        for character in plain
        if character not in "-()'"
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    )


def team_key(row: CheckedRow) -> tuple[str, str]:
    """Return what rows of one team share: the unit as typed and the team's name."""
    return (row.credit_code or row.unit, row.team)
