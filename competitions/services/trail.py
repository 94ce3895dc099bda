"""Writes what happened to a competition, and tells the apps above after commit."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from audit.services import record
from audit.streams import competition_stream
from competitions import signals
from people.models import User
from people.services import actor_of


def record_for_competition(
    *,
    competition_id: UUID,
    action: str,
    payload: dict[str, Any],
    by: User,
    at: datetime,
    object_id: str = "",
) -> None:
    """Append to the competition's stream and send ``competition_changed`` on commit."""
    record(
        stream=competition_stream(competition_id),
        actor=actor_of(by),
        action=action,
        object_id=object_id or f"competition:{competition_id}",
        payload=payload,
        at=at,
    )
    transaction.on_commit(
        lambda: signals.competition_changed.send(
            sender=None, competition_id=competition_id
        )
    )
