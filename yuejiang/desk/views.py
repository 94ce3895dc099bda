"""Leads everybody to the page their work begins on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from competitions import year_figures
from competitions.enums import Capability
from competitions.models import Event
from competitions.permissions import (
    can_assign_roles,
    can_create_competitions,
    can_list_competitions,
    events_open_to_units,
    has_capability,
    has_capability_anywhere,
    units_of,
    visible_competitions,
)
from competitions.queries.entries import returned_entries
from people.models import User
from yuejiang.desk import attention
from yuejiang.desk.unit_events import own_units, with_own_entries


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Open the page of the widest role a user holds; one's own page without a role."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    if has_capability(user, Capability.TARGETS_SEE):
        return _year(request, user)
    if has_capability_anywhere(user, Capability.COMPETITIONS_MANAGE):
        return _competitions(user)
    if can_assign_roles(user):
        return redirect("competitions:role-assignments")
    if units_of(user):
        return _unit(request, user)
    return redirect(_page_of_own_work(user))


def _page_of_own_work(user: User) -> str:
    """Name the page of those who are not in the office."""
    marks = (Capability.MARKS_ENTER, Capability.MARKS_ACCEPT)
    if any(has_capability_anywhere(user, capability) for capability in marks):
        return "scoring:judge-home"
    if can_list_competitions(user):
        return "competitions:competition-list"
    return "certificates:my-page"


def _competitions(user: User) -> HttpResponse:
    """Open the only competition of an organiser, or the list of several."""
    found = list(visible_competitions(user).values_list("pk", flat=True)[:2])
    if len(found) == 1:
        return redirect("competitions:competition-detail", found[0])
    return redirect("competitions:competition-list")


def _year(request: HttpRequest, user: User) -> HttpResponse:
    """Show the year: its figures, what lacks something, what comes next."""
    today = timezone.localdate()
    competitions = visible_competitions(user)
    context = {
        "year": today.year,
        "figures": year_figures.figures_of(user, today.year),
        "concerns": attention.concerns(competitions, today),
        "coming": attention.coming(competitions, today),
        "states": attention.counts_by_state(competitions, today.year),
        "can_create": can_create_competitions(user),
    }
    return render(request, "desk/year.html", context)


def _unit(request: HttpRequest, user: User) -> HttpResponse:
    """Show the events a unit can enter now, and those it has entered."""
    units = units_of(user)
    open_events = events_open_to_units(user)
    entered = Event.objects.filter(entries__organisation__in=units).exclude(
        pk__in=open_events.values("pk")
    )
    context = {
        "units": own_units(units),
        "open_events": with_own_entries(open_events, units),
        "returned": returned_entries(units).filter(event__in=open_events),
        "can_submit": True,
        "entered": with_own_entries(
            Event.objects.filter(pk__in=entered.values("pk")), units
        ).order_by("-competition__starts_on", "competition", "number"),
    }
    return render(request, "desk/unit.html", context)
