"""A result list as a spreadsheet."""

from django.utils.translation import gettext as _, pgettext

from competitions.exports.sheet import Cell, write_table
from scoring.result_page import ResultPage, ShownResult


def result_workbook(page: ResultPage) -> bytes:
    """Return an xlsx file by rank; marks are text with two decimals."""
    return write_table(
        title=pgettext("list of ranks", "Result"),
        headings=[
            _("Rank"),
            _("Entry number"),
            _("Competitor"),
            _("Unit"),
            *(f"{head.name} {head.weight} %" for head in page.heads),
            *([_("Deducted")] if page.deducted else []),
            _("Total"),
            _("Scale score"),
            _("Medal"),
            _("Pass marks"),
            _("Why this rank"),
        ],
        rows=(_row(page, row) for row in page.rows),
    )


def _row(page: ResultPage, row: ShownResult) -> list[Cell]:
    result = row.result
    passed = _("Passed") if result.all_parts_passed else _("Not passed")
    return [
        result.rank if row.is_ranked else str(result.get_standing_display()),
        result.entry.number,
        row.name,
        row.unit,
        *(row.component(head.code).get("mark", "–") for head in page.heads),
        *([row.deducted] if page.deducted else []),
        row.total,
        result.scale_score,
        str(result.get_medal_display()) if result.medal else "",
        passed if row.is_ranked and page.has_pass_marks else "",
        row.why,
    ]
