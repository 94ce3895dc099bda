"""The only writers of audit events: append to a stream, inside its transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from audit.models import AuditEvent, AuditStream
from audit.rules import chain


class OutsideTransaction(RuntimeError):
    """An event must be written in the transaction of what it tells of."""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that happened, not yet given its place in a stream.

    ``actor`` and ``object_id`` are opaque texts such as ``user:<id>`` and
    ``entry:<id>``; the payload never carries an identity number.
    """

    actor: str
    action: str
    object_id: str
    at: datetime
    payload: Mapping[str, Any] = field(default_factory=dict)


def record(
    *,
    stream: str,
    actor: str,
    action: str,
    object_id: str,
    payload: Mapping[str, Any],
    at: datetime,
) -> AuditEvent:
    """Append one event to a stream and return it."""
    fact = Fact(actor=actor, action=action, object_id=object_id, at=at, payload=payload)
    return record_many(stream=stream, facts=[fact])[0]


def record_many(*, stream: str, facts: Sequence[Fact]) -> list[AuditEvent]:
    """Append events in the order given, with one lock and one update of the head.

    Raises OutsideTransaction without an open transaction, NotPlain when a payload
    holds a value that would not read back as it was written.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(f"Events of {stream} need an open transaction.")
    head, _ = AuditStream.objects.select_for_update().get_or_create(name=stream)
    events = [_append(head, fact) for fact in facts]
    AuditEvent.objects.bulk_create(events)
    head.save(update_fields=["seq", "hash"])
    return events


def _append(head: AuditStream, fact: Fact) -> AuditEvent:
    """Move the head one step on and return the event that stands there."""
    link = chain.Link(
        stream=head.name,
        seq=head.seq + 1,
        at=fact.at,
        actor=fact.actor,
        action=fact.action,
        object_id=fact.object_id,
        payload=chain.plain(fact.payload),
    )
    event = AuditEvent(
        stream=head,
        seq=link.seq,
        at=link.at,
        actor=link.actor,
        action=link.action,
        object_id=link.object_id,
        payload=link.payload,
        prev_hash=head.hash,
        hash=chain.seal(head.hash, link),
    )
    head.seq, head.hash = event.seq, event.hash
    return event
