"""Decides what each row of a spreadsheet of entries would do to an event."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from competitions.enums import EntryState, EntryVerdict
from competitions.models import Entry, EntryMember, Event
from competitions.queries.entry_lookup import Known
from competitions.rules.entry_rows import CheckedRow, Column, team_key
from competitions.services.entry_units import UnitFinder
from people.models import Organisation, Person
from people.rules.sentence import Sentence


@dataclass(frozen=True)
class Change:
    """A field of an entry on record that a row would change; ``state`` sends again."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class RowVerdict:
    """A row, what it would do, and the rows of the database it speaks of.

    ``unit`` is None while an unknown unit is still to be registered.
    """

    row: CheckedRow
    verdict: EntryVerdict
    unit: Organisation | None = None
    person: Person | None = None
    entry: Entry | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Entrant:
    """Who hands the spreadsheet in: an office, or the contact of some units.

    The office is told names of other units, a contact is not.
    """

    own_units: tuple[Organisation, ...] = ()
    is_office: bool = False
    registers_units: bool = False

    @property
    def unit_ids(self) -> frozenset[UUID]:
        """The keys of the own units."""
        return frozenset(unit.pk for unit in self.own_units)


def verdicts_of(
    rows: Sequence[CheckedRow], *, event: Event, known: Known, entrant: Entrant
) -> list[RowVerdict]:
    """Return a verdict per row, in order; a team is entered whole or not at all."""
    finder = UnitFinder(
        known=known,
        own_units=entrant.own_units,
        is_office=entrant.is_office,
        registers_units=entrant.registers_units,
    )
    judged = [_judge(row, event, known, entrant, finder) for row in rows]
    return _whole_teams(judged) if event.is_team else judged


def _judge(
    row: CheckedRow, event: Event, known: Known, entrant: Entrant, finder: UnitFinder
) -> RowVerdict:
    row, unit = finder.find(row)
    person = known.persons.get(row.identity.number) if row.identity else None
    if person and row.name and person.name != row.name:
        row = row.with_problem(
            Column.NAME,
            Sentence(
                "This identity number is registered under another name; compare name"
                " and number with the card."
            ),
        )
    place = known.places.get(person.pk) if person else None
    if place is not None:
        return _judge_place(row, unit, person, place, entrant)
    if event.is_team and unit and (unit.pk, row.team) in known.teams:
        row = row.with_problem(
            Column.TEAM,
            Sentence(
                "The team “{team}” is already entered with other members; change its"
                " members on the page of its entry.",
                {"team": row.team},
            ),
        )
    verdict = EntryVerdict.ERROR if row.problems else EntryVerdict.NEW
    return RowVerdict(row=row, verdict=verdict, unit=unit, person=person)


def _judge_place(
    row: CheckedRow,
    unit: Organisation | None,
    person: Person | None,
    place: EntryMember,
    entrant: Entrant,
) -> RowVerdict:
    """Judge a row whose person already stands in the event."""
    entry = place.entry
    if not row.problems:
        row = _compare(row, unit, entry, entrant)
    changes = _changes(row, person, entry)
    if changes and not row.problems and not _is_open(entry, entrant):
        row = row.with_problem(
            Column.NAME,
            Sentence(
                "This entry is approved; only the organiser can change it now. Leave"
                " the row as it is on record, or ask the organiser."
            ),
        )
    verdict = EntryVerdict.UPDATE if changes else EntryVerdict.SKIP
    if row.problems:
        verdict, changes = EntryVerdict.ERROR, ()
    return RowVerdict(
        row=row, verdict=verdict, unit=unit, person=person, entry=entry, changes=changes
    )


def _compare(
    row: CheckedRow, unit: Organisation | None, entry: Entry, entrant: Entrant
) -> CheckedRow:
    if unit is None or entry.organisation_id != unit.pk:
        return row.with_problem(
            Column.IDENTITY_NUMBER, _elsewhere(entry, entrant.is_office)
        )
    if entry.state == EntryState.WITHDRAWN:
        return row.with_problem(
            Column.IDENTITY_NUMBER,
            Sentence(
                "This person's entry was withdrawn; submit it again on its page"
                " instead of entering the person anew."
            ),
        )
    if entry.team_name != row.team:
        return row.with_problem(
            Column.TEAM,
            Sentence(
                "This person already stands in the team “{team}”; write this name, or"
                " change the team on the page of its entry.",
                {"team": entry.team_name},
            ),
        )
    return row


def _elsewhere(entry: Entry, is_office: bool) -> Sentence:  # noqa: FBT001  # who reads
    if is_office:
        return Sentence(
            "This person already stands in this event for {unit}; a person is entered"
            " by one unit only.",
            {"unit": entry.organisation.name},
        )
    return Sentence(
        "This person already stands in this event for another unit; a person is"
        " entered by one unit only. Ask the organiser if this is wrong."
    )


def _changes(
    row: CheckedRow, person: Person | None, entry: Entry
) -> tuple[Change, ...]:
    changes = []
    if person and row.phone and row.phone != person.phone:
        changes.append(Change(Column.PHONE, person.phone, row.phone))
    if entry.state == EntryState.RETURNED:
        changes.append(Change("state", EntryState.RETURNED, EntryState.SUBMITTED))
    return tuple(changes)


def _is_open(entry: Entry, entrant: Entrant) -> bool:
    return entrant.is_office or entry.state != EntryState.APPROVED


def _whole_teams(judged: list[RowVerdict]) -> list[RowVerdict]:
    """Turn the good rows of a team into errors when another row of it is wrong."""
    broken = {
        team_key(item.row) for item in judged if item.verdict == EntryVerdict.ERROR
    }
    sentence = Sentence(
        "Another row of the team “{team}” has an error; a team is entered as a whole."
    )
    return [
        item
        if item.verdict == EntryVerdict.ERROR or team_key(item.row) not in broken
        else replace(
            item,
            verdict=EntryVerdict.ERROR,
            changes=(),
            row=item.row.with_problem(
                Column.TEAM, replace(sentence, parameters={"team": item.row.team})
            ),
        )
        for item in judged
    ]
