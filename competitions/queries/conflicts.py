"""Finds conflicts of interest between seats and entries of events (回避)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from competitions.enums import ConflictHandling, SeatKind
from competitions.models import ConflictDeclaration, Entry, Panel, PanelSeat
from competitions.queries.entry_names import approved_entries, office_name
from competitions.queries.panels import panels_of
from competitions.rules.conflicts import (
    Conflict,
    ConflictReason,
    EntryParties,
    Party,
    find_conflicts,
)

# What the rules answered, by seat and entry.
_Found = dict[tuple[UUID, UUID], list[Conflict]]


@dataclass(frozen=True)
class SeatConflict:
    """One seat and one entry in conflict, what is behind it, and what was decided.

    ``reserve`` is the reserve judge who stands in, or would if that were decided. A
    decision that he does is none while there is nobody: the conflict is open again.
    """

    seat: PanelSeat
    entry: Entry
    found: tuple[Conflict, ...]
    decision: ConflictDeclaration | None
    reserve: PanelSeat | None

    @property
    def entry_name(self) -> str:
        """What the office calls the entry."""
        return office_name(self.entry)

    @property
    def is_own_entry(self) -> bool:
        """Whether the judge competes in the entry himself."""
        return any(
            conflict.reason is ConflictReason.SAME_PERSON for conflict in self.found
        )


@dataclass(frozen=True)
class _Room:
    """One event as conflicts are sought in it."""

    panels: list[Panel]
    entries: list[Entry]
    decisions: dict[tuple[UUID, UUID], ConflictDeclaration]


def conflicts_of(
    event_ids: Sequence[UUID], panels: Sequence[Panel] | None = None
) -> dict[UUID, list[SeatConflict]]:
    """Return the conflicts of events by panel, seat and entry; six statements.

    Four are left when the ``panels`` of the events were read before. Reserve judges
    are asked only where they would stand in, so conflicts of their own are not listed.
    """
    rooms = _rooms(event_ids, panels_of(event_ids) if panels is None else panels)
    return {
        event_id: [
            conflict
            for panel in rooms[event_id].panels
            for conflict in _of_panel(panel, rooms[event_id])
        ]
        for event_id in event_ids
    }


def _rooms(event_ids: Sequence[UUID], panels: Sequence[Panel]) -> dict[UUID, _Room]:
    rooms = {event_id: _Room([], [], {}) for event_id in event_ids}
    for panel in panels:
        rooms[panel.event_id].panels.append(panel)
    entries = approved_entries(event_ids).select_related("organisation")
    for entry in entries.prefetch_related("members__person"):
        rooms[entry.event_id].entries.append(entry)
    for decision in ConflictDeclaration.objects.filter(
        entry__event__in=list(event_ids)
    ).select_related("entry", "decided_by"):
        decisions = rooms[decision.entry.event_id].decisions
        decisions[decision.seat_id, decision.entry_id] = decision
    return rooms


def _of_panel(panel: Panel, room: _Room) -> list[SeatConflict]:
    seats = list(panel.seats.all())
    found = _found(seats, room.entries)
    return [
        _conflict(seat, entry, seats, found, room)
        for seat in seats
        if seat.kind == SeatKind.JUDGE
        for entry in room.entries
        if (seat.pk, entry.pk) in found
    ]


def _conflict(
    seat: PanelSeat,
    entry: Entry,
    seats: Sequence[PanelSeat],
    found: _Found,
    room: _Room,
) -> SeatConflict:
    decision = room.decisions.get((seat.pk, entry.pk))
    reserve = _reserve(seat, entry, seats, found, room)
    is_void = reserve is None and _is_replaced(seat, entry, room)
    return SeatConflict(
        seat=seat,
        entry=entry,
        found=tuple(found[seat.pk, entry.pk]),
        decision=None if is_void else decision,
        reserve=reserve,
    )


def _found(seats: Sequence[PanelSeat], entries: Sequence[Entry]) -> _Found:
    """Ask the rules, and sort what they answer by seat and entry."""
    judges = {_judge(seat).person: seat for seat in seats}
    found: dict[tuple[UUID, UUID], list[Conflict]] = defaultdict(list)
    parties = [_parties(entry) for entry in entries]
    for conflict in find_conflicts((_judge(seat) for seat in seats), parties):
        key = judges[conflict.judge].pk, UUID(conflict.entry)
        found[key].append(conflict)
    return dict(found)


def _judge(seat: PanelSeat) -> Party:
    person = seat.judge.person
    if person is None:
        # An account of its own, without a person: nothing is known against it.
        return Party(f"user:{seat.judge_id}")
    return Party(str(person.pk), _employers(person.organisation_id))


def _parties(entry: Entry) -> EntryParties:
    """Return who stands for an entry; its unit counts beside that of each member."""
    members = tuple(
        Party(
            str(member.person_id),
            _employers(entry.organisation_id, member.person.organisation_id),
        )
        for member in entry.members.all()
    )
    unit = Party(f"entry:{entry.pk}", _employers(entry.organisation_id))
    return EntryParties(str(entry.pk), members or (unit,))


def _employers(*units: UUID | None) -> frozenset[str]:
    return frozenset(str(unit) for unit in units if unit)


def _reserve(
    seat: PanelSeat,
    entry: Entry,
    seats: Sequence[PanelSeat],
    found: _Found,
    room: _Room,
) -> PanelSeat | None:
    """Return the reserve judge whom the order of the seats gives to this one.

    Free reserve judges without a conflict of their own are given out by number, as
    marking does it; a seat without a decision takes none from a seat that has one.
    """
    free = [
        each
        for each in seats
        if each.kind == SeatKind.RESERVE and (each.pk, entry.pk) not in found
    ]
    others = [
        each for each in seats if each.pk != seat.pk and _is_replaced(each, entry, room)
    ]
    before = sum(1 for each in others if each.number < seat.number)
    taken = before if _is_replaced(seat, entry, room) else len(others)
    return free[before] if taken < len(free) else None


def _is_replaced(seat: PanelSeat, entry: Entry, room: _Room) -> bool:
    decision = room.decisions.get((seat.pk, entry.pk))
    return decision is not None and decision.handling == ConflictHandling.REPLACED
