"""The registry of rooms behind an event: upper apps link theirs from its page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from competitions.models import Event
from people.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class EventLink:
    """A page about an event that the user who asks may open.

    ``position`` follows the work: entries 10, panels 20, draws 30, schemes 40,
    marking 50, component scores 60, results 70, awards 80, board 90.
    """

    position: int
    label: "_StrOrPromise"
    url: str
    note: str = ""
    icon: str = "chevron-right"


Source = Callable[[User, Event], Iterable[EventLink]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source; called from ``AppConfig.ready()`` of any app above.

    A source leaves out what the user may not open.
    """
    if source not in _sources:
        _sources.append(source)


def links_of(user: User, event: Event) -> list[EventLink]:
    """Return the rooms a user may enter, in the order of the work."""
    links = [link for source in _sources for link in source(user, event)]
    return sorted(links, key=lambda link: link.position)
