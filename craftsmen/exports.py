"""The rows behind a figure as a workbook."""

from django.utils.translation import gettext as _

from competitions.exports.sheet import Cell, write_table
from craftsmen.enums import IndicatorSource
from craftsmen.models import Indicator
from craftsmen.queries.counted import counted_competitions, counted_credentials


def indicator_workbook(indicator: Indicator, year: int) -> bytes:
    """Return what an indicator counts in a year as an xlsx file; one statement."""
    if indicator.source == IndicatorSource.COMPETITIONS:
        headings, rows = _competitions(indicator, year)
    else:
        headings, rows = _credentials(indicator, year)
    return write_table(title=f"{year}", headings=headings, rows=rows)


def _competitions(
    indicator: Indicator, year: int
) -> tuple[list[str], list[list[Cell]]]:
    headings = [
        _("Competition"),
        _("State"),
        _("First day"),
        _("Last day"),
        _("Place"),
        _("Document number"),
    ]
    rows: list[list[Cell]] = [
        [
            each.name,
            str(each.get_state_display()),
            each.starts_on,
            each.ends_on,
            each.place,
            each.document_number,
        ]
        for each in counted_competitions(indicator, year)
    ]
    return headings, rows


def _credentials(indicator: Indicator, year: int) -> tuple[list[str], list[list[Cell]]]:
    headings = [
        _("Person"),
        _("Unit"),
        _("Title"),
        _("Granted on"),
        _("Document number"),
        _("Issuer"),
    ]
    rows: list[list[Cell]] = [
        [
            each.person.name,
            each.person.organisation.name if each.person.organisation else "",
            each.name,
            each.issued_on,
            each.document_number,
            each.issuer,
        ]
        for each in counted_credentials(indicator, year)
    ]
    return headings, rows
