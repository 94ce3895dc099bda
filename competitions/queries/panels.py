"""Reads of panels and their seats."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from competitions.models import Panel, PanelSeat


def seats() -> QuerySet[PanelSeat]:
    """Return seats with judge and unit, in the order of their numbers."""
    return PanelSeat.objects.select_related("judge__person__organisation").order_by(
        "number"
    )


def panels_of(event_ids: Iterable[UUID]) -> list[Panel]:
    """Return the panels of some events with their seats; two statements."""
    return list(
        Panel.objects.filter(event__in=list(event_ids))
        .select_related("event")
        .prefetch_related(Prefetch("seats", queryset=seats()))
        .order_by("pk")
    )
