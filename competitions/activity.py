"""What happened lately to a competition and its events, as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from audit import wording
from audit.models import AuditEvent
from audit.queries import latest
from audit.streams import competition_stream, event_stream
from competitions.models import Competition, Event
from people.queries import actor_names


@dataclass(frozen=True)
class Activity:
    """One line: when, where, what, and who did it."""

    at: datetime
    event_name: str
    sentence: str
    actor: str


def activity_of(
    competition: Competition, events: Sequence[Event], limit: int
) -> list[Activity]:
    """Return the last things that happened; two statements."""
    names = {event_stream(event.pk): event.display_name for event in events}
    found = latest([competition_stream(competition.pk), *names], limit)
    return _lines(found, names)


def activity_of_event(event: Event, limit: int) -> list[Activity]:
    """Return the last things that happened to one event; two statements."""
    return _lines(latest([event_stream(event.pk)], limit), {})


def _lines(found: Sequence[AuditEvent], names: dict[str, str]) -> list[Activity]:
    actors = actor_names({row.actor for row in found})
    return [
        Activity(
            row.at,
            names.get(row.stream_id, ""),
            wording.sentence(row),
            actors.get(row.actor, ""),
        )
        for row in found
    ]
