"""The registry of figures beside an event: upper apps add columns to its table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from competitions.models import Event

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class Fact:
    """One figure of one event, such as the total of its marking scheme.

    Facts with the same ``key`` stand in one column under the ``heading``. A ``tone``
    (``info``, ``ok``, ``warn``, ``wrong``, ``neutral``) makes a pill of the text, with
    an ``icon`` of the sprite beside the word. Columns stand by their ``position``.
    """

    key: str
    heading: "_StrOrPromise"
    text: "_StrOrPromise"
    tone: str = ""
    icon: str = ""
    position: int = 50


Source = Callable[[Sequence[Event]], Mapping[UUID, Sequence[Fact]]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source; called from ``AppConfig.ready()``.

    A source gets all events of a page at once and answers in a fixed number of
    queries.
    """
    if source not in _sources:
        _sources.append(source)


def facts_of(events: Sequence[Event]) -> dict[UUID, list[Fact]]:
    """Return the facts of every event, in the order the sources were registered."""
    facts: dict[UUID, list[Fact]] = {event.pk: [] for event in events}
    for source in _sources:
        for event_id, found in source(events).items():
            facts[event_id].extend(found)
    return facts
