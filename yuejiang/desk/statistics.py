"""The year's statistics, for the officer who reports to the city."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from competitions.enums import Capability
from competitions.exports.sheet import CONTENT_TYPE
from competitions.exports.year_statistics import year_statistics
from competitions.permissions import has_capability, visible_competitions
from people.access import not_found_unless


@require_safe
def year_workbook(request: HttpRequest, year: int) -> HttpResponse:
    """Hand out the cross tables of a year as an xlsx file."""
    not_found_unless(has_capability(request.user, Capability.TARGETS_SEE))
    return HttpResponse(
        year_statistics(visible_competitions(request.user), year),
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": f'attachment; filename="statistics-{year}.xlsx"'
        },
    )
