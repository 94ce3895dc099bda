"""Writes what happened to an event while it was marked."""

from datetime import datetime
from typing import Any
from uuid import UUID

from audit.services import record
from audit.streams import event_stream
from people.models import User
from people.services import actor_of


def record_for_event(
    *,
    event_id: UUID,
    action: str,
    object_id: str,
    payload: dict[str, Any],
    by: User,
    at: datetime,
) -> None:
    """Append one fact to an event's stream."""
    record(
        stream=event_stream(event_id),
        actor=actor_of(by),
        action=action,
        object_id=object_id,
        payload=payload,
        at=at,
    )
