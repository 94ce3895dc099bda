"""Writes what was earned into the streams of the events it was earned in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from audit.services import record
from audit.streams import REGISTER, event_stream
from people.models import User
from people.services import actor_of


def record_outcome(
    *,
    event_id: UUID | None,
    action: str,
    object_id: str,
    payload: dict[str, Any],
    by: User,
    at: datetime,
) -> None:
    """Append one fact; what belongs to no event goes to the register."""
    record(
        stream=event_stream(event_id) if event_id else REGISTER,
        actor=actor_of(by),
        action=action,
        object_id=object_id,
        payload=payload,
        at=at,
    )
