"""Looks up all that the rows of a spreadsheet of entries refer to, in bulk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from uuid import UUID

from django.db.models import Q

from competitions.models import Entry, EntryMember, Event
from competitions.rules.entry_rows import CheckedRow
from people.encryption import search_hash
from people.models import Organisation, Person

#: Values in one IN (…); databases limit how many a statement may have.
CHUNK = 500


@dataclass(frozen=True)
class Known:
    """What the register and the event already hold, by what rows name it with."""

    persons: dict[str, Person] = field(default_factory=dict)
    by_code: dict[str, Organisation] = field(default_factory=dict)
    by_name: dict[str, list[Organisation]] = field(default_factory=dict)
    places: dict[UUID, EntryMember] = field(default_factory=dict)
    teams: dict[tuple[UUID, str], Entry] = field(default_factory=dict)


def look_up(event: Event, rows: Sequence[CheckedRow]) -> Known:
    """Find persons, units, places in the event and teams; no statement per row."""
    by_code, by_name = _units(rows)
    return Known(
        persons=_persons(rows),
        by_code=by_code,
        by_name=by_name,
        places=_places(event),
        teams=_teams(event) if event.is_team else {},
    )


def _persons(rows: Sequence[CheckedRow]) -> dict[str, Person]:
    """Return persons by identity number, the value rows carry, not by its hash."""
    numbers = {
        search_hash(row.identity.number): row.identity.number
        for row in rows
        if row.identity
    }
    # The sealed number is left where it is: opening a thousand takes time.
    persons = Person.objects.defer("identity_number")
    return {
        numbers[person.identity_hash]: person
        for hashes in _chunks(numbers)
        for person in persons.filter(identity_hash__in=hashes)
        if person.identity_hash
    }


def _units(
    rows: Sequence[CheckedRow],
) -> tuple[dict[str, Organisation], dict[str, list[Organisation]]]:
    codes = {row.credit_code for row in rows if row.credit_code}
    names = {row.unit for row in rows if row.unit}
    by_code: dict[str, Organisation] = {}
    by_name: dict[str, list[Organisation]] = defaultdict(list)
    for chunk in _chunks([*codes, *names]):
        wanted = Q(credit_code__in=chunk) | Q(name__in=chunk)
        for unit in Organisation.objects.filter(wanted).select_related("district"):
            if unit.credit_code:
                by_code[unit.credit_code] = unit
            if unit not in by_name[unit.name]:
                by_name[unit.name].append(unit)
    return by_code, dict(by_name)


def _places(event: Event) -> dict[UUID, EntryMember]:
    members = EntryMember.objects.filter(event=event).select_related(
        "entry__organisation"
    )
    return {member.person_id: member for member in members}


def _teams(event: Event) -> dict[tuple[UUID, str], Entry]:
    entries = Entry.objects.filter(event=event).exclude(team_name="")
    return {(entry.organisation_id, entry.team_name): entry for entry in entries}


def _chunks(values: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
