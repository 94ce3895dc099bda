"""What can be wrong with a row of a spreadsheet of entries, by its own values.

Source: GB 11643-1999 and GB 32100-2015 for the numbers; the team size is the event's.

- [x] every field is checked, so that a row names all that is wrong with it at once
- [x] a person stands once in a file, and the later row names the earlier one
- [x] a team has as many rows as the event asks for
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from people.rules.credit_code import InvalidCreditCode, parse_credit_code
from people.rules.identity import (
    IdentityNumber,
    InvalidIdentityNumber,
    mask,
    parse_identity_number,
)
from people.rules.names import InvalidName, normalise_name
from people.rules.sentence import Sentence

PHONE: Final = re.compile(r"\+?[0-9]{7,15}")
LONGEST_UNIT: Final = 120
LONGEST_TEAM: Final = 100
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


def check_rows(
    rows: Sequence[TypedRow], *, team_size: int, today: date
) -> list[CheckedRow]:
    """Check every row by itself and against the others of its file, in order."""
    checked = [_check_row(row, is_team=team_size > 1, today=today) for row in rows]
    checked = _check_duplicates(checked)
    return _check_teams(checked, team_size) if team_size > 1 else checked


def masked(text: str) -> str:
    """Hide a number as typed, right or wrong, but for its two ends."""
    compact = "".join(text.split())
    return mask(compact) if len(compact) >= SHORTEST_MASKED else "*" * len(compact)


def _check_row(row: TypedRow, *, is_team: bool, today: date) -> CheckedRow:
    checked = CheckedRow(
        typed=row,
        unit=" ".join(row.unit.split()),
        credit_code="",
        team=" ".join(row.team.split()) if is_team else "",
        name="",
        identity=None,
        phone="",
    )
    checked = _read_unit(checked)
    checked = _read_team(checked, is_team=is_team)
    checked = _read_name(checked)
    checked = _read_identity(checked, today=today)
    return _read_phone(checked)


def _read_unit(row: CheckedRow) -> CheckedRow:
    if len(row.unit) > LONGEST_UNIT:
        row = row.with_problem(
            Column.UNIT,
            Sentence(
                "The name of the unit has {length} characters; at most {limit} are"
                " possible.",
                {"length": len(row.unit), "limit": LONGEST_UNIT},
            ),
        )
    if not row.typed.credit_code.strip():
        return row
    try:
        return replace(row, credit_code=parse_credit_code(row.typed.credit_code))
    except InvalidCreditCode as error:
        return row.with_problem(Column.CREDIT_CODE, error.sentence)


def _read_team(row: CheckedRow, *, is_team: bool) -> CheckedRow:
    if is_team and not row.team:
        return row.with_problem(
            Column.TEAM,
            Sentence(
                "The team has no name; write the same name in the rows of all its"
                " members."
            ),
        )
    if len(row.team) > LONGEST_TEAM:
        return row.with_problem(
            Column.TEAM,
            Sentence(
                "The name of the team has {length} characters; at most {limit} are"
                " possible.",
                {"length": len(row.team), "limit": LONGEST_TEAM},
            ),
        )
    return row


def _read_name(row: CheckedRow) -> CheckedRow:
    try:
        return replace(row, name=normalise_name(row.typed.name))
    except InvalidName as error:
        return row.with_problem(Column.NAME, error.sentence)


def _read_identity(row: CheckedRow, *, today: date) -> CheckedRow:
    try:
        identity = parse_identity_number(row.typed.identity_number, today=today)
    except InvalidIdentityNumber as error:
        return row.with_problem(Column.IDENTITY_NUMBER, error.sentence)
    return replace(row, identity=identity)


def _read_phone(row: CheckedRow) -> CheckedRow:
    phone = normalise_phone(row.typed.phone)
    if phone and not PHONE.fullmatch(phone):
        return row.with_problem(
            Column.PHONE,
            Sentence(
                "The telephone number must be 7 to 15 digits, a mobile number 11;"
                " leave it blank when it is not known."
            ),
        )
    return replace(row, phone=phone)


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


def _check_duplicates(rows: Iterable[CheckedRow]) -> list[CheckedRow]:
    first: dict[str, int] = {}
    checked = []
    for row in rows:
        number = row.identity.number if row.identity else ""
        if number in first:
            row = row.with_problem(  # noqa: PLW2901  # the row, mended
                Column.IDENTITY_NUMBER,
                Sentence(
                    "The same person already stands in row {line} of this file;"
                    " remove one of the two rows.",
                    {"line": first[number]},
                ),
            )
        elif number:
            first[number] = row.typed.line
        checked.append(row)
    return checked


def team_key(row: CheckedRow) -> tuple[str, str]:
    """Return what rows of one team share: the unit as typed and the team's name."""
    return (row.credit_code or row.unit, row.team)


def _check_teams(rows: Sequence[CheckedRow], team_size: int) -> list[CheckedRow]:
    lines: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        lines[team_key(row)] += 1
    return [
        row
        if not row.team or lines[team_key(row)] == team_size
        else row.with_problem(
            Column.TEAM,
            Sentence(
                "The team “{team}” has {members} members in this file; this event asks"
                " for {team_size}.",
                {
                    "team": row.team,
                    "members": lines[team_key(row)],
                    "team_size": team_size,
                },
            ),
        )
        for row in rows
    ]
