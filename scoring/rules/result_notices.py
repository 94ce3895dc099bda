"""What the second person looks at before confirming a result.

- [x] shared ranks, and totals so close that one mark would turn the order
- [x] entries in the contest that fail a pass mark
- [x] entries that stand without a rank
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final

# A difference of this much or less is a close call (own threshold, in marks).
CLOSE: Final = Decimal("0.10")


class NoticeKind(StrEnum):
    """Why an entry deserves a look."""

    SHARED = "shared"
    CLOSE = "close"
    FAILED = "failed"
    UNRANKED = "unranked"


@dataclass(frozen=True)
class Line:
    """One row of a result as far as a check looks at it."""

    entry: str
    rank: int | None
    total: Decimal
    passed: bool = True


@dataclass(frozen=True)
class Notice:
    """A reason to look, with the entries it is about, best first."""

    kind: NoticeKind
    entries: tuple[str, ...]
    difference: Decimal = Decimal("0.00")


def notices_of(lines: Sequence[Line]) -> list[Notice]:
    """Return what to look at: ties, close calls, failed parts, the unranked."""
    ranked = sorted(
        (line for line in lines if line.rank is not None),
        key=lambda line: (line.rank or 0, line.entry),
    )
    failed = tuple(line.entry for line in ranked if not line.passed)
    outside = tuple(line.entry for line in lines if line.rank is None)
    return [
        *_shared(ranked),
        *_close(ranked),
        *([Notice(NoticeKind.FAILED, failed)] if failed else []),
        *([Notice(NoticeKind.UNRANKED, outside)] if outside else []),
    ]


def _shared(ranked: Sequence[Line]) -> Iterator[Notice]:
    for _rank, group in groupby(ranked, lambda line: line.rank):
        entries = tuple(line.entry for line in group)
        if len(entries) > 1:
            yield Notice(NoticeKind.SHARED, entries)


def _close(ranked: Sequence[Line]) -> Iterator[Notice]:
    for first, second in pairwise(ranked):
        # Where something else than the total comes first, totals may go either way.
        difference = abs(first.total - second.total)
        if first.rank != second.rank and difference <= CLOSE:
            yield Notice(NoticeKind.CLOSE, (first.entry, second.entry), difference)
