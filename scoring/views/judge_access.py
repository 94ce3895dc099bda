"""Finds the events a user marks or accepts; 404 for anybody else."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from competitions.models import Event
from scoring.permissions import events_to_accept, events_to_mark


def event_to_mark(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event on whose panels the user sits."""
    events = events_to_mark(request.user).select_related("competition")
    return get_object_or_404(events, pk=event_id)


def event_to_accept(request: HttpRequest, event_id: UUID) -> Event:
    """Return an event whose signed sheets the user may accept."""
    events = events_to_accept(request.user).select_related("competition")
    return get_object_or_404(events, pk=event_id)
