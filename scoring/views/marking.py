"""The page on which the office follows the marking, opens sheets and locks marks."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from competitions.models import Event
from competitions.permissions import can_appoint_panels
from competitions.queries.judges import chief_judges
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless
from scoring.enums import SheetState
from scoring.marking_matrix import matrix_of
from scoring.marking_next import NextStep, next_step
from scoring.permissions import can_accept_marks, can_open_marking, can_see_marks
from scoring.queries.judge_progress import judge_progress
from scoring.queries.progress import MarkingProgress, marking_progress
from scoring.queries.seated_sheets import seated_sheets
from scoring.services.sheets import open_sheets
from scoring.services.signing import lock_marks


@require_safe
def marking_progress_page(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show panels, sheets and works by their blind codes, and who is missing."""
    event = _event(request, event_id)
    seated = seated_sheets(event)
    progress, entered = marking_progress(event, seated), judge_progress(event, seated)
    may_accept = can_accept_marks(request.user, event)
    context = {
        "event": event,
        "competition": event.competition,
        "progress": progress,
        "matrix": matrix_of(progress, entered.begun),
        "judges": entered.judges,
        "to_accept": progress.states[SheetState.SIGNED],
        "accepted": progress.states[SheetState.ACCEPTED]
        + progress.states[SheetState.LOCKED],
        "complete": progress.sheets - progress.states[SheetState.DRAFT],
        "may_open": can_open_marking(request.user, event),
        "may_accept": may_accept,
        "next_step": None if may_accept else _next_step(request, event, progress),
    }
    return render(request, "scoring/marking_progress.html", context)


@require_POST
def sheets_open(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Open a sheet for every work and every form with a panel."""
    event = _event(request, event_id)
    not_found_unless(can_open_marking(request.user, event))
    try:
        number = open_sheets(event=event, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request,
            ngettext("%s sheet is open.", "%s sheets are open.", number) % number
            if number
            else _("All sheets were open already."),
        )
    return redirect("scoring:marking-progress", event.pk)


@require_http_methods(["GET", "POST"])
def marks_lock(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Ask, then lock the marks: the results are made from them."""
    event = _event(request, event_id)
    not_found_unless(can_accept_marks(request.user, event))
    if request.method == "POST":
        try:
            lock_marks(event=event, by=user_of(request), at=timezone.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The marks are locked."))
        return redirect("scoring:marking-progress", event.pk)
    context = {"event": event, "competition": event.competition}
    return render(request, "scoring/marks_lock.html", context)


def _next_step(
    request: HttpRequest, event: Event, progress: MarkingProgress
) -> NextStep | None:
    chiefs = [each.user.get_full_name() for each in chief_judges(event)]
    may_appoint = can_appoint_panels(request.user, event)
    return next_step(event, progress, chiefs, may_appoint=may_appoint)


def _event(request: HttpRequest, event_id: UUID) -> Event:
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_see_marks(request.user, event))
    return event
