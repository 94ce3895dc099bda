"""The registry of pages that belong to a whole competition, such as its board."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from competitions.models import Competition
from people.models import User

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


@dataclass(frozen=True)
class CompetitionLink:
    """A page about a competition that the user who asks may open."""

    label: "_StrOrPromise"
    url: str
    icon: str = "external-link"


Source = Callable[[User, Competition], Iterable[CompetitionLink]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source; called from ``AppConfig.ready()`` of any app above."""
    if source not in _sources:
        _sources.append(source)


def links_of(user: User, competition: Competition) -> list[CompetitionLink]:
    """Return the pages a user may open."""
    return [link for source in _sources for link in source(user, competition)]
