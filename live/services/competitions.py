"""Publishes the public facts of a competition and how far its events are."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from competitions.enums import CompetitionState
from competitions.models import Competition, Event
from live.enums import BoardState, PublicationKind
from live.models import Board, Publication
from live.services.publishing import Subject, publish, withdraw

# What is still being planned, or was taken from the plan, is nobody's business yet.
NOT_PUBLIC = (CompetitionState.PLANNING, CompetitionState.CANCELLED)


@transaction.atomic
def publish_competition(*, competition_id: UUID, at: datetime) -> None:
    """Publish a competition from registration on; withdraw one that is not public.

    It is locked before anything of it is read, so that of two that publish at once
    the later one has seen what the earlier one was told.
    """
    competition = Competition.objects.select_for_update(no_key=True).get(
        pk=competition_id
    )
    subject = Subject(
        PublicationKind.COMPETITION, str(competition.pk), competition.pk, None
    )
    if competition.state in NOT_PUBLIC:
        withdraw(subject=subject, at=at)
    else:
        publish(subject=subject, content=_content(competition), at=at)


def _content(competition: Competition) -> dict[str, Any]:
    events = list(competition.events.order_by("number"))
    hosts = competition.hosts.select_related("organisation").order_by(
        "kind", "position"
    )
    return {
        "name": competition.name,
        "name_en": competition.name_en,
        "level": competition.level,
        "class": competition.competition_class,
        "state": competition.state,
        "starts_on": competition.starts_on.isoformat(),
        "ends_on": competition.ends_on.isoformat(),
        "place": competition.place,
        "hosts": [
            {
                "kind": host.kind,
                "name": host.organisation.name,
                "name_en": host.organisation.name_en,
            }
            for host in hosts
        ],
        # One text to search in: SQLite keeps lists of words in escaped letters.
        "event_names": " ".join(f"{each.name} {each.name_en}" for each in events),
        "events": _events(competition, events),
    }


def _events(competition: Competition, events: list[Event]) -> list[dict[str, Any]]:
    """Return the events with the state of their boards and results."""
    boards = {
        board.event_id: board.state
        for board in Board.objects.filter(event__competition=competition)
    }
    published = set(
        Publication.objects.filter(
            kind=PublicationKind.RESULTS, competition=competition, is_public=True
        ).values_list("event_id", flat=True)
    )
    return [
        {
            **_event(event),
            "board": boards.get(event.pk, BoardState.HIDDEN),
            "has_results": event.pk in published,
        }
        for event in events
    ]


def _event(event: Event) -> dict[str, Any]:
    return {
        "id": str(event.pk),
        "number": event.number,
        "name": event.name,
        "name_en": event.name_en,
        "group": event.group,
    }
