"""Random marking schemes for tests: plain mutable plans, without a class of the app.

Marks are whole hundredths here, so the tests' own sums are exact.
"""

from dataclasses import dataclass, field
from random import Random

FULL = 10_000
NUMBER_3 = ("Number of 3", "NUMBER_COMPLETED", "NUM_POSSIBLE:::3.00000000#x~x#")
TWO_CHOICES = (
    "DEDUCTION_TYPE:::#x~x#PERCENT#-#CHOICE2_DEDUCTION:::66.60000000#x~x##-#"
    "CHOICE1_LABEL:::#x~x#None#-#CHOICE1_DEDUCTION:::0E-8#x~x##-#"
    "CHOICE2_LABEL:::#x~x#Up to 3"
)
CHOICES = ("", "CHOICE", TWO_CHOICES)
WORDS = ("edge", "joint", "seam", "焊缝", "𬭎", "A<B&C", "=SUM(A1)", "·tip·", "gap")


@dataclass
class AspectPlan:
    """An aspect as it will be typed; ``typed`` overrides single cells."""

    kind: str
    mark: int
    section: int
    calculation: int | None = None
    details: list[str] = field(default_factory=list)
    heading: str = ""
    rungs: list[tuple[object, str]] = field(default_factory=list)
    typed: dict[str, object] = field(default_factory=dict)


@dataclass
class SubPlan:
    """A sub criterion; ``before`` and ``after`` are odd rows around its aspects."""

    code: str
    name: str
    day: object
    aspects: list[AspectPlan]
    before: list[dict] = field(default_factory=list)
    after: list[dict] = field(default_factory=list)


@dataclass
class CriterionPlan:
    letter: str
    name: str
    subs: list[SubPlan]


@dataclass
class Style:
    """How the workbook is typed: the traps of real files."""

    headers: str = "current"
    has_day: bool = True
    has_calculation: bool = True
    same_row: bool = False
    empty_strings: bool = False
    numbers_as_text: bool = False
    float_noise: bool = False
    padded: bool = False
    unused_blocks: bool = False
    blank_rows: bool = False
    formulas: bool = True
    spare_sheets: bool = False


@dataclass
class Plan:
    skill: str
    sections: dict[int, int]
    criteria: list[CriterionPlan]
    calculations: list[tuple[str, str, str]]
    style: Style
    # Totals typed over the right ones: section number, letter, "block A" or "all".
    stated: dict[object, int] = field(default_factory=dict)

    @property
    def subs(self) -> list[SubPlan]:
        return [sub for criterion in self.criteria for sub in criterion.subs]

    @property
    def aspects(self) -> list[AspectPlan]:
        return [aspect for sub in self.subs for aspect in sub.aspects]


def random_style(rng: Random) -> Style:
    """Pick a mixture of traps."""
    return Style(
        headers=rng.choice(["current", "current", "older", "chinese"]),
        has_day=rng.random() < 0.85,
        has_calculation=rng.random() < 0.8,
        **{
            trap: rng.random() < 0.4
            for trap in (
                "same_row",
                "empty_strings",
                "numbers_as_text",
                "float_noise",
                "padded",
                "unused_blocks",
                "blank_rows",
                "formulas",
                "spare_sheets",
            )
        },
    )


def random_plan(rng: Random, style: Style | None = None) -> Plan:
    """Make a scheme without a fault: 100 marks, sections near their weights."""
    style = style or random_style(rng)
    sections = list(range(1, rng.randint(2, 7) + 1))
    aspects = [_aspect(rng, mark, rng.choice(sections), style) for mark in _marks(rng)]
    return Plan(
        skill=f"{rng.randint(1, 64):02} {_words(rng)}",
        sections=_declared(rng, sections, aspects),
        criteria=_criteria(rng, aspects),
        calculations=[("Measurement", "PASS_FAIL", ""), NUMBER_3, CHOICES],
        style=style,
    )


def _marks(rng: Random) -> list[int]:
    marks: list[int] = []
    while sum(marks) < FULL:
        marks.append(min(rng.randrange(20, 205, 5), FULL - sum(marks)))
    return marks


def _aspect(rng: Random, mark: int, section: int, style: Style) -> AspectPlan:
    is_judgement = rng.random() < 0.3
    aspect = AspectPlan(
        kind="J" if is_judgement else "M",
        mark=mark,
        section=section,
        details=[_words(rng) for _ in range(rng.choice([0, 0, 1, 3]))],
        heading=_words(rng) if rng.random() < 0.1 else "",
    )
    if is_judgement:
        aspect.rungs = [(score, _words(rng)) for score in range(4)]
    elif style.has_calculation:
        aspect.calculation = rng.randint(1, 3)
    return aspect


def _declared(rng: Random, sections: list[int], aspects: list[AspectPlan]) -> dict:
    declared = {
        number: sum(each.mark for each in aspects if each.section == number)
        for number in sections
    }
    one, other = rng.sample(sections, 2)
    shift = min(rng.randrange(0, 200), declared[one])
    declared[one] -= shift
    declared[other] += shift
    return declared


def _criteria(rng: Random, aspects: list[AspectPlan]) -> list[CriterionPlan]:
    letters = "ABCDEFGHI"[: rng.randint(5, 9)]
    shares = [aspects[start :: len(letters)] for start in range(len(letters))]
    return [
        CriterionPlan(letter, _words(rng), _subs(rng, letter, share))
        for letter, share in zip(letters, shares, strict=True)
    ]


def _subs(rng: Random, letter: str, aspects: list[AspectPlan]) -> list[SubPlan]:
    size = rng.randint(2, 8)
    groups = [aspects[start : start + size] for start in range(0, len(aspects), size)]
    return [
        SubPlan(f"{letter}{number}", _words(rng), rng.randint(1, 4), group)
        for number, group in enumerate(groups, start=1)
    ]


def _words(rng: Random) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, 5)))
