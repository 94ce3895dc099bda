"""Reads of result lists for the office: versions, rows, and what was before."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from competitions.models import Event
from competitions.queries.entries import members
from scoring.enums import ResultState
from scoring.models import Result, ResultList


def versions_of(event: Event) -> list[ResultList]:
    """Return every version of an event's result, the latest first; one statement."""
    return list(with_people(event.result_lists.all()).order_by("-version"))


def with_people(lists: QuerySet[ResultList]) -> QuerySet[ResultList]:
    """Add the event and who prepared, checked, published and opened again."""
    return lists.select_related(
        "event__competition", "created_by", "checked_by", "published_by", "reopened_by"
    )


def rows_of(result_list: ResultList) -> list[Result]:
    """Return the rows with entries, units and members: by rank, then the unranked.

    Two statements.
    """
    return list(
        Result.objects.filter(result_list=result_list)
        .select_related("entry__organisation")
        .prefetch_related(Prefetch("entry__members", queryset=members()))
        .order_by(F("rank").asc(nulls_last=True), "entry__number", "pk")
    )


def version_before(result_list: ResultList) -> ResultList | None:
    """Return the last earlier version that was published, or else the last at all."""
    earlier = ResultList.objects.filter(
        event=result_list.event_id, version__lt=result_list.version
    )
    published = earlier.filter(published_at__isnull=False)
    return (
        published.order_by("-version").first() or earlier.order_by("-version").first()
    )


def current_lists(event_ids: Collection[UUID]) -> dict[UUID, ResultList]:
    """Return the newest list of every event that was not superseded; one statement."""
    lists = (
        ResultList.objects.filter(event__in=event_ids)
        .exclude(state=ResultState.SUPERSEDED)
        .order_by("version")
    )
    return {found.event_id: found for found in lists}


def published_events(event_ids: Collection[UUID]) -> set[UUID]:
    """Return those of some events that have a published result; one statement."""
    published = ResultList.objects.filter(
        event__in=event_ids, state=ResultState.PUBLISHED
    )
    return set(published.values_list("event_id", flat=True))
