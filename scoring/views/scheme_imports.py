"""A CIS workbook is handed in, looked at, and saved whole or not at all."""

from io import BytesIO
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
from people.sentences import in_words
from scoring.forms.schemes import SchemeFileForm
from scoring.imports.cis_workbook import ImportedScheme, NotAScheme, read_scheme
from scoring.models import SchemeUpload
from scoring.queries.scheme_occasion import occasion_of
from scoring.rules.scheme_check import check
from scoring.rules.scheme_problems import Severity
from scoring.scheme_page import page_of_file
from scoring.services import scheme_uploads
from scoring.services.scheme_store import unstorable
from scoring.views.scheme_access import places_of, prepared_component, prepared_upload


def scheme_import_add(request: HttpRequest, component_id: UUID) -> HttpResponse:
    """Take a workbook in and go on to its report; anything else is refused."""
    component = prepared_component(request, component_id)
    form = SchemeFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        try:
            read_scheme(BytesIO(content))
        except NotAScheme as error:
            form.add_error("file", in_words(error.sentence))
        else:
            upload = scheme_uploads.keep_upload(
                component=component,
                file_name=file.name,
                content=content,
                by=user_of(request),
                at=timezone.now(),
            )
            return redirect("scoring:scheme-import", upload.pk)
    context = places_of(component) | {
        "form": form,
        "current": component.schemes.order_by("version").last(),
    }
    return render(request, "scoring/scheme_import_add.html", context)


@require_safe
def scheme_import(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Show what a workbook holds and everything to be mended in it."""
    upload = prepared_upload(request, upload_id)
    read = _read(upload)
    occasion = occasion_of(upload.component.stage.event)
    context = places_of(upload.component) | {
        "upload": upload,
        "page": page_of_file(read.scheme, read.problems, occasion),
        "unstorable": len(unstorable(check(read.scheme))),
        "current": upload.component.schemes.order_by("version").last(),
    }
    return render(request, "scoring/scheme_import.html", context)


@require_POST
def scheme_import_save(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Make the workbook the scheme of its component."""
    upload = prepared_upload(request, upload_id)
    read = _read(upload)
    try:
        row = scheme_uploads.save_upload(
            upload=upload,
            scheme=read.scheme,
            file_errors=_lost_errors(read),
            by=user_of(request),
            at=timezone.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("scoring:scheme-import", upload.pk)
    messages.success(request, _("The marking scheme is saved."))
    return redirect("scoring:scheme-report", row.pk)


@require_POST
def scheme_import_discard(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Forget a workbook that was only looked at."""
    upload = prepared_upload(request, upload_id)
    try:
        scheme_uploads.discard_upload(upload=upload)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("scoring:scheme-import", upload_id)
    return redirect("scoring:scheme-list", upload.component.stage.event_id)


@require_safe
def scheme_import_file(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """Hand the workbook out again, byte for byte."""
    upload = prepared_upload(request, upload_id)
    return workbook_response(bytes(upload.content), f"scheme-{upload.pk}.xlsx")


def _read(upload: SchemeUpload) -> ImportedScheme:
    """Read a workbook again; it was read when it was taken in."""
    return read_scheme(BytesIO(upload.content))


def _lost_errors(read: ImportedScheme) -> int:
    """Count the errors that only the workbook shows, not the scheme read from it."""
    kept = check(read.scheme)
    return sum(
        problem.severity is Severity.ERROR
        for problem in read.problems
        if problem not in kept
    )
