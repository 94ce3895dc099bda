"""What can be wrong with the rows of a CIS sheet, before its scheme is checked."""

from collections.abc import Callable
from typing import TypeVar

from people.imports.workbook_rows import Cell
from people.rules.sentence import Sentence
from scoring.imports.cis_cells import TooFine, Unreadable, text
from scoring.rules.scheme_problems import Problem, error, warning

Value = TypeVar("Value")

UNREADABLE = {
    "declared": error(
        "declared-unreadable",
        "declared",
        Sentence("“{value}” is no number of declared marks; write one such as 25."),
    ),
    "day": error(
        "day-unreadable",
        "day",
        Sentence("“{value}” is no day of marking; write 1 for the first day."),
    ),
    "score": error(
        "score-unreadable",
        "ladder",
        Sentence("“{value}” is no judgement score; the scores are 0, 1, 2 and 3."),
    ),
    "section": error(
        "section-unreadable",
        "section",
        Sentence("“{value}” is no standards section; write the number of one."),
    ),
    "calculation": error(
        "calculation-unreadable",
        "calculation",
        Sentence("“{value}” is no row of the sheet Calculations; write its number."),
    ),
    "max_mark": error(
        "max-unreadable",
        "max_mark",
        Sentence("“{value}” is no maximum mark; write one such as 0.50."),
    ),
}
TOO_FINE = {
    "declared": error(
        "declared-too-fine",
        "declared",
        Sentence("{value} declared marks have more than two decimals; round them."),
    ),
    "max_mark": error(
        "max-too-fine",
        "max_mark",
        Sentence("The maximum mark {value} has more than two decimals; round it."),
    ),
}
SCORE_REPEATED = error(
    "score-repeated",
    "ladder",
    Sentence("The judgement describes score {value} twice; describe each score once."),
)
WITHOUT_ASPECT = error(
    "without-aspect",
    "aspect",
    Sentence("The row belongs to no aspect; put it below the aspect it describes."),
)
WITHOUT_SUB_CRITERION = error(
    "without-sub-criterion",
    "code",
    Sentence("The aspect stands above the first sub criterion; put it below its own."),
)
STRAY = error(
    "stray",
    "aspect",
    Sentence("The row has a number but no aspect; write its type and description."),
)
HEADING_LAST = warning(
    "heading-last",
    "heading",
    Sentence("No aspect follows the heading “{value}”; it is left out."),
)
STATED_TOTAL = warning(
    "stated-total",
    "total",
    Sentence(
        "The row says {stated}, but the aspects add up to {actual}, which counts."
    ),
)


class Reader:
    """Reads cells and keeps the problems met on the way."""

    def __init__(self) -> None:
        """Start without problems."""
        self.problems: list[Problem] = []
        # Row and field of further problems that would only repeat these.
        self.excused: set[tuple[int | None, str]] = set()

    def report(self, problem: Problem) -> None:
        """Keep a problem; it stands for all others of its row and field."""
        self.problems.append(problem)
        self.excused.add((problem.row, problem.field))

    def read(
        self, field: str, convert: Callable[[Cell], Value | None], value: Cell, row: int
    ) -> Value | None:
        """Convert a cell; where that fails keep the problem and return None."""
        try:
            return convert(value)
        except Unreadable:
            finding = UNREADABLE[field]
        except TooFine:
            finding = TOO_FINE[field]
        self.report(finding.at(row, value=text(value)[:40]))
        return None
