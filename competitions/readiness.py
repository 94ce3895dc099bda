"""The registry of what remains to be done: upper apps add their checks to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from competitions.models import Competition, Event
from competitions.rules.phases import has_reached


class Severity(StrEnum):
    """Whether an open item stops the next state or only deserves a look."""

    BLOCKER = "blocker"
    WARNING = "warning"


@dataclass(frozen=True)
class ReadinessItem:
    """One thing that must hold, done or open, computed from data.

    ``phase`` is the competition state that cannot be left while a blocker is open.
    ``sentence`` and ``action`` are already in the reader's language.
    """

    phase: str
    is_done: bool
    sentence: str
    action: str
    url: str
    event_id: UUID | None = None
    severity: Severity = Severity.BLOCKER


Check = Callable[[Competition, Sequence[Event]], Iterable[ReadinessItem]]

_checks: list[Check] = []


def register(check: Check) -> None:
    """Add a check; called from ``AppConfig.ready()`` of any app above."""
    if check not in _checks:
        _checks.append(check)


def items_of(competition: Competition) -> tuple[ReadinessItem, ...]:
    """Run every check over a competition and its events."""
    events = tuple(competition.events.order_by("number"))
    return tuple(item for check in _checks for item in check(competition, events))


def is_due(item: ReadinessItem, competition: Competition) -> bool:
    """Tell whether an item belongs to the current phase or one already passed."""
    return has_reached(competition.phase, item.phase)


def open_blockers(competition: Competition) -> tuple[ReadinessItem, ...]:
    """Return what keeps a competition from leaving its current phase.

    What an earlier phase asked for is asked again: it may have been undone since.
    """
    return tuple(
        item
        for item in items_of(competition)
        if not item.is_done
        and item.severity == Severity.BLOCKER
        and is_due(item, competition)
    )
