"""A marking scheme as pure data, after WorldSkills Technical Descriptions 2026, §4.

A scheme has criteria, a criterion has sub criteria (each one marking form, with its
day) and these have aspects, measured (M) or judged (J). Marks are ``Decimal`` with
two places. ``row`` is where something stands in the workbook it was read from; it
takes no part in equality, and neither does it in the hash.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from scoring.rules.rounding import round_half_up
from scoring.rules.scheme_parameters import Parameters, tidy_parameters
from scoring.rules.scheme_text import tidy

MEASUREMENT = "M"
JUDGEMENT = "J"
# Where the marks of several judges become one; WorldSkills does so at the aspect.
COMBINE_AT = ("aspect", "sub_criterion", "sheet")
FULL_MARKS = Decimal("100.00")
NOTHING = Decimal("0.00")


def _tidy_texts(holder: object, *names: str) -> None:
    """Hold the named texts of a frozen dataclass in their one form."""
    for name in names:
        object.__setattr__(holder, name, tidy(getattr(holder, name)))


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the occupational standards and the marks declared for it."""

    number: int
    name: str
    declared: Decimal
    row: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Hold the name tidy and the marks with two places."""
        _tidy_texts(self, "name")
        object.__setattr__(self, "declared", round_half_up(self.declared))


@dataclass(frozen=True, slots=True)
class Calculation:
    """How a measured value becomes a mark; a row of the sheet Calculations."""

    name: str
    kind: str
    reusable: bool = True
    parameters: Parameters = ()

    def __post_init__(self) -> None:
        """Hold texts tidy and parameters sorted, so that equal ones are equal."""
        _tidy_texts(self, "name", "kind")
        object.__setattr__(self, "parameters", tidy_parameters(self.parameters))

    @property
    def is_blank(self) -> bool:
        """Whether this is an empty row that only keeps the later rows' numbers."""
        return not (self.name or self.kind or self.parameters)


@dataclass(frozen=True, slots=True)
class Aspect:
    """One item with its own maximum.

    ``details`` are the extra description rows, ``heading`` the group heading row
    right above, ``calculation`` the 1-based row of the calculation used, ``ladder``
    the descriptors of 0, 1, 2 and 3 of a judgement.
    """

    kind: str
    description: str
    details: tuple[str, ...] = ()
    requirement: str = ""
    section: int | None = None
    max_mark: Decimal | None = None
    calculation: int | None = None
    ladder: tuple[str, ...] = ()
    heading: str = ""
    row: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Hold texts tidy, without empty details, and the mark with two places."""
        _tidy_texts(self, "kind", "description", "requirement", "heading")
        details = tuple(filter(None, map(tidy, self.details)))
        ladder = tuple(map(tidy, self.ladder))
        object.__setattr__(self, "details", details)
        object.__setattr__(self, "ladder", ladder if any(ladder) else ())
        if self.max_mark is not None:
            object.__setattr__(self, "max_mark", round_half_up(self.max_mark))


@dataclass(frozen=True, slots=True)
class SubCriterion:
    """One marking form: the aspects one team marks on one day."""

    code: str
    name: str
    day: int | None = None
    aspects: tuple[Aspect, ...] = ()
    row: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Hold the texts tidy."""
        _tidy_texts(self, "code", "name")

    @property
    def total(self) -> Decimal:
        """The marks of all aspects."""
        return total_of(self.aspects)


@dataclass(frozen=True, slots=True)
class Criterion:
    """An assessment criterion, lettered A to I; its mark is never typed."""

    letter: str
    name: str
    sub_criteria: tuple[SubCriterion, ...] = ()
    row: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        """Hold the texts tidy."""
        _tidy_texts(self, "letter", "name")

    @property
    def aspects(self) -> Iterator[Aspect]:
        """All aspects in their order."""
        return (aspect for sub in self.sub_criteria for aspect in sub.aspects)

    @property
    def total(self) -> Decimal:
        """The marks of all aspects."""
        return total_of(self.aspects)


@dataclass(frozen=True, slots=True)
class Scheme:
    """What is marked in one skill, and how judges' scores are combined."""

    skill: str
    sections: tuple[Section, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    combine_at: str = "aspect"
    drops_extremes: bool = False

    def __post_init__(self) -> None:
        """Hold the title tidy and no empty calculations behind the last one."""
        _tidy_texts(self, "skill")
        calculations = list(self.calculations)
        while calculations and calculations[-1].is_blank:
            calculations.pop()
        object.__setattr__(self, "calculations", tuple(calculations))

    @property
    def sub_criteria(self) -> Iterator[SubCriterion]:
        """All sub criteria in their order."""
        return (sub for criterion in self.criteria for sub in criterion.sub_criteria)

    @property
    def aspects(self) -> Iterator[Aspect]:
        """All aspects in their order."""
        return (aspect for criterion in self.criteria for aspect in criterion.aspects)

    @property
    def total(self) -> Decimal:
        """The marks of all aspects; 100.00 in a usable scheme."""
        return total_of(self.aspects)

    def section_total(self, number: int) -> Decimal:
        """The marks of the aspects that refer to a standards section."""
        return total_of(aspect for aspect in self.aspects if aspect.section == number)


def total_of(aspects: Iterable[Aspect]) -> Decimal:
    """Add up the maxima of aspects; one without a maximum counts nothing."""
    return sum((aspect.max_mark or NOTHING for aspect in aspects), NOTHING)
