"""What changed between two versions of a result: who moved, and from where.

- [x] only entries whose rank, total, medal or standing differ are told
- [x] an entry that is new or gone counts as changed
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Place:
    """Where an entry stands in one version; ``rank`` is None when it is not ranked."""

    rank: int | None
    total: Decimal
    medal: str = ""
    standing: str = "ranked"


@dataclass(frozen=True)
class Change:
    """An entry with its place before and after; None where it does not stand."""

    entry: str
    before: Place | None
    after: Place | None

    @property
    def has_moved(self) -> bool:
        """Whether the rank is another one."""
        return _rank(self.before) != _rank(self.after)


def changes_between(
    before: Mapping[str, Place], after: Mapping[str, Place]
) -> list[Change]:
    """Return what differs, in the order of the later version, then what is gone."""
    entries = [*after, *(entry for entry in before if entry not in after)]
    return [
        Change(entry, before.get(entry), after.get(entry))
        for entry in entries
        if before.get(entry) != after.get(entry)
    ]


def _rank(place: Place | None) -> int | None:
    return place.rank if place else None
