"""Prizes and medals of an event under a policy.

- [x] each count or percentage takes the places after those of the prize before
- [x] an entry gets one prize, the first that reaches it
- [x] 47 who took part: 10 % are 4.7, so 4, 5 or 5 by floor, round or ceil
"""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from certificates.rules.award_facts import (
    AwardDecision,
    AwardKind,
    Candidate,
    Decision,
    EventOutcome,
)
from certificates.rules.award_places import Reached, reach
from certificates.rules.award_policy import (
    AwardPolicy,
    FixedCount,
    MedalLine,
    Percentage,
    PrizeLine,
    RankRange,
    ScoreThreshold,
    ShareRounding,
)
from certificates.rules.award_reasons import Explanation, Reason
from scoring.rules.rounding import round_half_up


def prizes(policy: AwardPolicy, outcome: EventOutcome) -> Iterator[AwardDecision]:
    """Yield the prize of every entry that has one, line by line."""
    ladder = outcome.by_rank()
    base = outcome.base(policy.base)
    decided: set[str] = set()
    used = 0
    for line in policy.prizes:
        first, last = _limits(line, used, base)
        for candidate, decision, explanation in _reached(line, ladder, first, last):
            if candidate.entry not in decided:
                decided.add(candidate.entry)
                yield _decide(line, candidate, decision, explanation)
        used = max(used, last)


def medals(policy: AwardPolicy, outcome: EventOutcome) -> Iterator[AwardDecision]:
    """Yield the medal of every entry that has one and that the policy names."""
    lines: dict[str, MedalLine] = {line.medal: line for line in policy.medals}
    for candidate in outcome.by_rank():
        if candidate.medal in lines:
            yield AwardDecision(
                kind=AwardKind.MEDAL,
                code=lines[candidate.medal].code,
                entry=candidate.entry,
                decision=Decision.GIVEN,
                explanation=Explanation(Reason.MEDAL),
                rank=candidate.rank,
            )


def number_of_prizes(share: Percentage, base: int) -> int:
    """Return how many prizes a percentage of so many entries is."""
    exact = Fraction(share.percent) * base / 100
    counts = {
        ShareRounding.FLOOR: math.floor(exact),
        ShareRounding.ROUND: int(round_half_up(exact, 0)),
        ShareRounding.CEIL: math.ceil(exact),
    }
    return max(counts[share.rounding], share.at_least)


def _limits(line: PrizeLine, used: int, base: int) -> tuple[int, int]:
    """Return the first and last place of a prize after so many places used."""
    if isinstance(line.places, RankRange):
        return line.places.first, line.places.last
    if isinstance(line.places, FixedCount):
        return used + 1, used + line.places.count
    if isinstance(line.places, Percentage):
        return used + 1, used + number_of_prizes(line.places, base)
    return used + 1, used


def _reached(
    line: PrizeLine, ladder: Sequence[Candidate], first: int, last: int
) -> Iterator[Reached]:
    if not isinstance(line.places, ScoreThreshold):
        yield from reach(ladder, first, last, line.tie_at_boundary)
        return
    minimum = line.places.minimum
    for candidate in ladder:
        if candidate.total >= minimum:
            yield candidate, Decision.GIVEN, _by_score(candidate, line.places)


def _by_score(candidate: Candidate, places: ScoreThreshold) -> Explanation:
    return Explanation(
        Reason.SCORE, {"total": str(candidate.total), "minimum": str(places.minimum)}
    )


def _decide(
    line: PrizeLine,
    candidate: Candidate,
    decision: Decision,
    explanation: Explanation,
) -> AwardDecision:
    return AwardDecision(
        kind=AwardKind.PRIZE,
        code=line.code,
        entry=candidate.entry,
        decision=decision,
        explanation=explanation,
        rank=candidate.rank,
    )
