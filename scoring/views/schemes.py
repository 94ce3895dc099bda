"""The schemes of an event, the report of one, and its ways to paper and workbook."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.services.refusal import Refusal
from competitions.views.entries import workbook_response
from competitions.views.signed_in import user_of
from scoring.exports.cis_workbook import write_scheme
from scoring.forms.schemes import VersionForm
from scoring.models import MarkingScheme
from scoring.queries.glance import schemes_at_a_glance
from scoring.queries.scheme_history import first_mark, upload_of
from scoring.queries.scheme_occasion import occasion_of
from scoring.queries.schemes import load_scheme
from scoring.scheme_page import page_of
from scoring.services.scheme_edit import settle_file_errors
from scoring.views.scheme_access import places_of, prepared_event, prepared_scheme


@require_safe
def scheme_list(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show every component that is marked, with its scheme or the ways to one."""
    event = prepared_event(request, event_id)
    context = {
        "event": event,
        "competition": event.competition,
        "glances": schemes_at_a_glance([event.pk]).get(event.pk, []),
    }
    return render(request, "scoring/scheme_list.html", context)


@require_safe
def scheme_report(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Show what a scheme adds up to, what is wrong with it, and the whole tree."""
    row = prepared_scheme(request, scheme_id)
    context = _context(row) | {
        "upload": upload_of(row),
        "first_mark": first_mark(row) if row.is_frozen else None,
    }
    return render(request, "scoring/scheme_report.html", context)


@require_safe
def scheme_print(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Show a scheme as it goes on paper."""
    row = prepared_scheme(request, scheme_id)
    return render(request, "scoring/scheme_print.html", _context(row))


@require_safe
def scheme_export(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Hand a scheme out as a CIS workbook."""
    row = prepared_scheme(request, scheme_id)
    event = row.component.stage.event
    name = f"scheme-{event.number}-{row.component.code}-v{row.version}.xlsx"
    return workbook_response(write_scheme(load_scheme(row)), name)


@require_POST
def scheme_settle(request: HttpRequest, scheme_id: UUID) -> HttpResponse:
    """Take down that the rows that could not be read are dealt with."""
    row = prepared_scheme(request, scheme_id)
    try:
        settle_file_errors(
            marking_scheme=row,
            version=VersionForm.version_of(request.POST),
            by=user_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The rows are dealt with."))
    return redirect("scoring:scheme-report", row.pk)


def _context(row: MarkingScheme) -> dict[str, object]:
    return places_of(row.component) | {
        "marking_scheme": row,
        "page": page_of(load_scheme(row), occasion_of(row.component.stage.event)),
    }
