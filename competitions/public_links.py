"""The registry of what anybody may read about an event: upper apps publish it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class PublicLink:
    """A public page of an event that is published now."""

    event_id: UUID
    label: "_StrOrPromise"
    url: str
    icon: str = "external-link"


Source = Callable[[Collection[UUID]], Iterable[PublicLink]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source; called from ``AppConfig.ready()`` of any app above.

    A source makes a fixed number of statements, whatever the number of events.
    """
    if source not in _sources:
        _sources.append(source)


def links_of(event_ids: Collection[UUID]) -> dict[UUID, list[PublicLink]]:
    """Return the public pages of each event; an event without any has none."""
    links: dict[UUID, list[PublicLink]] = {event_id: [] for event_id in event_ids}
    for source in _sources:
        for link in source(event_ids):
            links[link.event_id].append(link)
    return links
