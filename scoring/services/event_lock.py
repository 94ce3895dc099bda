"""The lock under which everything that touches marks of one event takes its turn."""

from uuid import UUID

from competitions.models import Event


def lock_event(event_id: UUID) -> Event:
    """Hold the event's row until the transaction ends; return it and its competition.

    One lock for marks, signatures and schemes of an event: no deadlock can arise
    between them, and the server's order of operations has no gap. Rows that refer to
    the event may still be written meanwhile. On SQLite writers queue anyway.
    """
    events = Event.objects.select_related("competition")
    return events.select_for_update(of=("self",), no_key=True).get(pk=event_id)
