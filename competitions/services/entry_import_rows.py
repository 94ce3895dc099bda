"""How the rows of a spreadsheet are kept and shown: sealed whole, shown masked."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from competitions.enums import EntryVerdict
from competitions.models import EntryImport
from competitions.rules.entry_rows import (
    PHONE,
    Column,
    TypedRow,
    masked,
    normalise_phone,
)
from competitions.services.entry_verdicts import RowVerdict
from people.rules.sentence import Sentence

_SHOWN_OF_PHONE = 4


@dataclass(frozen=True)
class ShownProblem:
    """A sentence about one field, translated only when it is shown."""

    column: str
    text: str
    parameters: dict[str, str | int] = field(default_factory=dict)

    @property
    def sentence(self) -> Sentence:
        """The sentence of the rules."""
        return Sentence(self.text, self.parameters)


@dataclass(frozen=True)
class ShownChange:
    """A field with its value before and after, numbers masked."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """A row with its verdict as pages show it: no number in full."""

    line: int
    unit: str
    team: str
    name: str
    identity: str
    phone: str
    verdict: str
    problems: tuple[ShownProblem, ...] = ()
    changes: tuple[ShownChange, ...] = ()


def shown_rows(verdicts: Iterable[RowVerdict]) -> list[ShownRow]:
    """Return what pages show of the rows."""
    return [_shown(verdict) for verdict in verdicts]


def counts_of(rows: Iterable[ShownRow]) -> dict[str, int]:
    """Count rows by verdict; every verdict has its number."""
    counts = dict.fromkeys(EntryVerdict.values, 0)
    for row in rows:
        counts[row.verdict] += 1
    return counts


def digest_of(rows: Sequence[ShownRow]) -> str:
    """Return what changes when any verdict changes, to confirm only what was seen."""
    told = [(row.line, row.verdict, [asdict(c) for c in row.changes]) for row in rows]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def dump(typed: Sequence[TypedRow], shown: Sequence[ShownRow] = ()) -> str:
    """Return rows as the text that ``EntryImport.rows`` seals."""
    return json.dumps(
        {
            "typed": [asdict(row) for row in typed],
            "shown": [asdict(row) for row in shown],
        },
        ensure_ascii=False,
    )


def typed_rows(entry_import: EntryImport) -> list[TypedRow]:
    """Return the rows as typed; of a confirmed import only those with errors."""
    return [TypedRow(**row) for row in json.loads(entry_import.rows)["typed"]]


def outcome(entry_import: EntryImport) -> list[ShownRow]:
    """Return what became of the rows of a confirmed import."""
    return [_loaded(row) for row in json.loads(entry_import.rows)["shown"]]


def _shown(verdict: RowVerdict) -> ShownRow:
    row = verdict.row
    return ShownRow(
        line=row.typed.line,
        unit=verdict.unit.name if verdict.unit else row.unit,
        team=row.team,
        name=row.name or row.typed.name,
        identity=masked(row.typed.identity_number),
        phone=_masked_phone(row.typed.phone),
        verdict=verdict.verdict.value,
        problems=tuple(
            ShownProblem(
                problem.column.value,
                problem.sentence.text,
                dict(problem.sentence.parameters),
            )
            for problem in row.problems
        ),
        changes=tuple(
            ShownChange(change.field, _told(change.field, change.before), after)
            for change in verdict.changes
            for after in [_told(change.field, change.after)]
        ),
    )


def _told(name: str, value: str) -> str:
    return _masked_phone(value) if name == Column.PHONE else value


def _masked_phone(text: str) -> str:
    phone = normalise_phone(text)
    # What is no number hides nothing and is shown, so that it can be mended.
    if not PHONE.fullmatch(phone):
        return text
    return "*" * (len(phone) - _SHOWN_OF_PHONE) + phone[-_SHOWN_OF_PHONE:]


def _loaded(row: dict[str, Any]) -> ShownRow:
    problems = tuple(ShownProblem(**each) for each in row.pop("problems"))
    changes = tuple(ShownChange(**each) for each in row.pop("changes"))
    return ShownRow(**row, problems=problems, changes=changes)
