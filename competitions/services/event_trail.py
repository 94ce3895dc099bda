"""Writes what happened to an event into its own stream."""

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
    payload: dict[str, Any],
    by: User,
    at: datetime,
    object_id: str = "",
) -> None:
    """Append to the event's stream, in the transaction of the change."""
    record(
        stream=event_stream(event_id),
        actor=actor_of(by),
        action=action,
        object_id=object_id or f"event:{event_id}",
        payload=payload,
        at=at,
    )
