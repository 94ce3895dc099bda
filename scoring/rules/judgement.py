"""Judgement: several judges score 0 to 3, and the mean becomes a mark.

Source: WorldSkills technical descriptions 4.6 (scale, three judges), TD 30 and 32
(spread of at most 1), Jiangxi 振兴杯 technical document 4.1 (formula and rounding).

- [x] scores 0, 1, 2, 3 by two or more judges
- [x] spread above the limit (1, configurable): no mark, the aspect is scored again
- [x] mark = mean of the scores / 3 x maximum, rounded once, half up
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from people.rules.sentence import Sentence
from scoring.rules.measurement_input import InvalidValue
from scoring.rules.rounding import round_half_up

HIGHEST_SCORE: Final = 3
SCORES: Final = tuple(str(score) for score in range(HIGHEST_SCORE + 1))
FEWEST_JUDGES: Final = 2
SPREAD_LIMIT: Final = 1


@dataclass(frozen=True)
class JudgementOutcome:
    """What a panel's scores for one aspect come to."""

    spread: int
    mark: Decimal | None

    @property
    def needs_rescore(self) -> bool:
        """Whether the scores lie too far apart to count."""
        return self.mark is None


def read_score(value: str) -> int:
    """Read what the tablet sent for a judgement aspect; raise InvalidValue."""
    if value not in SCORES:
        raise InvalidValue(
            Sentence("“{value}” is no score; choose 0, 1, 2 or 3.", {"value": value})
        )
    return int(value)


def judge(
    scores: Sequence[int], max_mark: Decimal, *, spread_limit: int = SPREAD_LIMIT
) -> JudgementOutcome:
    """Combine the scores of a whole panel for one aspect of one entry."""
    if len(scores) < FEWEST_JUDGES:
        raise InvalidValue(
            Sentence("A judgement aspect needs the scores of at least two judges.")
        )
    for score in scores:
        read_score(str(score))
    spread = max(scores) - min(scores)
    if spread > spread_limit:
        return JudgementOutcome(spread=spread, mark=None)
    mean = sum((score_share(score, max_mark) for score in scores), Fraction(0))
    return JudgementOutcome(spread=spread, mark=round_half_up(mean / len(scores)))


def score_share(score: int, max_mark: Decimal) -> Fraction:
    """Return the exact, unrounded mark that one judge's score stands for."""
    return Fraction(max_mark) * score / HIGHEST_SCORE
