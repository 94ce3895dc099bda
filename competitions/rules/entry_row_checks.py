"""What can be wrong with a row of a spreadsheet of entries, by its own values.

Source: GB 11643-1999 and GB 32100-2015 for the numbers; the team size is the event's.

- [x] every field is checked, so that a row names all that is wrong with it at once
- [x] a person stands once in a file, and the later row names the earlier one
- [x] a team has as many rows as the event asks for
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from competitions.rules.entry_rows import (
    PHONE,
    CheckedRow,
    Column,
    TypedRow,
    normalise_phone,
    team_key,
)
from people.rules.credit_code import InvalidCreditCode, parse_credit_code
from people.rules.identity import InvalidIdentityNumber, parse_identity_number
from people.rules.names import InvalidName, normalise_name
from people.rules.sentence import Sentence

LONGEST_UNIT: Final = 120
LONGEST_TEAM: Final = 100


def check_rows(
    rows: Sequence[TypedRow], *, team_size: int, today: date
) -> list[CheckedRow]:
    """Check every row by itself and against the others of its file, in order."""
    checked = [_check_row(row, is_team=team_size > 1, today=today) for row in rows]
    checked = _check_duplicates(checked)
    return _check_teams(checked, team_size) if team_size > 1 else checked


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


def _check_teams(rows: Sequence[CheckedRow], team_size: int) -> list[CheckedRow]:
    lines = Counter(team_key(row) for row in rows)
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
