"""Publishing at the same moment: what is shown last is what was true last.

Each test holds what the other publisher will need, lets it start on what it can read,
changes that, and lets go.
"""

from contextlib import contextmanager
from threading import Thread

import pytest
from django.db import connection, transaction

from competitions.enums import CompetitionState
from competitions.models import Draw, Event
from competitions.services.draws import commit_draw
from live.enums import BoardState, PublicationKind
from live.models import Publication
from live.services.boards import publish_board, set_board
from live.services.competitions import publish_competition
from live.services.draws import publish_draw
from tests.competitions.appointing import event_with_entries
from tests.factories import NOW, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integrity]

# Long enough for a publisher to read all it reads and to stand before the lock.
PAUSE = 1.0


@contextmanager
def while_waiting(publish, **subject):
    """Let another publisher start now, and end once this transaction has ended."""

    def run():
        try:
            publish(**subject, at=NOW)
        finally:
            connection.close()

    other = Thread(target=run)
    with transaction.atomic():
        yield lambda: start(other)
    other.join()


def start(other):
    other.start()
    other.join(PAUSE)
    assert other.is_alive(), "Nothing kept the other publisher waiting."


def published(kind, key):
    return Publication.objects.get(kind=kind, subject=str(key))


def show(hall, state):
    set_board(event=hall.event, state=state, by=hall.officer, at=NOW)


def test_a_mark_does_not_bring_back_a_board_that_was_just_hidden(hall):
    hall.mark(hall.theory, "90", "80")
    show(hall, BoardState.LIVE)

    with while_waiting(publish_board, event_id=hall.event.pk) as let_a_mark_come:
        show(hall, BoardState.HIDDEN)
        let_a_mark_come()

    board = published(PublicationKind.BOARD, hall.event.pk)
    assert (board.is_public, board.content) == (False, {})


def test_an_older_reading_of_the_marks_does_not_replace_a_newer_one(hall):
    show(hall, BoardState.LIVE)

    with while_waiting(publish_board, event_id=hall.event.pk) as let_a_mark_come:
        show(hall, BoardState.LIVE)
        let_a_mark_come()
        Event.objects.filter(pk=hall.event.pk).update(name="后来的名称")
        publish_board(event_id=hall.event.pk, at=NOW)

    board = published(PublicationKind.BOARD, hall.event.pk)
    assert board.content["event"]["name"] == "后来的名称"


def test_a_cancelled_competition_does_not_come_back(hall):
    competition = hall.event.competition
    publish_competition(competition_id=competition.pk, at=NOW)

    with while_waiting(
        publish_competition, competition_id=competition.pk
    ) as let_a_change_come:
        publish_competition(competition_id=competition.pk, at=NOW)
        let_a_change_come()
        competition.state = CompetitionState.CANCELLED
        competition.save(update_fields=["state"])
        publish_competition(competition_id=competition.pk, at=NOW)

    page = published(PublicationKind.COMPETITION, competition.pk)
    assert (page.is_public, page.content) == (False, {})


def test_an_older_record_of_a_draw_does_not_replace_a_newer_one():
    draw = commit_draw(
        event=event_with_entries(2),
        kind="entry_number",
        public_value_source="先前的来源",
        by=UserFactory(),
        at=NOW,
    )

    with while_waiting(publish_draw, draw_id=draw.pk) as let_an_older_one_come:
        publish_draw(draw_id=draw.pk, at=NOW)
        let_an_older_one_come()
        Draw.objects.filter(pk=draw.pk).update(public_value_source="后来的来源")
        publish_draw(draw_id=draw.pk, at=NOW)

    record = published(PublicationKind.DRAW, draw.pk).content
    assert record["public_value_source"] == "后来的来源"
