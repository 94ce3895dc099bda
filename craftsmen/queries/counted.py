"""The rows that an indicator counts in a year: competitions or credentials.

The figure and the list behind it come from the same rows, so they always agree.
"""

from datetime import date

from django.db.models import QuerySet

from competitions.enums import CompetitionState
from competitions.models import Competition
from craftsmen.models import Indicator
from people.models import Credential


def counted_competitions(indicator: Indicator, year: int) -> QuerySet[Competition]:
    """Return the competitions of the year that have come far enough to count."""
    return (
        _competitions(indicator, year)
        .filter(state__in=indicator.selection["states"])
        .order_by("starts_on", "name")
    )


def scheduled_competitions(
    indicator: Indicator, year: int, today: date
) -> QuerySet[Competition]:
    """Return the competitions still to come in the year, stopped ones left out."""
    return (
        _competitions(indicator, year)
        .exclude(state__in=indicator.selection["states"])
        .exclude(state__in=(CompetitionState.POSTPONED, CompetitionState.CANCELLED))
        .filter(starts_on__gt=today)
        .order_by("starts_on", "name")
    )


def counted_credentials(indicator: Indicator, year: int) -> QuerySet[Credential]:
    """Return the credentials issued in the year and not revoked."""
    return (
        Credential.objects.filter(
            code__in=indicator.selection["codes"],
            issued_on__year=year,
            revoked_on__isnull=True,
        )
        .select_related("person__organisation")
        .order_by("issued_on", "person__pinyin")
    )


def _competitions(indicator: Indicator, year: int) -> QuerySet[Competition]:
    return Competition.objects.filter(
        level__in=indicator.selection["levels"], starts_on__year=year
    )
