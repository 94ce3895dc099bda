"""Where entries stand while marking goes on, comparing like with like only."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from competitions.models import Component, Entry
from scoring.models import Deduction, Tally
from scoring.queries.sheets import is_marked
from scoring.rules.ranking import TOTAL, Contender, rank
from scoring.rules.tally import Part, complete_for_all
from scoring.rules.weighted import WeightedPart, weighted_total

NOTHING = Decimal("0.00")
ModuleKey = tuple[str, str]


@dataclass(frozen=True)
class ModuleNow:
    """A module of the event; it counts once it is complete for every entry."""

    component: str
    code: str
    name: str
    is_counted: bool


@dataclass(frozen=True)
class StandingNow:
    """An entry on the provisional list; ``modules`` as its tally keeps them.

    ``rank`` is None for guests out of contest and while no module counts.
    """

    entry_id: UUID
    rank: int | None
    total: Decimal
    modules: list[dict[str, Any]]


@dataclass(frozen=True)
class RankingNow:
    """The provisional list of an event, best first, and how much is marked."""

    modules: list[ModuleNow]
    rows: list[StandingNow]
    done: int
    expected: int


def ranking_now(event_id: UUID) -> RankingNow:
    """Rank the entries of an event by what is complete for all of them.

    Four statements. Totals leave out every module that is not complete for every
    entry, so that nobody leads for having been marked first.
    """
    tallies = list(
        Tally.objects.filter(is_marked("entry"), event=event_id)
        .select_related("entry")
        .order_by("entry_id")
    )
    everybody = Entry.objects.filter(is_marked(), event=event_id).count()
    # An entry without a tally has no module complete, so nothing counts yet.
    counted: frozenset[ModuleKey] = frozenset()
    if len(tallies) == everybody:
        counted = complete_for_all(_parts(tally) for tally in tallies)
    totals = _totals(event_id, tallies, counted)
    ranks = {
        ranked.entry: ranked.rank
        for ranked in rank(
            Contender(str(tally.entry_id), {TOTAL: totals[tally.entry_id]})
            for tally in tallies
            if counted and not tally.entry.is_out_of_contest
        )
    }
    rows = [
        StandingNow(
            entry_id=tally.entry_id,
            rank=ranks.get(str(tally.entry_id)),
            total=totals[tally.entry_id],
            modules=tally.modules,
        )
        for tally in tallies
    ]
    return RankingNow(
        modules=_modules(tallies, counted),
        rows=sorted(rows, key=lambda row: (row.rank is None, row.rank, row.entry_id)),
        done=sum(tally.done for tally in tallies),
        expected=sum(tally.expected for tally in tallies),
    )


def _key(module: dict[str, Any]) -> ModuleKey:
    return module["component"], module["code"]


def _parts(tally: Tally) -> dict[ModuleKey, Part]:
    """Return the modules of an entry that have anything to mark, as the rules see them.

    What was entered and not revealed is progress, and counts as nothing.
    """
    return {
        _key(module): Part(
            mark=Decimal(module["mark"]),
            max_mark=Decimal(module["max"]),
            counted=module["counted"],
            expected=module["total"],
        )
        for module in tally.modules
        if module["total"]
    }


def _modules(
    tallies: Sequence[Tally], counted: frozenset[ModuleKey]
) -> list[ModuleNow]:
    known = {_key(module): module for tally in tallies for module in tally.modules}
    return [
        ModuleNow(component, code, module["name"], (component, code) in counted)
        for (component, code), module in known.items()
    ]


def _totals(
    event_id: UUID, tallies: Sequence[Tally], counted: frozenset[ModuleKey]
) -> dict[UUID, Decimal]:
    weights = {
        component.code: component.weight
        for component in Component.objects.filter(stage__event=event_id)
    }
    lost: dict[tuple[UUID, str], Decimal] = {}
    for entry_id, code, amount in Deduction.objects.filter(
        entry__event=event_id
    ).values_list("entry", "component__code", "amount"):
        lost[entry_id, code] = lost.get((entry_id, code), NOTHING) + amount
    return {tally.entry_id: _total(tally, counted, weights, lost) for tally in tallies}


def _total(
    tally: Tally,
    counted: frozenset[ModuleKey],
    weights: dict[str, Decimal],
    lost: dict[tuple[UUID, str], Decimal],
) -> Decimal:
    """Return the weighted total of what counts; the stored one once everything does."""
    if len(counted) == len(tally.modules):
        return tally.total
    parts = []
    for code, weight in weights.items():
        modules = [each for each in tally.modules if each["component"] == code]
        marks = (Decimal(each["mark"]) for each in modules if _key(each) in counted)
        mark = max(
            sum(marks, NOTHING) - lost.get((tally.entry_id, code), NOTHING), NOTHING
        )
        full = sum((Decimal(each["max"]) for each in modules), NOTHING)
        if full:
            parts.append(WeightedPart(mark, weight, full))
    return weighted_total(parts)
