"""Publishes the result of an event, and turns its board into the official one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from competitions.models import Event
from live.enums import BoardState, PublicationKind
from live.models import Board
from live.queries.boards import BoardEntry, names_of
from live.services.boards import lock_board, publish_board
from live.services.competitions import publish_competition
from live.services.publishing import Subject, publish
from scoring.models import Result, ResultList
from scoring.queries.results import published_list


@transaction.atomic
def publish_results(*, result_list_id: UUID, at: datetime) -> None:
    """Publish a published result list; its event's board becomes final.

    A list that was superseded meanwhile leaves the page to its successor.
    """
    event_id = ResultList.objects.values_list("event_id", flat=True).get(
        pk=result_list_id
    )
    lock_board(event_id=event_id, at=at)
    result_list = published_list(event_id)
    if result_list is None or result_list.pk != result_list_id:
        return
    event = Event.objects.select_related("competition").get(pk=event_id)
    publish(
        subject=Subject(
            PublicationKind.RESULTS, str(event.pk), event.competition_id, event.pk
        ),
        content=_content(event, result_list),
        at=at,
    )
    Board.objects.filter(event=event).update(state=BoardState.FINAL, changed_at=at)
    publish_board(event_id=event.pk, at=at)
    publish_competition(competition_id=event.competition_id, at=at)


def _content(event: Event, result_list: ResultList) -> dict[str, Any]:
    names = names_of(event)
    results = Result.objects.filter(result_list=result_list).order_by(
        "rank", "entry__number"
    )
    rows = [_row(result, names[result.entry_id]) for result in results]
    # Those without a rank stand at the end, on every database.
    rows.sort(key=lambda row: row["rank"] is None)
    competition = event.competition
    published_at = result_list.published_at
    return {
        "event": {"name": event.name, "name_en": event.name_en, "group": event.group},
        "competition": {
            "id": str(competition.pk),
            "name": competition.name,
            "name_en": competition.name_en,
        },
        "version": result_list.version,
        "reason": result_list.reason,
        "published_at": published_at.isoformat() if published_at else "",
        "scale": result_list.policy["scale"],
        "has_medals": result_list.policy["awards_medals"],
        "modules": _modules(result_list),
        "rows": rows,
    }


def _modules(result_list: ResultList) -> list[dict[str, str]]:
    """Return the modules every row of a list has, in their order."""
    result = result_list.results.first()
    modules = result.parts["modules"] if result else []
    return [{"code": each["code"], "name": each["name"]} for each in modules]


def _row(result: Result, public: BoardEntry) -> dict[str, Any]:
    return {
        "entry": str(result.entry_id),
        "number": public.number,
        "name": public.name,
        "unit": public.unit,
        "rank": result.rank,
        "standing": result.standing,
        "total": str(result.total),
        "scale_score": result.scale_score,
        "medal": result.medal,
        "modules": [
            {"mark": each["mark"], "max": each["max"]}
            for each in result.parts["modules"]
        ],
    }
