"""Named reads of what happened."""

from collections.abc import Collection

from django.db.models import Max, QuerySet

from audit.models import AuditEvent, AuditStream
from audit.rules import chain

#: Rows fetched at a time while a stream is verified.
CHUNK = 2000


def history() -> QuerySet[AuditEvent]:
    """Return every event, the latest first, for lists that filter and page it."""
    return AuditEvent.objects.order_by("-at", "-id")


def latest(streams: Collection[str], limit: int) -> list[AuditEvent]:
    """Return the last events of some streams, the latest first; one statement."""
    return list(history().filter(stream__name__in=streams)[:limit])


def of_object(object_id: str) -> list[AuditEvent]:
    """Return all that happened to one object, in order; one statement."""
    return list(AuditEvent.objects.filter(object_id=object_id).order_by("at", "id"))


def stream_names() -> list[str]:
    """Return the names of all streams in alphabetical order."""
    return list(AuditStream.objects.order_by("name").values_list("name", flat=True))


def last_number(stream: str) -> int:
    """Return the number of the last event of a stream, 0 before the first."""
    numbers = AuditStream.objects.filter(name=stream).values_list("seq", flat=True)
    return numbers.first() or 0


def verify_stream(stream: str) -> int | None:
    """Return the first number of a stream that does not hold, None when all do.

    Rows are read in chunks, so that a stream of any length fits into memory. The
    newest number is read before the head, the rows last: events appended meanwhile
    are neither missed nor taken for a fault. Raises AuditStream.DoesNotExist.
    """
    events = AuditEvent.objects.filter(stream__name=stream)
    newest = events.aggregate(seq=Max("seq"))["seq"] or 0
    head = AuditStream.objects.get(name=stream)
    rows = events.filter(seq__lte=head.seq).order_by("seq")
    links = (_sealed(event) for event in rows.iterator(chunk_size=CHUNK))
    broken = chain.first_break(links, head=(head.seq, head.hash))
    if broken is None and newest > head.seq:
        return head.seq + 1
    return broken


def _sealed(event: AuditEvent) -> chain.SealedLink:
    """Return a stored event as the chain sees it."""
    link = chain.Link(
        stream=event.stream_id,
        seq=event.seq,
        at=event.at,
        actor=event.actor,
        action=event.action,
        object_id=event.object_id,
        payload=event.payload,
    )
    return chain.SealedLink(link, event.prev_hash, event.hash)
