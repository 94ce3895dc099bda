"""The registry of the year's figures: what a competition is part of."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from people.models import User


@dataclass(frozen=True)
class YearFigure:
    """How far one indicator has come in a year, for a tile.

    ``label`` is already in the reader's language.
    """

    label: str
    value: int
    target: int | None
    url: str = ""


Source = Callable[[User, int], Iterable[YearFigure]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source; called from ``AppConfig.ready()`` of the app that counts.

    A source answers nothing to a user who may not see the year's targets.
    """
    if source not in _sources:
        _sources.append(source)


def figures_of(user: User, year: int) -> list[YearFigure]:
    """Return the figures of a year that a user may see."""
    return [figure for source in _sources for figure in source(user, year)]
