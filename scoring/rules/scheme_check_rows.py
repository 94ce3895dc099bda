"""Checks of criteria and sub criteria, each row for itself.

Source: WorldSkills Technical Descriptions 2026 §4.2-4.3.
"""

from collections.abc import Iterator

from people.rules.sentence import Sentence
from scoring.rules.scheme import Criterion, SubCriterion
from scoring.rules.scheme_problems import Problem, error, warning

LETTERS = "ABCDEFGHI"
DAYS = range(1, 10)

LETTER_UNKNOWN = error(
    "letter-unknown",
    "letter",
    Sentence("“{letter}” is no criterion: criteria have the letters A to I."),
)
LETTER_REPEATED = error(
    "letter-repeated",
    "letter",
    Sentence("Criterion {letter} is listed twice; give each criterion its own letter."),
)
CRITERION_UNNAMED = warning(
    "criterion-unnamed",
    "name",
    Sentence("Criterion {letter} has no name in the list of criteria."),
)
CRITERION_EMPTY = warning(
    "criterion-empty",
    "letter",
    Sentence("Criterion {letter} has no sub criterion; fill it or leave it out."),
)
CODE_MISSING = error(
    "code-missing",
    "code",
    Sentence("The sub criterion has no ID; write one such as A1."),
)
CODE_REPEATED = error(
    "code-repeated",
    "code",
    Sentence("The sub criterion ID {code} is used twice; give each its own."),
)
CODE_ELSEWHERE = warning(
    "code-elsewhere",
    "code",
    Sentence("Sub criterion {code} stands under criterion {letter}."),
)
SUB_UNNAMED = warning(
    "sub-criterion-unnamed", "name", Sentence("Sub criterion {code} has no name.")
)
SUB_EMPTY = warning(
    "sub-criterion-empty",
    "aspects",
    Sentence("Sub criterion {code} has no aspect; fill it or leave it out."),
)
DAY_MISSING = warning(
    "day-missing",
    "day",
    Sentence("Sub criterion {code} has no day of marking; write 1 for the first day."),
)
DAY_RANGE = error(
    "day-range",
    "day",
    Sentence("The day of marking is {day}; the days count from 1 to 9."),
)


def check_criterion(criterion: Criterion) -> Iterator[Problem]:
    """Check what a criterion says of itself."""
    letter, row = criterion.letter, criterion.row
    if len(letter) != 1 or letter not in LETTERS:
        yield LETTER_UNKNOWN.at(row, letter=letter)
    if not criterion.name:
        yield CRITERION_UNNAMED.at(row, letter=letter)
    if not criterion.sub_criteria:
        yield CRITERION_EMPTY.at(row, letter=letter)


def check_sub_criterion(sub: SubCriterion, letter: str) -> Iterator[Problem]:
    """Check what a sub criterion says of itself and of its criterion."""
    if not sub.code:
        yield CODE_MISSING.at(sub.row)
    elif not sub.code.upper().startswith(letter.upper()):
        yield CODE_ELSEWHERE.at(sub.row, code=sub.code, letter=letter)
    if not sub.name:
        yield SUB_UNNAMED.at(sub.row, code=sub.code)
    if not sub.aspects:
        yield SUB_EMPTY.at(sub.row, code=sub.code)
    if sub.day is not None and sub.day not in DAYS:
        yield DAY_RANGE.at(sub.row, day=sub.day)
