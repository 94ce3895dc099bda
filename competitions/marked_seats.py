"""The registry of what was already marked: the app that keeps marks fills it.

Panels and conflicts of interest are settled before marking; what a judge has marked
since may no longer change hands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class MarkedSeat:
    """A judge of a panel has entered something for an entry."""

    panel_id: UUID | None
    entry_id: UUID
    judge_id: UUID


Source = Callable[[UUID], Iterable[MarkedSeat]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source that answers for one event; called from ``AppConfig.ready()``."""
    if source not in _sources:
        _sources.append(source)


def marked_seats(event_id: UUID) -> frozenset[MarkedSeat]:
    """Return who has marked what in an event."""
    return frozenset(found for source in _sources for found in source(event_id))
