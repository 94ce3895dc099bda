"""Puts the competition page together: phases, tasks, events, figures, activity."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from competitions import competition_links, event_facts, readiness, year_figures
from competitions.activity import Activity, activity_of
from competitions.enums import CompetitionState
from competitions.event_facts import Fact
from competitions.models import Competition, CompetitionHost, Event
from competitions.queries.competitions import hosts_of, is_removable
from competitions.queries.events import EventCounts, event_counts, events_of
from competitions.readiness import ReadinessItem, Severity
from competitions.rules.phases import has_reached, next_phase, previous_phase
from competitions.state_strip import Step, steps_of
from people.models import User

#: How many lines of activity stand on the page.
ACTIVITY_LINES = 8


@dataclass(frozen=True)
class Progress:
    """How many of the things an event needs hold already."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True)
class EventRow:
    """An event in the table, with one cell per column of facts."""

    event: Event
    counts: EventCounts
    cells: tuple[Fact | None, ...]
    progress: Progress


@dataclass(frozen=True)
class CompetitionPage:
    """All that the competition page shows."""

    competition: Competition
    hosts: list[tuple[str, list[CompetitionHost]]]
    steps: list[Step]
    groups: list[str]
    tasks: list[ReadinessItem]
    blockers: int
    columns: list[str]
    rows: list[EventRow]
    figures: list[year_figures.YearFigure]
    links: list[competition_links.CompetitionLink]
    is_removable: bool
    activity: list[Activity]
    next_phase: CompetitionState | None = field(default=None)
    previous_phase: CompetitionState | None = field(default=None)

    @property
    def leads_to_board(self) -> bool:
        """Whether the board is what to open now: no step is free to be taken."""
        if self.competition.stopped_in:
            return False
        return bool(self.blockers) or self.next_phase is None


def competition_page(competition: Competition, user: User) -> CompetitionPage:
    """Read everything in a number of statements that does not grow with the events."""
    events = events_of(competition)
    counts = event_counts(competition)
    items = readiness.items_of(competition)
    tasks = open_tasks(items, competition)
    blockers = sum(task.severity == Severity.BLOCKER for task in tasks)
    columns, rows = _rows(events, counts, progress_of(items, competition))
    return CompetitionPage(
        competition=competition,
        hosts=_by_kind(hosts_of(competition.pk)),
        steps=steps_of(competition, list(counts.values()), blockers),
        groups=list(dict.fromkeys(event.get_group_display() for event in events)),
        tasks=tasks,
        blockers=blockers,
        columns=columns,
        rows=rows,
        figures=year_figures.figures_of(user, competition.starts_on.year),
        links=competition_links.links_of(user, competition),
        is_removable=is_removable(competition),
        activity=activity_of(competition, events, ACTIVITY_LINES),
        next_phase=_state(next_phase(competition.state)),
        previous_phase=_state(previous_phase(competition.state)),
    )


def open_tasks(
    items: Sequence[ReadinessItem], competition: Competition
) -> list[ReadinessItem]:
    """Return what remains to be done now, what blocks first."""
    tasks = [
        item
        for item in items
        if not item.is_done and readiness.is_due(item, competition)
    ]
    return sorted(tasks, key=lambda item: item.severity != Severity.BLOCKER)


def progress_of(
    items: Sequence[ReadinessItem], competition: Competition
) -> dict[UUID, Progress]:
    """Return how ready each event is for the day it begins, and for what is due since.

    A bar is never full beside a task that the same page still lists.
    """
    found: dict[UUID, list[bool]] = defaultdict(list)
    for item in items:
        is_asked = has_reached(
            CompetitionState.PREPARATION, item.phase
        ) or readiness.is_due(item, competition)
        if item.event_id and is_asked:
            found[item.event_id].append(item.is_done)
    return {pk: Progress(sum(done), len(done)) for pk, done in found.items()}


def _rows(
    events: Sequence[Event],
    counts: dict[UUID, EventCounts],
    progress: dict[UUID, Progress],
) -> tuple[list[str], list[EventRow]]:
    facts = event_facts.facts_of(events)
    headings = _headings(fact for found in facts.values() for fact in found)
    rows = []
    for event in events:
        cells = {fact.key: fact for fact in facts[event.pk]}
        rows.append(
            EventRow(
                event=event,
                counts=counts.get(event.pk, EventCounts(0, 0, 0)),
                cells=tuple(cells.get(key) for key in headings),
                progress=progress.get(event.pk, Progress()),
            )
        )
    return list(headings.values()), rows


def _headings(facts: Iterable[Fact]) -> dict[str, str]:
    """Return the columns by key, in the order of their positions."""
    ordered = sorted(facts, key=lambda fact: fact.position)
    return {fact.key: str(fact.heading) for fact in ordered}


def _by_kind(
    hosts: Sequence[CompetitionHost],
) -> list[tuple[str, list[CompetitionHost]]]:
    kinds: dict[str, list[CompetitionHost]] = {}
    for host in hosts:
        kinds.setdefault(host.get_kind_display(), []).append(host)
    return list(kinds.items())


def _state(state: str | None) -> CompetitionState | None:
    return CompetitionState(state) if state else None
