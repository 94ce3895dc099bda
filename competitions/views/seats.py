"""One panel and one seat: renamed, replaced, moved, removed."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from competitions.forms.panels import PanelForm, SeatForm, seat_values
from competitions.models import PanelSeat
from competitions.queries.judges import judge_labels
from competitions.services import panels
from competitions.services.refusal import Refusal
from competitions.views.acting import done
from competitions.views.panel_access import appointed_panel, appointed_seat
from competitions.views.signed_in import user_of


def panel_edit(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Rename a panel."""
    panel = appointed_panel(request, panel_id)
    form = PanelForm(request.POST or None, initial={"name": panel.name})

    def rename() -> str:
        panels.rename_panel(
            panel=panel,
            name=form.cleaned_data["name"],
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The panel is renamed.")

    if request.method == "POST" and done(request, form, rename):
        return redirect("competitions:panel-list", panel.event_id)
    context = {"form": form, "panel": panel, "event": panel.event}
    return render(request, "competitions/panel_edit.html", context)


@require_POST
def panel_remove(request: HttpRequest, panel_id: UUID) -> HttpResponse:
    """Remove a panel with its seats."""
    panel = appointed_panel(request, panel_id)
    try:
        panels.remove_panel(panel=panel, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("%s is removed.") % panel.name)
    return redirect("competitions:panel-list", panel.event_id)


def seat_edit(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Let another judge take a seat, or say what the seat is for."""
    seat = appointed_seat(request, seat_id)
    event = seat.panel.event
    form = SeatForm(request.POST or None, event=event, initial=seat_values(seat))

    def save() -> str:
        panels.revise_seat(
            seat=seat, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )
        return _("The seat is saved.")

    if request.method == "POST" and done(request, form, save):
        return redirect("competitions:panel-list", event.pk)
    context = {
        "form": form,
        "seat": seat,
        "event": event,
        "judge_labels": judge_labels(),
    }
    return render(request, "competitions/seat_edit.html", context)


@require_POST
def seat_move_up(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Let a seat change places with the one before it."""
    seat = appointed_seat(request, seat_id)
    return _act(request, seat, panels.move_seat_up, "")


def seat_remove(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Ask, then take a seat away."""
    seat = appointed_seat(request, seat_id)
    if request.method != "POST":
        context = {"seat": seat, "event": seat.panel.event}
        return render(request, "competitions/seat_remove.html", context)
    sentence = _("%s no longer sits on this panel.") % seat.judge.get_full_name()
    return _act(request, seat, panels.remove_seat, sentence)


def _act(
    request: HttpRequest,
    seat: PanelSeat,
    service: Callable[..., object],
    sentence: str,
) -> HttpResponse:
    try:
        service(seat=seat, by=user_of(request), at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        if sentence:
            messages.success(request, sentence)
    return redirect("competitions:panel-list", seat.panel.event_id)
