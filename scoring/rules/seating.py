"""Who marks an entry: seats in conflict are blocked, declared or replaced (回避).

Sources: WorldSkills technical descriptions 4.5 (no compatriot marks in any
circumstances) and 4.6 (a fourth expert judges in place of a compatriot).

- [x] a seat that shares an employer with the entry marks nothing until it is decided
- [x] blocked: the panel marks without the seat
- [x] declared: the judge marks, on record
- [x] replaced: a reserve judge without a conflict of his own takes the seat and its
  part in measuring; while none is free the seat stays held
- [x] somebody records: without a recorder the first co-signer becomes one, and of two
  recorders in one pair the second goes over to the other
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, Generic, TypeVar

BLOCKED: Final = "blocked"
DECLARED: Final = "declared"
REPLACED: Final = "replaced"

RECORDER: Final = "recorder"
SECOND_RECORDER: Final = "second"
CO_SIGNER: Final = "co_signer"

Judge = TypeVar("Judge", bound=Hashable)


@dataclass(frozen=True)
class Seat(Generic[Judge]):
    """A seat as appointed; ``in_conflict`` is about one entry."""

    number: int
    judge_id: Judge
    part: str = CO_SIGNER
    is_reserve: bool = False
    in_conflict: bool = False


@dataclass(frozen=True)
class ActiveSeat(Generic[Judge]):
    """A seat that takes part in marking one entry.

    A held seat belongs to the panel, but nobody may mark on it until its conflict is
    decided or a reserve judge is free. ``reserve`` is the number of the reserve seat
    whose judge stands in.
    """

    number: int
    judge_id: Judge
    part: str
    is_held: bool = False
    reserve: int | None = None


def active_seats(
    seats: Iterable[Seat[Judge]], decisions: Mapping[int, str], *, is_dual: bool
) -> tuple[ActiveSeat[Judge], ...]:
    """Return the seats that mark an entry, by number.

    ``decisions`` says per seat number what was decided about this entry; ``is_dual``
    whether two pairs measure apart.
    """
    ordered = sorted(seats, key=lambda seat: seat.number)
    reserves = [
        seat
        for seat in ordered
        if seat.is_reserve and _is_free(seat, decisions.get(seat.number))
    ]
    active = [
        _seated(seat, decisions.get(seat.number), reserves)
        for seat in ordered
        if not seat.is_reserve and decisions.get(seat.number) != BLOCKED
    ]
    return _with_parts(active, is_dual=is_dual)


def _is_free(seat: Seat[Judge], decision: str | None) -> bool:
    return decision == DECLARED or (decision is None and not seat.in_conflict)


def _seated(
    seat: Seat[Judge], decision: str | None, reserves: list[Seat[Judge]]
) -> ActiveSeat[Judge]:
    """Seat the judge, or the next free reserve judge, who is then taken."""
    if decision == REPLACED and reserves:
        reserve = reserves.pop(0)
        return ActiveSeat(
            seat.number, reserve.judge_id, seat.part, reserve=reserve.number
        )
    held = not _is_free(seat, decision)
    return ActiveSeat(seat.number, seat.judge_id, seat.part, is_held=held)


def _with_parts(
    active: list[ActiveSeat[Judge]], *, is_dual: bool
) -> tuple[ActiveSeat[Judge], ...]:
    """Give every part in measuring that is needed to somebody, and no other."""
    if not is_dual:
        active = [
            replace(seat, part=CO_SIGNER) if seat.part == SECOND_RECORDER else seat
            for seat in active
        ]
    for part in (RECORDER, SECOND_RECORDER) if is_dual else (RECORDER,):
        if all(seat.part != part for seat in active):
            _appoint(active, part)
    return tuple(active)


def _appoint(active: list[ActiveSeat[Judge]], part: str) -> None:
    """Give a part to the first co-signer, or to the second of two in the other part."""
    held: set[str] = {CO_SIGNER}
    spare: list[int] = []
    for place, seat in enumerate(active):
        if seat.part in held and not seat.is_held:
            spare.append(place)
        held.add(seat.part)
    if spare:
        place = min(spare, key=lambda place: active[place].part != CO_SIGNER)
        active[place] = replace(active[place], part=part)
