"""The check of a scheme as plain data for other programs; decimals are strings."""

from collections.abc import Callable
from decimal import Decimal

from people.rules.sentence import Sentence
from scoring.rules.scheme_problems import Problem
from scoring.rules.scheme_summary import AllocationRow, SchemeSummary

Report = dict[str, object]


def scheme_report(
    summary: SchemeSummary,
    problems: tuple[Problem, ...],
    say: Callable[[Sentence], str] = str,
) -> Report:
    """Lay out what ``check_scheme --json`` prints; ``say`` chooses the language."""
    return {
        "skill": summary.skill,
        "total": _two_places(summary.total),
        "criteria": {
            column.letter: _two_places(column.total) for column in summary.columns
        },
        "sections": {
            str(row.number): _section(row)
            for row in summary.rows
            if row.number is not None
        },
        "total_variation": _two_places(summary.total_variation),
        "aspects": summary.aspects,
        "measurement": summary.measurement,
        "judgement": summary.judgement,
        "sub_criteria": summary.sub_criteria,
        "problems": [
            {
                "row": problem.row,
                "severity": problem.severity.value,
                "message": say(problem.sentence),
            }
            for problem in problems
        ],
    }


def _section(row: AllocationRow) -> Report:
    return {
        "declared": _two_places(row.declared),
        "actual": _two_places(row.actual),
        "variation": _two_places(row.variation),
    }


def _two_places(number: Decimal | None) -> str:
    return f"{number:.2f}"
