"""What an officer should look at: competitions under way and what they lack."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from competitions import readiness
from competitions.enums import CompetitionState
from competitions.models import Competition
from competitions.readiness import ReadinessItem

#: How many competitions are looked into; each costs the queries of every check.
LOOKED_INTO = 6

UNDER_WAY = (
    CompetitionState.REGISTRATION,
    CompetitionState.REVIEW,
    CompetitionState.PREPARATION,
    CompetitionState.MARKING,
    CompetitionState.RESULTS,
    CompetitionState.AWARDS,
)


@dataclass(frozen=True)
class Concern:
    """A competition and what keeps it from its next phase."""

    competition: Competition
    blockers: tuple[ReadinessItem, ...]


@dataclass(frozen=True)
class StateCount:
    """How many competitions of a year stand in a state."""

    state: CompetitionState
    number: int


def concerns(competitions: QuerySet[Competition], today: date) -> list[Concern]:
    """Return the competitions under way that lack something, the nearest first."""
    under_way = competitions.filter(state__in=UNDER_WAY)
    ahead = under_way.filter(ends_on__gte=today).order_by("starts_on", "pk")
    over = under_way.filter(ends_on__lt=today).order_by("-ends_on", "pk")
    nearest = [*ahead[:LOOKED_INTO], *over[:LOOKED_INTO]][:LOOKED_INTO]
    found = [Concern(row, readiness.open_blockers(row)) for row in nearest]
    return [concern for concern in found if concern.blockers]


def coming(competitions: QuerySet[Competition], today: date) -> list[Competition]:
    """Return the next competitions to begin, with their first days."""
    stopped = (CompetitionState.CANCELLED, CompetitionState.POSTPONED)
    rows = competitions.filter(ends_on__gte=today).exclude(state__in=stopped)
    return list(rows.order_by("starts_on", "pk")[:LOOKED_INTO])


def counts_by_state(competitions: QuerySet[Competition], year: int) -> list[StateCount]:
    """Count the competitions of a year by state, in the order of the states."""
    rows = competitions.filter(starts_on__year=year).order_by().values_list("state")
    numbers = dict(rows.annotate(number=Count("pk")))
    return [
        StateCount(state, numbers[state])
        for state in CompetitionState
        if numbers.get(state)
    ]
