"""How the page of events learns the names that live above this app."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Matches:
    """The actors and streams whose names contain a text."""

    actors: Collection[str] = ()
    streams: Collection[str] = ()


class Naming(Protocol):
    """What whoever gives the page its address answers, a page of rows at a time."""

    def actors(self, codes: Collection[str], /) -> Mapping[str, str]:
        """Return the names of actors such as ``user:<id>``."""

    def streams(self, codes: Collection[str], /) -> Mapping[str, str]:
        """Return the names of streams such as ``event:<id>``."""

    def matching(self, text: str, /) -> Matches:
        """Return whose names contain a text."""


class Unnamed:
    """Names nothing: every code stands for itself."""

    def actors(self, codes: Collection[str], /) -> Mapping[str, str]:
        """Return no names."""
        return {}

    def streams(self, codes: Collection[str], /) -> Mapping[str, str]:
        """Return no names."""
        return {}

    def matching(self, text: str, /) -> Matches:
        """Return nothing."""
        return Matches()
