"""Ranks 1, 2, 2, 4 by an ordered chain of comparators, with the reason for each place.

Source: chains of Chinese skills competitions: practical first; or time, practical and
theory; or module by module; in the end a shared rank or the chief judge's decision.

- [x] total, ``component:<code>`` and ``criterion:<code>`` in any order: the higher goes
  first
- [ ] time used and an order decided by the chief judge: nobody can enter them yet, and
  a comparator without values would silently leave every tie as it is
- [x] what remains equal shares a rank, and the next rank is skipped
- [x] only complete entries are ranked unless told otherwise
- [x] each entry names the comparator that set it apart from its neighbours
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import groupby
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

TOTAL: Final = "total"
CODED: Final = ("component:", "criterion:")

Place = tuple[tuple[bool, Decimal], ...]


class InvalidChain(RuleBroken):
    """The comparators are no usable chain."""


@dataclass(frozen=True)
class Contender:
    """An entry with its value for each comparator; what it lacks comes last."""

    entry: str
    values: Mapping[str, Decimal] = field(default_factory=dict)
    is_complete: bool = True


@dataclass(frozen=True)
class Ranked:
    """An entry's place; None for an entry that is not ranked.

    ``decided_by`` is the last comparator that was needed to tell the entry from those
    right before and after it; it is empty where the rank is shared.
    """

    entry: str
    rank: int | None
    is_shared: bool = False
    decided_by: str = ""


def check_chain(chain: Sequence[str]) -> None:
    """Raise InvalidChain unless every comparator is known and comes once."""
    if not chain:
        raise InvalidChain(
            Sentence("The tie-break chain is empty; begin with “total”.")
        )
    for comparator in chain:
        if comparator != TOTAL and not _is_coded(comparator):
            raise InvalidChain(
                Sentence(
                    "“{comparator}” is no comparator; use total, component:CODE or"
                    " criterion:CODE.",
                    {"comparator": comparator},
                )
            )
        if chain.count(comparator) > 1:
            raise InvalidChain(
                Sentence(
                    "“{comparator}” stands twice in the tie-break chain; once is"
                    " enough.",
                    {"comparator": comparator},
                )
            )


def rank(
    contenders: Iterable[Contender],
    chain: Sequence[str] = (TOTAL,),
    *,
    only_complete: bool = True,
) -> list[Ranked]:
    """Rank entries from first to last; the unranked follow, in the order of their ids.

    The answer does not depend on the order in which entries are given.
    """
    check_chain(chain)
    by_entry = sorted(contenders, key=lambda contender: contender.entry)
    ranked = [each for each in by_entry if each.is_complete or not only_complete]
    unranked = [each for each in by_entry if only_complete and not each.is_complete]
    places = {each.entry: _place(each, chain) for each in ranked}
    ranked.sort(key=lambda contender: places[contender.entry])
    groups = [
        (place, [contender.entry for contender in group])
        for place, group in groupby(ranked, lambda each: places[each.entry])
    ]
    return [
        *_number(groups, chain),
        *(Ranked(contender.entry, None) for contender in unranked),
    ]


def explain(ranked: Ranked) -> Sentence:
    """Say in words why the entry stands where it stands."""
    if ranked.rank is None:
        return Sentence("Not ranked: not every mark is complete.")
    if ranked.is_shared:
        return Sentence(
            "Rank {rank} is shared: every comparator is equal.", {"rank": ranked.rank}
        )
    if not ranked.decided_by:
        return Sentence("Rank {rank}.", {"rank": ranked.rank})
    if ranked.decided_by == TOTAL:
        return Sentence("Rank {rank} by the total.", {"rank": ranked.rank})
    return Sentence(
        "Rank {rank}: {comparator} decided.",
        {"rank": ranked.rank, "comparator": ranked.decided_by},
    )


def _is_coded(comparator: str) -> bool:
    return any(
        comparator.startswith(kind) and len(comparator) > len(kind) for kind in CODED
    )


def _place(contender: Contender, chain: Sequence[str]) -> Place:
    """Return a key that sorts the better entry first and a missing value last."""
    return tuple(_key(contender, comparator) for comparator in chain)


def _key(contender: Contender, comparator: str) -> tuple[bool, Decimal]:
    value = contender.values.get(comparator)
    if value is None:
        return (True, Decimal(0))
    return (False, -value)


def _number(
    groups: Sequence[tuple[Place, Sequence[str]]], chain: Sequence[str]
) -> Iterable[Ranked]:
    rank_number = 1
    for index, (place, entries) in enumerate(groups):
        neighbours = [
            groups[i][0] for i in (index - 1, index + 1) if 0 <= i < len(groups)
        ]
        is_shared = len(entries) > 1
        decided_by = "" if is_shared else _decisive(place, neighbours, chain)
        for entry in entries:
            yield Ranked(entry, rank_number, is_shared, decided_by)
        rank_number += len(entries)


def _decisive(place: Place, neighbours: Iterable[Place], chain: Sequence[str]) -> str:
    """Return the latest comparator that first differs from a neighbour."""
    needed = [
        next(
            i
            for i, (mine, other) in enumerate(zip(place, near, strict=True))
            if mine != other
        )
        for near in neighbours
    ]
    return chain[max(needed)] if needed else ""
