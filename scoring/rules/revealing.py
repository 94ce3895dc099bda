"""Laying open what a panel scored: accepted, or to be scored again.

Sources: TD 30 and 32 (spread of at most 1, else discussion and a new score); Chinese
contest rules (of five judges the highest and the lowest are dropped).

- [x] the spread is that of the scores that count: dropped extremes do not matter
- [x] the limit is one of judgement, wherever the judges become one afterwards: a score
  means the same step on the ladder whether it is averaged at once or first summed to a
  judge's total, and the sources know no other limit for it. Marks and measurements
  that every judge enters himself, as in Chinese panels of five, have none
- [x] the mark is the mean of the scores that count, rounded once
"""

from collections.abc import Sequence
from decimal import Decimal

from scoring.rules.judgement import SPREAD_LIMIT, JudgementOutcome, judge, score_share
from scoring.rules.panel_mean import FEWEST_TO_TRIM, TRIMMED_MEAN
from scoring.rules.rounding import round_half_up


def reveal(
    scores: Sequence[int], max_mark: Decimal, *, drops_extremes: bool
) -> JudgementOutcome:
    """Combine the scores of a whole panel, without the extremes if the scheme says."""
    if not drops_extremes or len(scores) < FEWEST_TO_TRIM:
        return judge(scores, max_mark)
    middle = sorted(scores)[1:-1]
    spread = middle[-1] - middle[0]
    if spread > SPREAD_LIMIT:
        return JudgementOutcome(spread=spread, mark=None)
    mean = TRIMMED_MEAN.of(score_share(score, max_mark) for score in scores)
    return JudgementOutcome(spread=spread, mark=round_half_up(mean))
