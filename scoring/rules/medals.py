"""Medals of WorldSkills-type events, by scale score and with ties.

Source: "Medals and Recognition of Champions", WorldSkills São Paulo 2015, on gold ties;
medal for excellence at 700 since 2017. What that text says of silver and bronze ties
is cut off in every copy found: the completion is the usual one and marked (own).

- [x] scores at most two points apart are tied (the gap is configurable)
- [x] two golds: no silver, one or more bronze
- [x] three or more golds: no silver; bronze only within two points of the last gold
- [x] one gold, two or more silver: no bronze (own); one or more bronze share (own)
- [x] ties are anchored at the first of the group, for a bronze within two points of the
  last gold would otherwise be a gold; ``chain`` measures from place to place instead
- [x] medal for excellence: 700 or more and no other medal
- [x] entries out of contest take no medal and no place from others
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

GAP: Final = 2
EXCELLENCE_SCORE: Final = 700
GOLDS_WITHOUT_SILVER: Final = 2


class Medal(StrEnum):
    """What an entry may be awarded."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    EXCELLENCE = "excellence"


class TieMeasure(StrEnum):
    """Whether a tie is measured from the first of the group or place to place."""

    ANCHOR = "anchor"
    CHAIN = "chain"


@dataclass(frozen=True)
class MedalRule:
    """The settings a committee may vary."""

    gap: int = GAP
    measure: TieMeasure = TieMeasure.ANCHOR
    excellence: int = EXCELLENCE_SCORE


def award_medals(
    scores: Mapping[str, int],
    rule: MedalRule = MedalRule(),
    *,
    out_of_contest: frozenset[str] = frozenset(),
) -> dict[str, Medal]:
    """Return the medal of every entry that has one, best score first."""
    ladder = sorted(
        (entry for entry in scores if entry not in out_of_contest),
        key=lambda entry: (-scores[entry], entry),
    )
    ordered = [scores[entry] for entry in ladder]
    podium = _podium(ordered, rule)
    medals = {
        entry: _medal(place, score, podium, rule)
        for place, (entry, score) in enumerate(zip(ladder, ordered, strict=True))
    }
    return {entry: medal for entry, medal in medals.items() if medal is not None}


def _medal(
    place: int, score: int, podium: list[Medal], rule: MedalRule
) -> Medal | None:
    if place < len(podium):
        return podium[place]
    return Medal.EXCELLENCE if score >= rule.excellence else None


def _podium(ordered: list[int], rule: MedalRule) -> list[Medal]:
    """Return gold, silver and bronze in the order of the scores."""
    golds = _tied(ordered, rule)
    rest = ordered[golds:]
    if golds > GOLDS_WITHOUT_SILVER:
        bronzes = sum(ordered[golds - 1] - score <= rule.gap for score in rest)
        return [Medal.GOLD] * golds + [Medal.BRONZE] * bronzes
    if golds == GOLDS_WITHOUT_SILVER:
        return [Medal.GOLD] * golds + [Medal.BRONZE] * _tied(rest, rule)
    silvers = _tied(rest, rule)
    bronzes = _tied(rest[silvers:], rule) if silvers == 1 else 0
    return [Medal.GOLD] * golds + [Medal.SILVER] * silvers + [Medal.BRONZE] * bronzes


def _tied(ordered: list[int], rule: MedalRule) -> int:
    """Return how many of the first scores are tied for one medal."""
    tied = 0
    for place, score in enumerate(ordered):
        first = rule.measure is TieMeasure.ANCHOR or place == 0
        measured_from = ordered[0] if first else ordered[place - 1]
        if measured_from - score > rule.gap:
            break
        tied += 1
    return tied
