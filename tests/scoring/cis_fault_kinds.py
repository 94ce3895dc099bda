"""How faults are put into planned schemes; each returns where it must be reported.

A fault takes a fresh part of the plan, so that no two faults meet in a row.
"""

from collections.abc import Callable
from random import Random
from typing import TypeVar

from tests.scoring.cis_plans import AspectPlan, Plan, SubPlan

Part = TypeVar("Part")

# (id of a part of the plan or a name of a row, the code of the problem)
Expected = list[tuple[object, str]]


class Parts:
    """Parts of a plan that no fault has touched."""

    def __init__(self, plan: Plan, rng: Random) -> None:
        self.plan = plan
        self.rng = rng
        self.used: set[int] = set()

    def aspect(self, kind: str) -> AspectPlan:
        return self.take([each for each in self.plan.aspects if each.kind == kind])

    def sub(self) -> SubPlan:
        """Take a sub criterion, but no first one: its letter names the block."""
        return self.take(
            [sub for criterion in self.plan.criteria for sub in criterion.subs[1:]]
        )

    def take(self, parts: list[Part]) -> Part:
        """Take one of some parts."""
        part = self.rng.choice([each for each in parts if id(each) not in self.used])
        self.used.add(id(part))
        return part


def typed(cell: str, value: object, code: str, mark: int | None = None) -> Callable:
    """Type something else into a cell of an aspect; ``mark`` is what then counts."""

    def fault(parts: Parts) -> Expected:
        aspect = parts.aspect(parts.rng.choice("MJ"))
        aspect.typed[cell] = value
        if mark is not None:
            aspect.mark = mark
        if cell == "section":
            aspect.section = 0
        return [(id(aspect), code)]

    fault.__name__ = code
    return fault


def ladder(change: Callable[[AspectPlan], None], code: str) -> Callable:
    """Spoil a ladder as a whole."""

    def fault(parts: Parts) -> Expected:
        aspect = parts.aspect("J")
        change(aspect)
        return [(id(aspect), code)]

    fault.__name__ = code
    return fault


def rung(score: object, code: str) -> Callable:
    """Type a wrong score into the third row of a ladder."""

    def fault(parts: Parts) -> Expected:
        aspect = parts.aspect("J")
        aspect.rungs[2] = (score, "spoilt")
        return [(id(aspect.rungs[2]), code)]

    fault.__name__ = code
    return fault


def calculation(entry: tuple[str, str, str] | None, code: str) -> Callable:
    """Let an aspect use a broken calculation, or one that is not there."""

    def fault(parts: Parts) -> Expected:
        aspect = parts.aspect("M")
        if entry:
            parts.plan.calculations.append(entry)
        aspect.calculation = len(parts.plan.calculations) if entry else 99
        return [(id(aspect), code)]

    fault.__name__ = code
    return fault


def sub_cell(name: str, value: object, code: str) -> Callable:
    """Type something else into a sub criterion's row."""

    def fault(parts: Parts) -> Expected:
        sub = parts.sub()
        setattr(sub, name, value)
        return [(id(sub), code)]

    fault.__name__ = code
    return fault


def odd_row(place: str, cells: dict[str, object], code: str) -> Callable:
    """Add a row that belongs to nothing."""

    def fault(parts: Parts) -> Expected:
        row = dict(cells)
        getattr(parts.sub(), place).append(row)
        return [(id(row), code)]

    fault.__name__ = code
    return fault


def repeated_code(parts: Parts) -> Expected:
    sub = parts.sub()
    criterion = next(each for each in parts.plan.criteria if sub in each.subs)
    sub.code = criterion.subs[0].code
    return [(id(sub), "code-repeated")]


def unknown_letter(parts: Parts) -> Expected:
    criterion = parts.take(parts.plan.criteria[-1:])
    for sub in criterion.subs:
        sub.code = sub.code.replace(criterion.letter, "K")
    criterion.letter = "K"
    return [(id(criterion), "letter-unknown")]


def stated(parts: Parts) -> Expected:
    letter = parts.plan.criteria[0].letter
    place = parts.rng.choice([1, letter, f"block {letter}", "all"])
    parts.plan.stated[place] = 3333
    return [(place, "stated-total")]


def misplaced_ladder(parts: Parts) -> Expected:
    aspect = parts.aspect("M")
    aspect.rungs = [(0, "bad"), (1, "good")]
    return [(id(aspect), "ladder-misplaced")]
