"""Puts the page of an event together: its rooms, components, tasks and activity."""

from dataclasses import dataclass

from competitions import event_facts, event_links, readiness
from competitions.activity import Activity, activity_of_event
from competitions.competition_page import Progress, open_tasks, progress_of
from competitions.event_facts import Fact
from competitions.event_links import EventLink
from competitions.models import Component, Event
from competitions.queries.events import EventCounts, components_of, event_counts
from competitions.readiness import ReadinessItem
from people.models import User

#: How many lines of activity stand on the page.
ACTIVITY_LINES = 8


@dataclass(frozen=True)
class EventPage:
    """All that the page of an event shows."""

    event: Event
    counts: EventCounts
    facts: list[Fact]
    links: list[EventLink]
    components: list[Component]
    tasks: list[ReadinessItem]
    progress: Progress
    activity: list[Activity]


def event_page(event: Event, user: User) -> EventPage:
    """Read everything about one event that a user may see."""
    competition = event.competition
    items = [
        item for item in readiness.items_of(competition) if item.event_id == event.pk
    ]
    return EventPage(
        event=event,
        counts=event_counts(competition).get(event.pk, EventCounts(0, 0, 0)),
        facts=sorted(
            event_facts.facts_of([event])[event.pk], key=lambda fact: fact.position
        ),
        links=event_links.links_of(user, event),
        components=components_of(event),
        tasks=open_tasks(items, competition),
        progress=progress_of(items, competition).get(event.pk, Progress()),
        activity=activity_of_event(event, ACTIVITY_LINES),
    )
