"""The page of one event, and the forms that add, change and remove events."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from competitions.event_page import event_page
from competitions.forms.errors import add_error
from competitions.forms.events import EventForm, NewEventForm, event_values
from competitions.models import Competition, Event, Occupation
from competitions.permissions import (
    can_manage_competition,
    can_manage_event,
    visible_events,
)
from competitions.services.events import create_event, remove_event, update_event
from competitions.services.refusal import Refusal
from competitions.views.signed_in import user_of
from people.access import not_found_unless


@require_safe
def event_detail(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Show an event and the rooms behind it."""
    visible = visible_events(request.user).select_related("competition", "occupation")
    event = get_object_or_404(visible, pk=event_id)
    context = {
        "page": event_page(event, user_of(request)),
        "event": event,
        "competition": event.competition,
        "can_manage": can_manage_event(request.user, event),
    }
    return render(request, "competitions/event_detail.html", context)


def event_add(request: HttpRequest, competition_id: UUID) -> HttpResponse:
    """Add an event to a competition."""
    competition = get_object_or_404(Competition, pk=competition_id)
    not_found_unless(can_manage_competition(request.user, competition))
    form = NewEventForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            event = create_event(
                competition=competition,
                details=form.details(),
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        else:
            messages.success(request, _("The event is added."))
            return redirect("competitions:event-detail", event.pk)
    return _form_page(request, form, competition)


def event_edit(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Change what is known of an event."""
    event = managed_event(request, event_id)
    form = EventForm(request.POST or None, initial=event_values(event))
    if request.method == "POST" and form.is_valid():
        try:
            update_event(
                event=event,
                version=form.cleaned_data["version"],
                details=form.details(),
                by=user_of(request),
                at=timezone.now(),
            )
        except ValidationError as error:
            add_error(form, error)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("The event is saved."))
            return redirect("competitions:event-detail", event.pk)
    return _form_page(request, form, event.competition, event)


def event_remove(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Ask, then remove an event nobody entered."""
    event = managed_event(request, event_id)
    if request.method != "POST":
        context = {"event": event, "competition": event.competition}
        return render(request, "competitions/event_remove.html", context)
    try:
        remove_event(event=event, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("competitions:event-detail", event.pk)
    messages.success(request, _("%s is removed.") % event.display_name)
    return redirect("competitions:competition-detail", event.competition_id)


def managed_event(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event the user may change, answer 404 for any other."""
    events = Event.objects.select_related("competition", "occupation")
    event = get_object_or_404(events, pk=event_id)
    not_found_unless(can_manage_event(request.user, event))
    return event


def _form_page(
    request: HttpRequest,
    form: EventForm,
    competition: Competition,
    event: Event | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "competition": competition,
        "event": event,
        "occupations": Occupation.objects.order_by("code"),
    }
    return render(request, "competitions/event_form.html", context)
