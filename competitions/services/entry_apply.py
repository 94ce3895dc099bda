"""Writes the good rows of a spreadsheet of entries, many rows to a statement."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from audit.services import Fact
from competitions.enums import EntryState, EntryVerdict
from competitions.models import Entry, EntryImport, EntryMember
from competitions.rules.entry_rows import team_key
from competitions.services.entry_trail import entry_fact, named
from competitions.services.entry_verdicts import RowVerdict
from people.models import Organisation, Person, User
from people.services import (
    OrganisationDetails,
    PersonDetails,
    actor_of,
    register_organisations,
    register_persons,
)
from people.services.phones import change_phones

_BATCH = 500


@dataclass
class Applied:
    """What an import wrote, in keys and former values, so that it can be undone."""

    entries: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    phones: dict[str, list[str]] = field(default_factory=dict)
    resubmitted: dict[str, dict[str, Any]] = field(default_factory=dict)

    def dump(self) -> str:
        """Return the text that ``EntryImport.changes`` seals."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def load(cls, entry_import: EntryImport) -> "Applied":
        """Read what an import wrote."""
        return cls(**json.loads(entry_import.changes))


def apply_verdicts(
    entry_import: EntryImport,
    verdicts: Sequence[RowVerdict],
    *,
    by: User,
    at: datetime,
) -> tuple[Applied, list[Fact]]:
    """Write new and changed rows; return what was written and what to record of it.

    Runs inside the transaction of its caller.
    """
    applied = Applied()
    new = [each for each in verdicts if each.verdict == EntryVerdict.NEW]
    changed = [each for each in verdicts if each.verdict == EntryVerdict.UPDATE]
    units = _register_units(entry_import, new, applied, by=by, at=at)
    persons = _register_persons(new, units, applied, by=by, at=at)
    _change_phones([*new, *changed], applied, by=by, at=at)
    facts = _enter(entry_import, new, units, persons, applied, by=by, at=at)
    facts += _resubmit(changed, applied, by=by, at=at)
    return applied, facts


def _register_units(
    entry_import: EntryImport,
    rows: Iterable[RowVerdict],
    applied: Applied,
    *,
    by: User,
    at: datetime,
) -> dict[str, Organisation]:
    """Register the units no row could find, by name; return them."""
    codes = {each.row.unit: each.row.credit_code for each in rows if each.unit is None}
    district = entry_import.new_units_district
    if not codes or district is None:
        return {}
    units = register_organisations(
        details=[
            OrganisationDetails(name=name, credit_code=code, district=district)
            for name, code in codes.items()
        ],
        actor=actor_of(by),
        at=at,
    )
    applied.organisations = [str(unit.pk) for unit in units]
    return {unit.name: unit for unit in units}


def _register_persons(
    rows: Iterable[RowVerdict],
    units: dict[str, Organisation],
    applied: Applied,
    *,
    by: User,
    at: datetime,
) -> dict[int, Person]:
    """Register the persons the register does not know; return all by line."""
    unknown = [each for each in rows if each.person is None]
    registered = register_persons(
        details=[
            PersonDetails(
                name=each.row.name,
                identity_number=each.row.typed.identity_number,
                phone=each.row.phone,
                organisation=each.unit or units[each.row.unit],
            )
            for each in unknown
        ],
        actor=actor_of(by),
        at=at,
    )
    applied.persons = [str(person.pk) for person in registered]
    known = {each.row.typed.line: each.person for each in rows if each.person}
    fresh = zip((each.row.typed.line for each in unknown), registered, strict=True)
    return {**known, **dict(fresh)}


def _change_phones(
    rows: Iterable[RowVerdict], applied: Applied, *, by: User, at: datetime
) -> None:
    phones = {
        each.person.pk: each.row.phone
        for each in rows
        if each.person and each.row.phone and each.row.phone != each.person.phone
    }
    if not phones:
        return
    before = change_phones(phones=phones, actor=actor_of(by), at=at)
    applied.phones = {str(pk): [before[pk], phones[pk]] for pk in before}


def _enter(  # noqa: PLR0913  # the rows and what was registered for them
    entry_import: EntryImport,
    rows: Sequence[RowVerdict],
    units: dict[str, Organisation],
    persons: dict[int, Person],
    applied: Applied,
    *,
    by: User,
    at: datetime,
) -> list[Fact]:
    """Make one entry per row, or per team, with its members in the order of rows."""
    entries: dict[object, Entry] = {}
    members: dict[Entry, list[Person]] = {}
    for each in rows:
        line = each.row.typed.line
        key = team_key(each.row) if each.row.team else line
        entry = entries.setdefault(
            key,
            Entry(
                event_id=entry_import.event_id,
                organisation=each.unit or units[each.row.unit],
                team_name=each.row.team,
                state=EntryState.SUBMITTED,
                created_at=at,
            ),
        )
        members.setdefault(entry, []).append(persons[line])
    _write(members)
    applied.entries = [str(entry.pk) for entry in members]
    return [_submitted(entry, team, by, at) for entry, team in members.items()]


def _write(members: dict[Entry, list[Person]]) -> None:
    Entry.objects.bulk_create(members, batch_size=_BATCH)
    EntryMember.objects.bulk_create(
        [
            EntryMember(
                entry=entry, event_id=entry.event_id, person=person, position=position
            )
            for entry, team in members.items()
            for position, person in enumerate(team, start=1)
        ],
        batch_size=_BATCH,
    )


def _submitted(entry: Entry, team: list[Person], by: User, at: datetime) -> Fact:
    told = named(entry, [person.name for person in team])
    return entry_fact(entry, "entry.submitted", told, by=by, at=at)


def _resubmit(
    rows: Iterable[RowVerdict], applied: Applied, *, by: User, at: datetime
) -> list[Fact]:
    """Send returned entries again; each once, however many rows its team has."""
    facts = []
    entries = {each.entry.pk: each for each in rows if each.entry}
    for each in entries.values():
        entry = each.entry
        if entry is None or entry.state != EntryState.RETURNED:
            continue
        applied.resubmitted[str(entry.pk)] = {
            "return_reason": entry.return_reason,
            "version": entry.version,
        }
        entry.state, entry.return_reason = EntryState.SUBMITTED, ""
        entry.version += 1
        entry.save(update_fields=["state", "return_reason", "version"])
        names = [each.row.name]
        facts.append(
            entry_fact(entry, "entry.resubmitted", named(entry, names), by=by, at=at)
        )
    return facts
