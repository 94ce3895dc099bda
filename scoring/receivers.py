"""Listens to competitions: who marks an entry decides what can be laid open."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.utils import timezone

from competitions.models import Event
from competitions.signals import conflict_decided
from scoring.services.waiting import reveal_waiting


@receiver(conflict_decided)
def reveal_after_decision(event_id: UUID, **_kwargs: Any) -> None:
    """Lay open what had only waited for the decision."""
    reveal_waiting(event=Event.objects.get(pk=event_id), at=timezone.now())
