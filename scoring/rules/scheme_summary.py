"""The mark allocation table: criteria across, standards sections down, totals of both.

Source: WorldSkills Technical Descriptions 2026 §4.4, Mark Allocation Table.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from scoring.rules.scheme import JUDGEMENT, MEASUREMENT, NOTHING, Scheme
from scoring.rules.scheme_check import LARGEST_VARIATION
from scoring.rules.scheme_variation import SectionVariation, section_variations


@dataclass(frozen=True, slots=True)
class AllocationColumn:
    """A criterion of the table with its total."""

    letter: str
    name: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class AllocationRow:
    """A standards section: its marks in every criterion, compared with the declared.

    ``number`` is None in the row of aspects that refer to no section of the list; such
    a row has nothing declared.
    """

    number: int | None
    name: str
    marks: tuple[Decimal, ...]
    actual: Decimal
    declared: Decimal | None
    variation: Decimal | None

    @property
    def is_within(self) -> bool:
        """Whether the section varies by no more than is allowed."""
        return self.variation is not None and self.variation <= LARGEST_VARIATION


@dataclass(frozen=True, slots=True)
class SchemeSummary:
    """Everything a page says about a scheme as a whole."""

    skill: str
    columns: tuple[AllocationColumn, ...]
    rows: tuple[AllocationRow, ...]
    total: Decimal
    declared: Decimal
    total_variation: Decimal
    aspects: int
    measurement: int
    judgement: int
    sub_criteria: int


def summarise(scheme: Scheme) -> SchemeSummary:
    """Make the table and count what a scheme holds."""
    variations = section_variations(scheme)
    kinds = [aspect.kind for aspect in scheme.aspects]
    return SchemeSummary(
        skill=scheme.skill,
        columns=tuple(
            AllocationColumn(criterion.letter, criterion.name, criterion.total)
            for criterion in scheme.criteria
        ),
        rows=_rows(scheme, variations),
        total=scheme.total,
        declared=sum((each.declared for each in variations), NOTHING),
        total_variation=sum((each.variation for each in variations), NOTHING),
        aspects=len(kinds),
        measurement=kinds.count(MEASUREMENT),
        judgement=kinds.count(JUDGEMENT),
        sub_criteria=len(tuple(scheme.sub_criteria)),
    )


def _rows(
    scheme: Scheme, variations: tuple[SectionVariation, ...]
) -> tuple[AllocationRow, ...]:
    marks = _marks_by_section(scheme)
    none = (NOTHING,) * len(scheme.criteria)
    rows = [
        AllocationRow(
            number=each.number,
            name=each.name,
            marks=marks.get(each.number, none),
            actual=each.actual,
            declared=each.declared,
            variation=each.variation,
        )
        for each in variations
    ]
    if None in marks:
        stray = marks[None]
        rows.append(AllocationRow(None, "", stray, sum(stray, NOTHING), None, None))
    return tuple(rows)


def _marks_by_section(scheme: Scheme) -> dict[int | None, tuple[Decimal, ...]]:
    """Add up the marks of each section per criterion; unlisted sections are None."""
    listed = {section.number for section in scheme.sections}
    marks: defaultdict[int | None, list[Decimal]] = defaultdict(
        lambda: [NOTHING] * len(scheme.criteria)
    )
    for column, criterion in enumerate(scheme.criteria):
        for aspect in criterion.aspects:
            section = aspect.section if aspect.section in listed else None
            marks[section][column] += aspect.max_mark or NOTHING
    return {section: tuple(row) for section, row in marks.items()}
