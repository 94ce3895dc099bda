"""Who marks which entry, conflicts of interest applied."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from competitions.enums import MeasurementProcedure, SeatKind
from competitions.models import (
    ConflictDeclaration,
    Entry,
    EntryMember,
    Panel,
    PanelSeat,
)
from people.models import User
from scoring.rules import seating

ActiveSeat = seating.ActiveSeat[UUID]


@dataclass(frozen=True)
class Seating:
    """The seats of some panels before some entries; asks the database nothing more."""

    is_dual: bool
    seats: dict[UUID, list[PanelSeat]]
    decisions: dict[tuple[UUID, UUID], dict[int, str]]
    parties: dict[UUID, frozenset[UUID | None]]

    @cached_property
    def _known(self) -> dict[tuple[UUID, UUID], tuple[ActiveSeat, ...]]:
        return {}

    def seats_for(
        self, panel_id: UUID | None, entry_id: UUID
    ) -> tuple[ActiveSeat, ...]:
        """Return the seats that mark an entry, by number; none without a panel."""
        if panel_id is None:
            return ()
        key = (panel_id, entry_id)
        if key not in self._known:
            self._known[key] = self._seated(panel_id, entry_id)
        return self._known[key]

    def _seated(self, panel_id: UUID, entry_id: UUID) -> tuple[ActiveSeat, ...]:
        parties: frozenset[UUID | None] = self.parties.get(entry_id, frozenset())
        return seating.active_seats(
            [
                seating.Seat(
                    number=seat.number,
                    judge_id=seat.judge_id,
                    part=seat.measurement_part,
                    is_reserve=seat.kind == SeatKind.RESERVE,
                    in_conflict=not parties.isdisjoint(_interests(seat.judge)),
                )
                for seat in self.seats.get(panel_id, ())
            ],
            self.decisions.get((panel_id, entry_id), {}),
            is_dual=self.is_dual,
        )


def seats_for(panel: Panel, entry: Entry) -> tuple[ActiveSeat, ...]:
    """Return the seats of a panel that mark an entry, by number."""
    return seating_of(panel.event_id, [entry.pk]).seats_for(panel.pk, entry.pk)


def seating_of(event_id: UUID, entry_ids: Iterable[UUID]) -> Seating:
    """Read the seating of all panels of an event before entries; five statements."""
    entry_ids = set(entry_ids)
    seats: dict[UUID, list[PanelSeat]] = defaultdict(list)
    for seat in PanelSeat.objects.filter(panel__event=event_id).select_related(
        "panel__event", "judge__person"
    ):
        seats[seat.panel_id].append(seat)
    decisions: dict[tuple[UUID, UUID], dict[int, str]] = defaultdict(dict)
    for panel_id, entry_id, number, handling in ConflictDeclaration.objects.filter(
        entry__in=entry_ids
    ).values_list("seat__panel", "entry", "seat__number", "handling"):
        decisions[panel_id, entry_id][number] = handling
    return Seating(
        is_dual=_is_dual(seats),
        seats=dict(seats),
        decisions=dict(decisions),
        parties=_parties(entry_ids),
    )


def _is_dual(seats: dict[UUID, list[PanelSeat]]) -> bool:
    return any(
        seat.panel.event.measurement_procedure == MeasurementProcedure.DUAL
        for panel_seats in seats.values()
        for seat in panel_seats
    )


def _interests(judge: User) -> set[UUID | None]:
    """Return the judge as a person, and his unit if there is one."""
    if judge.person is None:
        return set()
    return {judge.person.pk, judge.person.organisation_id} - {None}


def _parties(entry_ids: set[UUID]) -> dict[UUID, frozenset[UUID | None]]:
    """Map entries to their units, their members, and the members' units."""
    found: dict[UUID, set[UUID | None]] = defaultdict(set)
    for entry_id, unit in Entry.objects.filter(pk__in=entry_ids).values_list(
        "pk", "organisation"
    ):
        found[entry_id].add(unit)
    for entry_id, person, unit in EntryMember.objects.filter(
        entry__in=entry_ids
    ).values_list("entry", "person", "person__organisation"):
        found[entry_id].update((person, unit))
    return {entry_id: frozenset(parties) for entry_id, parties in found.items()}
