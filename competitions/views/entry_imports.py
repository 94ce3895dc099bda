"""The pages on which a spreadsheet of entries is handed in, looked at and undone."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.entry_import_page import import_page, wrong_rows
from competitions.exports.entry_workbook import entry_workbook
from competitions.forms.entries import EntrySheetForm, NewUnitsForm
from competitions.imports.entry_sheet import read_entry_sheet
from competitions.models import EntryImport, Event
from competitions.permissions import (
    can_review_entries,
    can_see_competition,
    can_submit_entries,
)
from competitions.queries.entries import imports_of
from competitions.queries.entry_units import unit_names
from competitions.services import entry_imports
from competitions.services.entry_import_undo import undo_import
from competitions.services.refusal import Refusal
from competitions.views.entries import workbook_response
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from people.imports.workbook_guard import NotAWorkbook
from people.sentences import in_words

PAGE_SIZE = 50


def entry_import_add(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Take a file in and go on to what its rows would do."""
    event = _open_event(request, event_id)
    form = EntrySheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            entry_import = entry_imports.start_import(
                event=event,
                file_name=file.name,
                rows=read_entry_sheet(file, name=file.name),
                by=user_of(request),
                at=timezone.now(),
            )
        except NotAWorkbook as error:
            form.add_error("file", in_words(error.sentence))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("competitions:entry-import", entry_import.pk)
    imports = imports_of(event)
    if not can_review_entries(request.user, event):
        imports = imports.filter(created_by=user_of(request))
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "imports": imports[:20],
        "can_see_competition": can_see_competition(request.user, event.competition),
    }
    return render(request, "competitions/entry_import_add.html", context)


@require_safe
def entry_template(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Hand out the workbook in which entries are written."""
    event = _open_event(request, event_id)
    names = unit_names(entry_imports.entrant_of(event, user_of(request)).unit_ids)
    return workbook_response(
        entry_workbook(event, names),
        _("%s – template of entries.xlsx") % event.display_name,
    )


@require_safe
def entry_import(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Show what every row would do, or did; errors first when there are any."""
    found = _import(request, import_id)
    page = import_page(
        found, user_of(request), request.GET.get("verdict", ""), timezone.now()
    )
    context = {
        "page": page,
        "rows": Paginator(page.rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "entry_import": found,
        "event": found.event,
        "competition": found.event.competition,
        "can_see_competition": can_see_competition(
            request.user, found.event.competition
        ),
        "form": NewUnitsForm(initial={"district": found.new_units_district_id}),
    }
    return render(request, "competitions/entry_import.html", context)


@require_POST
def entry_import_units(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Let unknown units be registered in a district, or not."""
    found = _import(request, import_id)
    not_found_unless(can_review_entries(request.user, found.event))
    form = NewUnitsForm(request.POST)
    if form.is_valid():
        return _do(
            request,
            found,
            entry_imports.choose_district,
            district=form.cleaned_data["district"],
        )
    messages.error(request, _("Choose a district of the list."))
    return redirect("competitions:entry-import", found.pk)


@require_POST
def entry_import_confirm(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Enter all good rows, if they still are what was shown."""
    found = _import(request, import_id)
    return _do(
        request,
        found,
        entry_imports.confirm_import,
        done=_imported,
        digest=request.POST.get("digest", ""),
    )


@require_POST
def entry_import_undo(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Put everything back to what it was before the import."""
    found = _import(request, import_id)
    return _do(request, found, undo_import, done=_undone)


@require_POST
def entry_import_discard(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Forget a file that was only looked at."""
    found = _import(request, import_id)
    event_id = found.event_id
    try:
        entry_imports.discard_import(
            entry_import=found, by=user_of(request), at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("competitions:entry-import", import_id)
    return redirect("competitions:entry-import-add", event_id)


@require_safe
def entry_import_errors(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """Hand the rows out again, with what is wrong in a column of their own."""
    found = _import(request, import_id)
    rows = wrong_rows(found, user_of(request), timezone.now())
    return workbook_response(
        entry_workbook(found.event, (), rows),
        _("%s – entries with errors.xlsx") % found.event.display_name,
    )


def _do(
    request: HttpRequest,
    found: EntryImport,
    step: Callable[..., EntryImport | None],
    done: Callable[[EntryImport], str] | None = None,
    **given: object,
) -> HttpResponse:
    try:
        changed = step(
            entry_import=found, by=user_of(request), at=timezone.now(), **given
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        if done and changed:
            messages.success(request, done(changed))
    return redirect("competitions:entry-import", found.pk)


def _imported(entry_import: EntryImport) -> str:
    counts = entry_import.counts
    return _("Imported: %(new)s new, %(changed)s changed.") % {
        "new": counts["new"],
        "changed": counts["update"],
    }


def _undone(entry_import: EntryImport) -> str:
    return _("The import is undone.")


def _open_event(request: HttpRequest, event_id: UUID) -> Event:
    events = Event.objects.select_related("competition")
    event = get_object_or_404(events, pk=event_id)
    not_found_unless(can_submit_entries(request.user, event))
    return event


def _import(request: HttpRequest, import_id: UUID) -> EntryImport:
    """Return a file the user handed in, or any file for those who review."""
    imports = EntryImport.objects.select_related(
        "event__competition", "new_units_district", "created_by"
    )
    found = get_object_or_404(imports, pk=import_id)
    user = user_of(request)
    allowed = can_review_entries(user, found.event) or (
        found.created_by_id == user.pk and can_submit_entries(user, found.event)
    )
    not_found_unless(allowed)
    return found
