"""The page of one entry, and the forms that make, change and take back entries."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from competitions.entry_page import entry_page
from competitions.forms.entries import EntryForm, ReturnForm
from competitions.forms.errors import add_error
from competitions.models import Entry, Event
from competitions.permissions import (
    can_review_entries,
    can_see_competition,
    can_submit_entries,
    visible_entries,
)
from competitions.queries.entries import with_members
from competitions.queries.organisations import organisation_labels
from competitions.services.entries import (
    resubmit_entry,
    submit_entry,
    update_entry,
    withdraw_entry,
)
from competitions.services.entry_imports import entrant_of
from competitions.services.entry_window import may_change
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless


@require_safe
def entry_detail(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Show an entry, where it stands and what happened to it."""
    entry = visible_entry(request, entry_id)
    context = {
        "page": entry_page(entry, user_of(request)),
        "entry": entry,
        "event": entry.event,
        "competition": entry.event.competition,
        "form": ReturnForm(),
        "can_see_competition": can_see_competition(
            request.user, entry.event.competition
        ),
    }
    return render(request, "competitions/entry_detail.html", context)


def entry_add(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Enter a person or a team by hand."""
    events = Event.objects.select_related("competition")
    event = get_object_or_404(events, pk=event_id)
    not_found_unless(can_submit_entries(request.user, event))
    form = _form(request, event)
    if request.method == "POST" and form.is_valid():
        try:
            entry = submit_entry(
                event=event,
                details=form.details(),
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The entry is submitted."))
            if "another" in request.POST:
                return redirect("competitions:entry-add", event.pk)
            return redirect("competitions:entry-detail", entry.pk)
    return _form_page(request, form, event)


def entry_edit(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Change an entry; one that was returned is submitted again."""
    entry = visible_entry(request, entry_id)
    not_found_unless(may_change(entry, user_of(request)))
    form = _form(request, entry.event, entry)
    if request.method == "POST" and form.is_valid():
        try:
            update_entry(
                entry=entry,
                version=form.cleaned_data["version"] or 0,
                details=form.details(),
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The entry is saved."))
            return redirect("competitions:entry-detail", entry.pk)
    return _form_page(request, form, entry.event, entry)


@require_POST
def entry_withdraw(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Take an entry back."""
    entry = visible_entry(request, entry_id)
    not_found_unless(may_change(entry, user_of(request)))
    return _move(request, entry, withdraw_entry, _("The entry is withdrawn."))


@require_POST
def entry_resubmit(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Submit an entry again that was returned or withdrawn."""
    entry = visible_entry(request, entry_id)
    not_found_unless(can_submit_entries(request.user, entry.event))
    return _move(request, entry, resubmit_entry, _("The entry is submitted again."))


def visible_entry(request: HttpRequest, entry_id: UUID) -> Entry:
    """Return an entry the user may see, answer 404 for any other."""
    return get_object_or_404(with_members(visible_entries(request.user)), pk=entry_id)


def _move(
    request: HttpRequest, entry: Entry, step: Callable[..., Entry], done: str
) -> HttpResponse:
    try:
        step(entry=entry, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)
    return redirect("competitions:entry-detail", entry.pk)


def _form(request: HttpRequest, event: Event, entry: Entry | None = None) -> EntryForm:
    entrant = entrant_of(event, user_of(request))
    return EntryForm(
        request.POST or None,
        event=event,
        own_units=None if entrant.is_office else entrant.own_units,
        entry=entry,
    )


def _form_page(
    request: HttpRequest, form: EntryForm, event: Event, entry: Entry | None = None
) -> HttpResponse:
    reviews = can_review_entries(request.user, event)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "entry": entry,
        "organisations": organisation_labels() if reviews else [],
        "unit": form.only_unit(),
        "can_see_competition": can_see_competition(request.user, event.competition),
    }
    return render(request, "competitions/entry_form.html", context)
