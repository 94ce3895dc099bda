"""The outcome of an event: ranks, scale scores, medals and passes in one step.

Source: WorldSkills scale and medal rules (``scale``, ``medals``), tie-break chains and
pass marks of Chinese notices (``ranking``, ``passing``).

- [x] only entries in the contest are ranked and stand on the scale
- [x] the order is that of the marks; the scale never changes it
- [x] where the scale is undefined there are no scale scores and no medals
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final

from scoring.rules.medals import Medal, MedalRule, award_medals
from scoring.rules.passing import ExaminedPart, all_parts_passed
from scoring.rules.ranking import TOTAL, Contender, Ranked, rank
from scoring.rules.scale import Scale, scale_500, scale_700

# Points of one standard deviation on the legacy scale; the official one is unknown.
LEGACY_SLOPE: Final = Decimal(30)


class ScaleKind(StrEnum):
    """What stands beside the mark of 100."""

    NONE = "none"
    SCALE_700 = "700"
    SCALE_500 = "500"


@dataclass(frozen=True)
class OutcomePolicy:
    """How totals become ranks, scale scores and medals."""

    chain: tuple[str, ...] = (TOTAL,)
    scale: ScaleKind = ScaleKind.NONE
    medals: MedalRule | None = None


@dataclass(frozen=True)
class Contestant:
    """An entry with its total, its parts by component code and its criteria.

    ``criteria`` is keyed ``<component>/<letter>``, as a tie-break chain names them.
    """

    entry: str
    total: Decimal
    parts: Mapping[str, ExaminedPart] = field(default_factory=dict)
    criteria: Mapping[str, Decimal] = field(default_factory=dict)
    is_in_contest: bool = True


@dataclass(frozen=True)
class Outcome:
    """What one entry comes to; ``rank`` is None for an entry outside the contest."""

    entry: str
    rank: int | None
    is_shared: bool
    decided_by: str
    scale_score: int | None
    medal: Medal | None
    all_parts_passed: bool


def decide(
    contestants: Sequence[Contestant], policy: OutcomePolicy
) -> dict[str, Outcome]:
    """Return the outcome of every entry, those in the contest first and by rank."""
    by_entry = {each.entry: each for each in contestants}
    inside = [each for each in contestants if each.is_in_contest]
    scale = scale_of({each.entry: each.total for each in inside}, policy.scale)
    medals = award_medals(scale.scores, policy.medals) if policy.medals else {}
    ranked = rank([_contender(each) for each in inside], policy.chain)
    outside = [Ranked(each.entry, None) for each in contestants if each not in inside]
    return {
        each.entry: Outcome(
            entry=each.entry,
            rank=each.rank,
            is_shared=each.is_shared,
            decided_by=each.decided_by,
            scale_score=scale.scores.get(each.entry),
            medal=medals.get(each.entry),
            all_parts_passed=all_parts_passed(by_entry[each.entry].parts.values()),
        )
        for each in [*ranked, *outside]
    }


def scale_of(marks: Mapping[str, Decimal], kind: ScaleKind) -> Scale:
    """Put the totals of the entries in the contest on a scale."""
    if kind is ScaleKind.SCALE_700:
        return scale_700(marks)
    if kind is ScaleKind.SCALE_500:
        return scale_500(marks, slope=LEGACY_SLOPE)
    return scale_700({})


def _contender(contestant: Contestant) -> Contender:
    values = {TOTAL: contestant.total}
    for code, part in contestant.parts.items():
        if part.mark is not None:
            values[f"component:{code}"] = part.mark
    for code, mark in contestant.criteria.items():
        values[f"criterion:{code}"] = mark
    return Contender(contestant.entry, values)
