"""The scheme of the story and the totals its marks must give, by our own arithmetic.

Three aspects: one judged on the 0-3 ladder by three judges (40 marks), one yes or no
(35 marks), one count of at most three (25 marks). Hundredths, so the sums are exact.
"""

from dataclasses import dataclass
from random import Random

from tests.scoring.cis_layout import workbook
from tests.scoring.cis_plans import (
    NUMBER_3,
    AspectPlan,
    CriterionPlan,
    Plan,
    Style,
    SubPlan,
)

JUDGED, YES_NO, COUNTED = 4_000, 3_500, 2_500
MOST = 3
LADDER = ("未完成", "达到行业要求", "优于行业要求", "出色")


@dataclass(frozen=True)
class Marks:
    """What the judges find for one competitor, re-scored where ``first`` differs."""

    first: tuple[int, int, int]
    scores: tuple[int, int, int]
    yes: bool
    count: int

    @property
    def total(self) -> int:
        """Return the total in hundredths: mean score over 3, all or nothing, share."""
        judged = _half_up(JUDGED * sum(self.scores), MOST * len(self.scores))
        counted = _half_up(COUNTED * self.count, MOST)
        return judged + (YES_NO if self.yes else 0) + counted

    @property
    def text(self) -> str:
        """Return the total as it is shown."""
        return f"{self.total // 100}.{self.total % 100:02d}"


def find_marks(random: Random, number: int) -> list[Marks]:
    """Return marks with different totals; those of the first are re-scored once."""
    found: dict[int, Marks] = {}
    while len(found) < number:
        low = random.randint(0, 2)
        scores = tuple(random.choice((low, low + 1)) for _ in range(3))
        first = scores if found else ((0, 3, 3) if low else (0, 0, 2))
        marks = Marks(first, scores, random.random() < 0.5, random.randint(0, MOST))
        found.setdefault(marks.total, marks)
    return list(found.values())


def scheme_workbook() -> bytes:
    """Return the scheme as a workbook in the CIS layout."""
    aspects = [
        AspectPlan("J", JUDGED, 1, rungs=list(enumerate(LADDER))),
        AspectPlan("M", YES_NO, 1, calculation=1),
        AspectPlan("M", COUNTED, 1, calculation=2),
    ]
    sub = SubPlan("A1", "装配", 1, aspects)
    return workbook(
        Plan(
            skill="12 装配",
            sections={1: 10_000},
            criteria=[CriterionPlan("A", "装配质量", [sub])],
            calculations=[("Measurement", "PASS_FAIL", ""), NUMBER_3],
            style=Style(),
        )
    )[0]


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
