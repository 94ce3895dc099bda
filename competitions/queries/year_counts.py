"""What a year's statistics are counted from: flat rows, one statement each."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Count, F, QuerySet
from django.db.models.functions import ExtractMonth

from competitions.enums import CompetitionState
from competitions.models import Competition, EntryMember
from competitions.queries.competitions import STANDING

Rows = Sequence[Mapping[str, Any]]


def counted_by_month(competitions: QuerySet[Competition], year: int) -> Rows:
    """Count the competitions of a year by level, class, state and month."""
    rows = (
        _of_year(competitions, year)
        .order_by()
        .annotate(month=ExtractMonth("starts_on"))
        .values("level", "competition_class", "state", "month")
        .annotate(number=Count("pk"))
    )
    return list(rows)


def counted_by_district(competitions: QuerySet[Competition], year: int) -> Rows:
    """Count the competitors of a year by the district of their unit and the level.

    Cancelled competitions count nobody; whoever enters two events counts twice (人次).
    """
    held = _of_year(competitions, year).exclude(state=CompetitionState.CANCELLED)
    rows = (
        EntryMember.objects.filter(
            entry__event__competition__in=held.values("pk"), entry__state__in=STANDING
        )
        .order_by()
        .values(
            level=F("entry__event__competition__level"),
            district=F("entry__organisation__district"),
        )
        .annotate(number=Count("pk"))
    )
    return list(rows)


def _of_year(competitions: QuerySet[Competition], year: int) -> QuerySet[Competition]:
    return competitions.filter(starts_on__year=year)
