"""Conflicts of interest between judges and the entries they would mark (回避).

Source: no compatriot marking "in any circumstances" (WorldSkills technical descriptions
4.5); notice of the ministry of housing 2015: anyone with an interest in or a special
relation to an entrant withdraws. A compatriot is, in China, someone of the same unit.

- [x] a judge of the same employer as any member of the entry
- [x] a judge who is a member of the entry
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class ConflictReason(StrEnum):
    """Why a judge may not simply mark an entry."""

    SAME_PERSON = "same_person"
    SAME_EMPLOYER = "same_employer"


@dataclass(frozen=True)
class Party:
    """A judge or a member of an entry, with the employers they belong to."""

    person: str
    employers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class EntryParties:
    """An entry and its members."""

    entry: str
    members: tuple[Party, ...]


@dataclass(frozen=True)
class Conflict:
    """One judge, one entry, and the member and employer behind the conflict."""

    judge: str
    entry: str
    member: str
    reason: ConflictReason
    employer: str = ""


def find_conflicts(
    judges: Iterable[Party], entries: Iterable[EntryParties]
) -> list[Conflict]:
    """Return every conflict, in the order of judges, entries and members."""
    listed = tuple(entries)
    return [
        conflict
        for judge in judges
        for entry in listed
        for member in entry.members
        for conflict in _between(judge, entry.entry, member)
    ]


def _between(judge: Party, entry: str, member: Party) -> Iterator[Conflict]:
    if judge.person == member.person:
        yield Conflict(judge.person, entry, member.person, ConflictReason.SAME_PERSON)
    for employer in sorted(judge.employers & member.employers):
        yield Conflict(
            judge.person, entry, member.person, ConflictReason.SAME_EMPLOYER, employer
        )
