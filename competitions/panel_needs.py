"""The registry of how many judges a panel needs: the app that keeps schemes fills it.

A decision about a conflict of interest may not leave a panel with fewer judges before
an entry than it takes to reach a mark.
"""

from collections.abc import Callable, Mapping
from uuid import UUID

Source = Callable[[UUID], Mapping[UUID, int]]

_sources: list[Source] = []


def register(source: Source) -> None:
    """Add a source that answers for one event; called from ``AppConfig.ready()``."""
    if source not in _sources:
        _sources.append(source)


def needed_judges(event_id: UUID, panel_id: UUID) -> int:
    """Return the fewest judges of a panel; 0 while it has nothing to mark."""
    return max((source(event_id).get(panel_id, 0) for source in _sources), default=0)
