"""A result list on its way out: as a spreadsheet and as a paper for signature."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from competitions.views.entries import workbook_response
from scoring.documents.result_summary import result_summary
from scoring.exports.result_list import result_workbook
from scoring.queries.result_lists import rows_of
from scoring.result_page import page_of
from scoring.views.result_access import seen_list


@require_safe
def result_spreadsheet(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Hand a result list out as an xlsx file."""
    found = seen_list(request, list_id)
    name = f"result-{found.event.number}-v{found.version}.xlsx"
    return workbook_response(result_workbook(page_of(rows_of(found))), name)


@require_safe
def result_paper(request: HttpRequest, list_id: UUID) -> HttpResponse:
    """Hand the summary for signature out as a PDF."""
    found = seen_list(request, list_id)
    name = f"result-{found.event.number}-v{found.version}.pdf"
    return HttpResponse(
        result_summary(found, page_of(rows_of(found))),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
