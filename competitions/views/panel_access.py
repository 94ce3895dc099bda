"""Finds panels and seats for those who may appoint judges; 404 for anybody else."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from competitions.models import Event, Panel, PanelSeat
from competitions.permissions import can_appoint_panels
from people.access import not_found_unless


def appointed_event(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event to which the user may appoint judges."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_appoint_panels(request.user, event))
    return event


def appointed_panel(request: HttpRequest, panel_id: UUID) -> Panel:
    """Return a panel the user may fill."""
    panel = get_object_or_404(
        Panel.objects.select_related("event__competition"), pk=panel_id
    )
    not_found_unless(can_appoint_panels(request.user, panel.event))
    return panel


def appointed_seat(request: HttpRequest, seat_id: UUID) -> PanelSeat:
    """Return a seat the user may give."""
    seat = get_object_or_404(
        PanelSeat.objects.select_related("panel__event__competition", "judge__person"),
        pk=seat_id,
    )
    not_found_unless(can_appoint_panels(request.user, seat.panel.event))
    return seat
