"""Writes what happened to entries, and tells the apps above after commit."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from audit.services import Fact, record_many
from audit.streams import event_stream
from competitions import signals
from competitions.models import Entry
from people.models import User
from people.services import actor_of


def entry_fact(
    entry: Entry,
    action: str,
    payload: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
) -> Fact:
    """Return what happened to one entry, not yet written."""
    return Fact(
        actor=actor_of(by),
        action=action,
        object_id=f"entry:{entry.pk}",
        payload=payload,
        at=at,
    )


def record_entries(event_id: UUID, facts: Iterable[Fact]) -> None:
    """Append to the stream of the event and send ``entries_changed`` on commit."""
    record_many(stream=event_stream(event_id), facts=list(facts))
    transaction.on_commit(
        lambda: signals.entries_changed.send(sender=None, event_id=event_id)
    )


def named(entry: Entry, names: Iterable[str] | None = None) -> dict[str, Any]:
    """Return how an entry is called in sentences, by its team or its members."""
    if names is None:
        members = entry.members.select_related("person").order_by("position")
        names = [member.person.name for member in members]
    return {
        "name": entry.team_name or "、".join(names),
        "unit": entry.organisation.name,
    }
