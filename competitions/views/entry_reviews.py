"""The review of entries: approved or returned, one by one or many at once."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from competitions.forms.entries import ReturnForm
from competitions.forms.errors import add_error
from competitions.models import Entry, Event
from competitions.permissions import can_review_entries
from competitions.queries.draws import is_drawn_or_committed
from competitions.queries.entries import with_members
from competitions.services.entry_reviews import approve_entries, return_entries
from competitions.services.refusal import Refusal
from competitions.views.acting import ticked
from competitions.views.signed_in import user_of
from people.access import not_found_unless


@require_POST
def entries_approve(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Approve the selected entries that wait for review."""
    event = _reviewed_event(request, event_id)
    chosen = ticked(request, "entry")
    try:
        approved = approve_entries(
            event=event, entry_ids=chosen, by=user_of(request), at=timezone.now()
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        _tell_approved(request, len(approved), len(chosen))
        if approved and is_drawn_or_committed(event):
            messages.warning(
                request,
                _(
                    "The draw of this event lists the entries approved before. Void it"
                    " and draw again, or these go without a number."
                ),
            )
    return _back(request, event, chosen)


@require_POST
def entries_return(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Ask for the reason, then give the selected entries back to their units."""
    event = _reviewed_event(request, event_id)
    chosen = ticked(request, "entry")
    if not chosen:
        messages.warning(request, _("Select the entries first."))
        return redirect("competitions:entry-list", event.pk)
    form = ReturnForm(request.POST if "reason" in request.POST else None)
    if form.is_valid():
        try:
            returned = return_entries(
                event=event,
                entry_ids=chosen,
                reason=form.cleaned_data["reason"],
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            _tell_returned(request, len(returned), len(chosen))
            return _back(request, event, chosen)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "entries": with_members(Entry.objects.filter(event=event, pk__in=chosen)),
    }
    return render(request, "competitions/entry_return.html", context)


def _reviewed_event(request: HttpRequest, event_id: UUID) -> Event:
    events = Event.objects.select_related("competition")
    event = get_object_or_404(events, pk=event_id)
    not_found_unless(can_review_entries(request.user, event))
    return event


def _tell_approved(request: HttpRequest, approved: int, chosen: int) -> None:
    if not chosen:
        messages.warning(request, _("Select the entries first."))
        return
    if approved:
        sentence = ngettext(
            "%(number)s entry is approved.",
            "%(number)s entries are approved.",
            approved,
        )
        messages.success(request, sentence % {"number": approved})
    if approved < chosen:
        sentence = ngettext(
            "%(number)s selected entry was not waiting for review, or its team is not"
            " complete; it stays as it is.",
            "%(number)s selected entries were not waiting for review, or their teams"
            " are not complete; they stay as they are.",
            chosen - approved,
        )
        messages.warning(request, sentence % {"number": chosen - approved})


def _tell_returned(request: HttpRequest, returned: int, chosen: int) -> None:
    if returned:
        sentence = ngettext(
            "%(number)s entry is returned to its unit.",
            "%(number)s entries are returned to their units.",
            returned,
        )
        messages.success(request, sentence % {"number": returned})
    if returned < chosen:
        sentence = ngettext(
            "%(number)s selected entry is drawn, marked, returned or withdrawn"
            " already; it stays as it is.",
            "%(number)s selected entries are drawn, marked, returned or withdrawn"
            " already; they stay as they are.",
            chosen - returned,
        )
        messages.warning(request, sentence % {"number": chosen - returned})


def _back(request: HttpRequest, event: Event, chosen: list[UUID]) -> HttpResponse:
    """Return to the page the entries were chosen on."""
    if request.POST.get("from") == "entry" and len(chosen) == 1:
        return redirect("competitions:entry-detail", chosen[0])
    return redirect("competitions:entry-list", event.pk)
