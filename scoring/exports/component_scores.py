"""The spreadsheet in which component scores are typed, with what stands already."""

from django.utils.translation import gettext as _

from competitions.exports.sheet import Cell, write_table
from competitions.models import Component
from scoring.queries.component_scores import ScoreGrid, ScoreRow


def scores_workbook(grid: ScoreGrid) -> bytes:
    """Return an xlsx file: entry number, names, and a column for each component.

    Marks are text with two decimals, so that no program rounds them.
    """
    return write_table(
        title=_("Component scores"),
        headings=[
            _("Entry number"),
            _("Competitor"),
            _("Unit"),
            *(score_heading(component) for component in grid.components),
        ],
        rows=(_row(grid, row) for row in grid.rows),
    )


def score_heading(component: Component) -> str:
    """Return the heading of a component; its code comes first and is read back."""
    return f"{component.code} {component.display_name}"


def _row(grid: ScoreGrid, row: ScoreRow) -> list[Cell]:
    marks = (
        grid.marks.get((component.pk, row.entry.pk)) for component in grid.components
    )
    return [
        row.entry.number,
        row.name,
        row.entry.organisation.name,
        *("" if mark is None else str(mark) for mark in marks),
    ]
