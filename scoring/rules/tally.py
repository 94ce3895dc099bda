"""The tally: from the marks of aspects to sub criteria, criteria and the component.

Source: WorldSkills technical descriptions 4.2 to 4.4 (marks of criteria are never
typed, they are sums of aspects); Jiangxi 振兴杯 scoring standard 1.2 (two decimals,
never below 0.00, deductions "until exhausted"); trimmed means of judges' sheets as in
the rules of Chinese skills competitions.

- [x] an aspect counts only once its panel has revealed; until then it is only expected
- [x] judges combine at the aspect (WorldSkills), the sub criterion or the sheet
- [x] a deduction empties its own sub criterion and touches no other; one without a sub
  criterion is a plain penalty on the component; nothing falls below 0.00

Where judges combine at the sheet, each judge's marks are summed over everything that
panel marked, then combined and rounded once. The figures of criteria are then combined
from the judges' sums in that criterion: right by themselves, yet they need not add up
to the component. In the other two ways they always do.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final, TypeVar

from scoring.rules.panel_mean import PLAIN_MEAN, PanelMean
from scoring.rules.rounding import Exact, round_half_up

NOTHING: Final = Decimal("0.00")

Key = TypeVar("Key", bound=Hashable)


class CombineAt(StrEnum):
    """Where the marks of several judges become one."""

    ASPECT = "aspect"
    SUB_CRITERION = "sub_criterion"
    SHEET = "sheet"


@dataclass(frozen=True)
class AspectMarks:
    """The marks of one aspect by seat, or None while the panel has not revealed.

    An agreed measurement is one mark of one seat; a judge's score of 0 to 3 is given as
    its exact share (``judgement.score_share``). Sub criteria are unique in a scheme.
    """

    aspect: str
    sub_criterion: str
    criterion: str
    max_mark: Decimal
    marks: Mapping[int, Exact] | None = None
    panel: str = ""


@dataclass(frozen=True)
class Deduction:
    """Marks taken off, from one sub criterion or, without one, from the component."""

    amount: Decimal
    sub_criterion: str | None = None


@dataclass(frozen=True)
class Part:
    """A sum of marks, of how many at most, and how far it is complete."""

    mark: Decimal
    max_mark: Decimal
    counted: int
    expected: int

    @property
    def is_complete(self) -> bool:
        """Whether every aspect has been revealed."""
        return self.counted == self.expected


@dataclass(frozen=True)
class ComponentTally:
    """What the revealed marks of one entry in one component sum to."""

    component: Part
    criteria: Mapping[str, Part]
    sub_criteria: Mapping[str, Part]


def tally(
    aspects: Iterable[AspectMarks],
    *,
    combine_at: CombineAt = CombineAt.ASPECT,
    mean: PanelMean = PLAIN_MEAN,
    deductions: Sequence[Deduction] = (),
) -> ComponentTally:
    """Sum the marks of one entry in one component."""
    every = tuple(aspects)

    def part(chosen: Sequence[AspectMarks]) -> Part:
        return _part(chosen, combine_at=combine_at, mean=mean)

    full = _by(every, lambda aspect: aspect.sub_criterion, part)
    losses = _losses(full, deductions)
    sub_criterion_of = {aspect.sub_criterion: aspect.criterion for aspect in every}
    lost: defaultdict[str, Decimal] = defaultdict(lambda: NOTHING)
    for sub_criterion, loss in losses.items():
        lost[sub_criterion_of[sub_criterion]] += loss
    criteria = _by(every, lambda aspect: aspect.criterion, part)
    penalties = sum((d.amount for d in deductions if d.sub_criterion is None), NOTHING)
    return ComponentTally(
        component=_less(part(every), sum(losses.values(), NOTHING) + penalties),
        criteria={code: _less(part, lost[code]) for code, part in criteria.items()},
        sub_criteria={
            code: _less(part, losses.get(code, NOTHING)) for code, part in full.items()
        },
    )


def complete_for_all(tallies: Iterable[Mapping[Key, Part]]) -> frozenset[Key]:
    """Return the keys of those parts that are complete in every entry's tally.

    Ranks shown while marking goes on may compare nothing else.
    """
    complete = [
        frozenset(key for key, part in parts.items() if part.is_complete)
        for parts in tallies
    ]
    return frozenset.intersection(*complete) if complete else frozenset()


def _by(
    aspects: Sequence[AspectMarks],
    code_of: Callable[[AspectMarks], str],
    part: Callable[[Sequence[AspectMarks]], Part],
) -> dict[str, Part]:
    grouped: defaultdict[str, list[AspectMarks]] = defaultdict(list)
    for aspect in aspects:
        grouped[code_of(aspect)].append(aspect)
    return {code: part(group) for code, group in grouped.items()}


def _part(
    aspects: Sequence[AspectMarks], *, combine_at: CombineAt, mean: PanelMean
) -> Part:
    panels: defaultdict[Hashable, list[Mapping[int, Exact]]] = defaultdict(list)
    for aspect in aspects:
        if aspect.marks is not None:
            panels[_group(aspect, aspect.marks, combine_at)].append(aspect.marks)
    combined = (_combine(marks, mean) for marks in panels.values())
    return Part(
        mark=sum(combined, NOTHING),
        max_mark=sum((aspect.max_mark for aspect in aspects), NOTHING),
        counted=sum(aspect.marks is not None for aspect in aspects),
        expected=len(aspects),
    )


def _group(
    aspect: AspectMarks, marks: Mapping[int, Exact], combine_at: CombineAt
) -> Hashable:
    """Return what aspects share when each judge's marks for them are summed first."""
    if combine_at is CombineAt.ASPECT:
        return aspect.aspect
    seats = (aspect.panel, frozenset(marks))
    return seats if combine_at is CombineAt.SHEET else (aspect.sub_criterion, *seats)


def _combine(marks: Sequence[Mapping[int, Exact]], mean: PanelMean) -> Decimal:
    seats = marks[0]
    sums = [
        sum((Fraction(by_seat[seat]) for by_seat in marks), Fraction(0))
        for seat in seats
    ]
    return round_half_up(mean.of(sums))


def _losses(
    parts: Mapping[str, Part], deductions: Sequence[Deduction]
) -> dict[str, Decimal]:
    losses: dict[str, Decimal] = {}
    for deduction in deductions:
        code = deduction.sub_criterion
        if code is not None:
            asked = losses.get(code, NOTHING) + deduction.amount
            losses[code] = min(asked, parts[code].mark)
    return losses


def _less(part: Part, amount: Decimal) -> Part:
    mark = max(part.mark - amount, NOTHING)
    return Part(mark, part.max_mark, part.counted, part.expected)
