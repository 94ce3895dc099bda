"""What happened lately to a competition and its events, as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from audit import wording
from audit.models import AuditEvent
from audit.queries import latest
from audit.streams import competition_stream, event_stream
from competitions.models import Competition, Event
from people.queries import actor_names

#: Rows that are read to find the last acts; one act may have a row per entry.
LOOKED_AT = 300


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
    found = latest([competition_stream(competition.pk), *names], LOOKED_AT)
    return _lines(found, names, limit)


def activity_of_event(event: Event, limit: int) -> list[Activity]:
    """Return the last things that happened to one event; two statements."""
    return _lines(latest([event_stream(event.pk)], LOOKED_AT), {}, limit)


def _lines(
    found: Sequence[AuditEvent], names: dict[str, str], limit: int
) -> list[Activity]:
    acts = _acts(found)[:limit]
    actors = actor_names({rows[0].actor for rows in acts})
    return [
        Activity(
            rows[0].at,
            names.get(rows[0].stream_id, ""),
            _sentence(rows),
            actors.get(rows[0].actor, ""),
        )
        for rows in acts
    ]


def _acts(found: Sequence[AuditEvent]) -> list[list[AuditEvent]]:
    """Put together what one person did in one go: thirty approvals are one line.

    Different things done in one go stay apart, so that no event of a new competition
    hides that it was created.
    """
    acts: dict[tuple[str, str, datetime, str], list[AuditEvent]] = {}
    for row in found:
        key = (row.stream_id, row.actor, row.at, row.action)
        acts.setdefault(key, []).append(row)
    return list(acts.values())


def _sentence(rows: Sequence[AuditEvent]) -> str:
    """Word the last thing of an act, and how many of its kind were done in one go."""
    sentence = wording.sentence(rows[0])
    if len(rows) == 1:
        return sentence
    together = gettext("%(sentence)s; %(number)s of the kind in one go")
    return together % {"sentence": sentence, "number": len(rows)}
