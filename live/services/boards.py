"""Boards: what they are set to show, and the snapshot of it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from audit.services import record
from audit.streams import event_stream
from competitions.models import Event
from live.enums import BoardState, PublicationKind
from live.models import Board, Publication
from live.queries.boards import (
    effective_state,
    final_content,
    progress_content,
    ranked_content,
)
from live.services.competitions import publish_competition
from live.services.publishing import Subject, publish, withdraw
from live.signals import board_changed
from people.models import User
from people.services import actor_of
from scoring.queries.ranking_now import ranking_now


@transaction.atomic
def set_board(*, event: Event, state: BoardState, by: User, at: datetime) -> None:
    """Set what an event's board shows, and publish or withdraw it at once."""
    lock_board(event_id=event.pk, at=at)
    Board.objects.filter(event=event).update(state=state, changed_at=at)
    record(
        stream=event_stream(event.pk),
        actor=actor_of(by),
        action="board.set",
        object_id=f"event:{event.pk}",
        payload={"state": state.value},
        at=at,
    )
    publish_board(event_id=event.pk, at=at)
    publish_competition(competition_id=event.competition_id, at=at)


@transaction.atomic
def publish_board(*, event_id: UUID, at: datetime) -> None:
    """Publish the board of an event as it may be shown now; hide a hidden one.

    ``board_changed`` goes out on commit when anything changed.
    """
    state = BoardState(lock_board(event_id=event_id, at=at).state)
    event = Event.objects.select_related("competition").get(pk=event_id)
    subject = Subject(
        PublicationKind.BOARD, str(event.pk), event.competition_id, event.pk
    )
    state = effective_state(event, state)
    if state is BoardState.HIDDEN:
        changed = withdraw(subject=subject, at=at)
    else:
        _, changed = publish(subject=subject, content=_content(event, state), at=at)
    if changed:
        transaction.on_commit(lambda: _tell(event_id), robust=True)


def lock_board(*, event_id: UUID, at: datetime) -> Board:
    """Hold an event's board until the transaction ends, and return it fresh.

    Whoever publishes takes this lock before he reads: with a state or marks read
    earlier he would show again what was hidden meanwhile, or an older total.
    """
    board, _ = Board.objects.select_for_update().get_or_create(
        event_id=event_id, defaults={"changed_at": at}
    )
    return board


def _content(event: Event, state: BoardState) -> dict[str, Any]:
    now = ranking_now(event.pk)
    if state is BoardState.PROGRESS:
        return progress_content(event, now)
    if state is BoardState.FINAL:
        return final_content(event, now)
    before = Publication.objects.filter(
        kind=PublicationKind.BOARD, subject=str(event.pk)
    ).first()
    return ranked_content(event, state, now, before.content if before else {})


def _tell(event_id: UUID) -> None:
    version = Publication.objects.values_list("version", flat=True).get(
        kind=PublicationKind.BOARD, subject=str(event_id)
    )
    board_changed.send(sender=Publication, event_id=event_id, version=version)
