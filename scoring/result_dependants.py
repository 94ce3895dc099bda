"""The registry of what hangs on a published result: apps above add to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class Dependant:
    """What was made from a result and does not follow a new version by itself.

    ``sentence`` and ``action`` are already in the reader's language.
    """

    sentence: str
    action: str
    url: str


Source = Callable[[UUID], Iterable[Dependant]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source that answers for one event; called from ``AppConfig.ready()``."""
    if source not in _sources:
        _sources.append(source)


def dependants_of(event_id: UUID) -> tuple[Dependant, ...]:
    """Return everything that hangs on the published result of an event."""
    return tuple(found for source in _sources for found in source(event_id))
