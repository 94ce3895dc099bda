"""The check of a whole scheme: everything an expert should mend before it is used.

Sources: WorldSkills Technical Descriptions 2026 §2.1 (a variation of up to five
percent from the section weights), §4.2 (sum 100) and §4.3 (five to nine criteria).
Whether the five percent hold per section or in all is not said: one section beyond
it is an error, the sum beyond it a warning.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from people.rules.sentence import Sentence
from scoring.rules.scheme import FULL_MARKS, NOTHING, Scheme, SubCriterion
from scoring.rules.scheme_check_aspects import check_aspect
from scoring.rules.scheme_check_calculations import check_calculations
from scoring.rules.scheme_check_lengths import check_lengths
from scoring.rules.scheme_check_rows import (
    CODE_REPEATED,
    DAY_MISSING,
    LETTER_REPEATED,
    check_criterion,
    check_sub_criterion,
)
from scoring.rules.scheme_problems import Problem, Severity, error, warning
from scoring.rules.scheme_variation import section_variations, total_variation

LARGEST_VARIATION = Decimal("5.00")
CUSTOMARY_CRITERIA = range(5, 10)

Key = TypeVar("Key", int, str)

SKILL_MISSING = warning(
    "skill-missing", "skill", Sentence("The scheme has no title; name the skill in A1.")
)
TOTAL = error(
    "total",
    "total",
    Sentence("The maximum marks add up to {total}; a scheme has 100.00 in all."),
)
CRITERIA_NUMBER = warning(
    "criteria-number",
    "criteria",
    Sentence(
        "The scheme has {number} criteria; between five and nine are usual at"
        " WorldSkills."
    ),
)
SECTIONS_MISSING = warning(
    "sections-missing",
    "sections",
    Sentence(
        "The scheme lists no standards sections, so their weights are not compared."
    ),
)
SECTION_REPEATED = error(
    "section-repeated",
    "number",
    Sentence("Standards section {section} is listed twice; number each one once."),
)
SECTION_VARIATION = error(
    "section-variation",
    "declared",
    Sentence(
        "Section {section} has {actual} marks against {declared} declared; "
        "up to 5.00 more or less is allowed."
    ),
)
TOTAL_VARIATION = warning(
    "total-variation",
    "sections",
    Sentence("The variations of all sections add up to {variation}, more than 5.00."),
)
SECTIONS_SUM = warning(
    "sections-sum",
    "sections",
    Sentence("The declared marks of the sections add up to {total} instead of 100.00."),
)
DAYS_MISSING = warning(
    "days-missing",
    "day",
    Sentence(
        "No sub criterion says on which day it is marked; write 1 for the first day."
    ),
)


def check(scheme: Scheme) -> tuple[Problem, ...]:
    """List everything wrong with a scheme, by row, the whole scheme first."""
    return in_order(
        (
            *_check_whole(scheme),
            *_check_sections(scheme),
            *_check_repetitions(scheme),
            *_check_days(tuple(scheme.sub_criteria)),
            *_check_rows(scheme),
            *check_calculations(scheme),
            *check_lengths(scheme),
        )
    )


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by row, those of the whole scheme first, errors first."""
    return tuple(
        sorted(problems, key=lambda each: (each.row or 0, each.severity, each.code))
    )


def is_usable(problems: Iterable[Problem]) -> bool:
    """Whether a scheme with these problems may be used: warnings are allowed."""
    return all(problem.severity is not Severity.ERROR for problem in problems)


def _check_whole(scheme: Scheme) -> Iterator[Problem]:
    if not scheme.skill:
        yield SKILL_MISSING.at(None)
    if scheme.total != FULL_MARKS:
        yield TOTAL.at(None, total=scheme.total)
    if len(scheme.criteria) not in CUSTOMARY_CRITERIA:
        yield CRITERIA_NUMBER.at(None, number=len(scheme.criteria))


def _check_sections(scheme: Scheme) -> Iterator[Problem]:
    if not scheme.sections:
        yield SECTIONS_MISSING.at(None)
        return
    declared = sum((section.declared for section in scheme.sections), NOTHING)
    if declared != FULL_MARKS:
        yield SECTIONS_SUM.at(None, total=declared)
    for each in section_variations(scheme):
        if each.variation > LARGEST_VARIATION:
            yield SECTION_VARIATION.at(
                each.row,
                section=each.number,
                actual=each.actual,
                declared=each.declared,
            )
    if total_variation(scheme) > LARGEST_VARIATION:
        yield TOTAL_VARIATION.at(None, variation=total_variation(scheme))


def _check_repetitions(scheme: Scheme) -> Iterator[Problem]:
    numbers = [(section.number, section.row) for section in scheme.sections]
    for number, row in _repeated(numbers):
        yield SECTION_REPEATED.at(row, section=number)
    for letter, row in _repeated([(each.letter, each.row) for each in scheme.criteria]):
        yield LETTER_REPEATED.at(row, letter=letter)
    codes = [(sub.code.upper(), sub.row) for sub in scheme.sub_criteria if sub.code]
    for code, row in _repeated(codes):
        yield CODE_REPEATED.at(row, code=code)


def _repeated(
    keys: Iterable[tuple[Key, int | None]],
) -> Iterator[tuple[Key, int | None]]:
    seen: set[Key] = set()
    for key, row in keys:
        if key in seen:
            yield key, row
        seen.add(key)


def _check_days(sub_criteria: tuple[SubCriterion, ...]) -> Iterator[Problem]:
    dayless = [sub for sub in sub_criteria if sub.day is None]
    if dayless and len(dayless) == len(sub_criteria):
        yield DAYS_MISSING.at(None)
        return
    for sub in dayless:
        yield DAY_MISSING.at(sub.row, code=sub.code)


def _check_rows(scheme: Scheme) -> Iterator[Problem]:
    for criterion in scheme.criteria:
        yield from check_criterion(criterion)
        for sub in criterion.sub_criteria:
            yield from check_sub_criterion(sub, criterion.letter)
    sections = {section.number for section in scheme.sections}
    for aspect in scheme.aspects:
        yield from check_aspect(aspect, sections)
