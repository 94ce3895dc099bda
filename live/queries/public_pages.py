"""What the front page tells: boards that are on, competitions, latest results."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from competitions.enums import CompetitionState
from live.enums import BoardState, PublicationKind
from live.models import Publication
from live.queries.publications import latest_published

LATEST_RESULTS = 8
COMING = (
    CompetitionState.REGISTRATION,
    CompetitionState.REVIEW,
    CompetitionState.PREPARATION,
    CompetitionState.MARKING,
)
ON = (BoardState.PROGRESS, BoardState.LIVE)


@dataclass(frozen=True)
class LiveEvent:
    """An event whose board is on now."""

    competition: dict[str, Any]
    event: dict[str, Any]


@dataclass(frozen=True)
class FrontPage:
    """What stands on the front page."""

    live: list[LiveEvent]
    coming: list[Publication]
    results: list[Publication]


def front_page() -> FrontPage:
    """Read the front page; two statements."""
    competitions = list(
        Publication.objects.filter(
            kind=PublicationKind.COMPETITION,
            is_public=True,
            content__state__in=COMING,
        ).order_by("content__starts_on", "pk")
    )
    live = [
        LiveEvent(publication.content, event)
        for publication in competitions
        for event in publication.content["events"]
        if event["board"] in ON
    ]
    results = latest_published(PublicationKind.RESULTS, LATEST_RESULTS)
    return FrontPage(live, competitions, list(results))


def public_competitions() -> QuerySet[Publication]:
    """Return every competition the public may see, the latest first."""
    return Publication.objects.filter(
        kind=PublicationKind.COMPETITION, is_public=True
    ).order_by("-content__starts_on", "pk")


def years(competitions: QuerySet[Publication]) -> list[str]:
    """Return the years in which these competitions begin, the latest first."""
    days = competitions.order_by().values_list("content__starts_on", flat=True)
    return sorted({day[:4] for day in days}, reverse=True)
