"""Which entries a range of places reaches, ties at its end included.

Source: shared ranks are 1, 2, 2, 4, so "the first 3" may be four people; the policy
says whether all of them, those ahead by a further comparator, or whoever the office
chooses get the last place.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from certificates.rules.award_facts import Candidate, Decision
from certificates.rules.award_policy import TieAtBoundary
from certificates.rules.award_reasons import Explanation, Reason

Reached = tuple[Candidate, Decision, Explanation]


def reach(
    ladder: Sequence[Candidate], first: int, last: int, tie: TieAtBoundary
) -> Iterator[Reached]:
    """Yield who is reached by the places from first to last, and how.

    The ladder is ordered; its ranks decide who is equal, the order gives the places.
    """
    place = 1
    for _, group in groupby(ladder, key=lambda candidate: candidate.rank):
        tied = list(group)
        yield from _reach_group(tied, place, (first, last), tie)
        place += len(tied)


def _reach_group(
    tied: Sequence[Candidate], place: int, limits: tuple[int, int], tie: TieAtBoundary
) -> Iterator[Reached]:
    first, last = limits
    crosses_end = place <= last < place + len(tied) - 1
    if tie is TieAtBoundary.NEXT_COMPARATOR and _is_ordered(tied):
        ahead = sorted(tied, key=lambda candidate: candidate.tie_order or 0)
        for own_place, candidate in enumerate(ahead, place):
            if first <= own_place <= last:
                yield candidate, Decision.GIVEN, _by_rank(candidate, first, last)
    elif first <= place <= last:
        for candidate in tied:
            if crosses_end and tie is not TieAtBoundary.INCLUDE_ALL:
                yield candidate, Decision.OFFICE, _by_tie(candidate, len(tied), last)
            else:
                yield candidate, Decision.GIVEN, _by_rank(candidate, first, last)


def _is_ordered(tied: Sequence[Candidate]) -> bool:
    orders = {candidate.tie_order for candidate in tied}
    return None not in orders and len(orders) == len(tied)


def _by_rank(candidate: Candidate, first: int, last: int) -> Explanation:
    return Explanation(
        Reason.RANK, {"rank": candidate.rank, "first": first, "last": last}
    )


def _by_tie(candidate: Candidate, tied: int, last: int) -> Explanation:
    return Explanation(Reason.TIE, {"rank": candidate.rank, "tied": tied, "last": last})
