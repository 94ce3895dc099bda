"""Checks that texts and numbers fit where they are kept and printed."""

from collections.abc import Iterator

from people.rules.sentence import Sentence
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_parameters import is_writable, write_parameters
from scoring.rules.scheme_problems import Problem, error

# A cell of a workbook holds no longer text.
LONGEST_CELL = 32_767
LONGEST_TITLE = 200
LONGEST_NAME = 300
LONGEST_CODE = 6
LONGEST_KIND = 40
LARGEST_NUMBER = 32_767

TOO_LONG = error(
    "too-long",
    "text",
    Sentence("“{start}…” has {length} characters; at most {limit} fit."),
)
NUMBER_RANGE = error(
    "number-range",
    "number",
    Sentence("Standards section {number} is out of range; number them from 1."),
)

MARKS_IN_TEXT = error(
    "marks-in-text",
    "calculation",
    Sentence(
        "Calculation row {calculation} contains ::: or # signs that the CIS sheet "
        "puts between parameters; write its texts without them."
    ),
)


def check_lengths(scheme: Scheme) -> Iterator[Problem]:
    """Check the texts of a scheme, and its sections for their numbers."""
    for row, limit, text in _texts(scheme):
        if len(text) > limit:
            yield TOO_LONG.at(row, start=text[:20], length=len(text), limit=limit)
    for position, calculation in enumerate(scheme.calculations, start=1):
        if not is_writable(calculation.parameters):
            yield MARKS_IN_TEXT.at(None, calculation=position)
    for section in scheme.sections:
        if not 0 < section.number <= LARGEST_NUMBER:
            yield NUMBER_RANGE.at(section.row, number=section.number)


def _texts(scheme: Scheme) -> Iterator[tuple[int | None, int, str]]:
    yield None, LONGEST_TITLE, scheme.skill
    for section in scheme.sections:
        yield section.row, LONGEST_TITLE, section.name
    for calculation in scheme.calculations:
        yield None, LONGEST_TITLE, calculation.name
        yield None, LONGEST_KIND, calculation.kind
        yield None, LONGEST_CELL, write_parameters(calculation.parameters)
    for criterion in scheme.criteria:
        yield criterion.row, LONGEST_TITLE, criterion.name
        for sub in criterion.sub_criteria:
            yield sub.row, LONGEST_CODE, sub.code
            yield sub.row, LONGEST_NAME, sub.name
    for aspect in scheme.aspects:
        yield aspect.row, LONGEST_NAME, aspect.heading
        for text in (aspect.description, aspect.requirement):
            yield aspect.row, LONGEST_CELL, text
        for text in (*aspect.details, *aspect.ladder):
            yield aspect.row, LONGEST_CELL, text
