"""The list of competitions, and the same list as a workbook."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from competitions.exports.competitions import competition_workbook
from competitions.filters import CompetitionFilter
from competitions.permissions import (
    can_create_competitions,
    can_list_competitions,
    visible_competitions,
)
from competitions.queries.competitions import with_counts
from competitions.tables import CompetitionTable
from competitions.views.entries import workbook_response
from people.access import not_found_unless

PAGE_SIZE = 50


@require_safe
def competition_list(request: HttpRequest) -> HttpResponse:
    """Show the competitions a user may see, narrowed and sorted as asked."""
    not_found_unless(can_list_competitions(request.user))
    found = _found(request)
    table = CompetitionTable(found.qs)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {
        "table": table,
        "form": found.form,
        "is_narrowed": any(request.GET.get(name) for name in found.filters),
        "can_create": can_create_competitions(request.user),
    }
    return render(request, "competitions/competition_list.html", context)


@require_safe
def competition_export(request: HttpRequest) -> HttpResponse:
    """Hand out the list, narrowed as on the page, as an xlsx file."""
    not_found_unless(can_list_competitions(request.user))
    return workbook_response(
        competition_workbook(_found(request).qs), _("competitions.xlsx")
    )


def _found(request: HttpRequest) -> CompetitionFilter:
    rows = with_counts(visible_competitions(request.user))
    return CompetitionFilter(request.GET, queryset=rows, request=request)
