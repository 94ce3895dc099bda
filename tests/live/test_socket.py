"""Viewers' sockets through the real ASGI application."""

import json

import pytest
from asgiref.sync import async_to_sync, sync_to_async
from channels.testing import WebsocketCommunicator

from live.enums import BoardState
from live.services.boards import set_board
from tests.factories import NOW
from tests.live.conftest import Hall
from yuejiang.asgi import application

pytestmark = pytest.mark.django_db(transaction=True)


def viewer(event_id, origin=b"http://testserver"):
    return WebsocketCommunicator(
        application, f"/ws/boards/{event_id}/", headers=[(b"origin", origin)]
    )


async def frame(socket):
    return json.loads(await socket.receive_from(timeout=5))


@pytest.fixture
def hall(transactional_db):
    return Hall()


def show(hall, state):
    set_board(event=hall.event, state=state, by=hall.officer, at=NOW)


def test_a_viewer_gets_the_whole_board_then_every_change(hall):
    show(hall, BoardState.LIVE)

    async def watch():
        socket = viewer(hall.event.pk)
        assert (await socket.connect())[0]
        first = await frame(socket)
        await sync_to_async(hall.mark)(hall.theory, "90", "80")
        second = await frame(socket)
        await socket.disconnect()
        return first, second

    first, second = async_to_sync(watch)()

    assert [row["total"] for row in first["rows"]] == []
    assert [row["total"] for row in second["rows"]] == ["18.00", "16.00"]
    assert second["version"] == first["version"] + 1


def test_a_hidden_board_closes_the_door(hall):
    hall.mark(hall.theory, "90", "80")

    async def watch():
        socket = viewer(hall.event.pk)
        await socket.connect()
        return await socket.receive_output(timeout=5)

    assert async_to_sync(watch)() == {"type": "websocket.close", "code": 4404}


def test_hiding_a_board_sends_its_viewers_away(hall):
    show(hall, BoardState.LIVE)

    async def watch():
        socket = viewer(hall.event.pk)
        await socket.connect()
        await frame(socket)
        await sync_to_async(show)(hall, BoardState.HIDDEN)
        return await socket.receive_output(timeout=5)

    assert async_to_sync(watch)()["code"] == 4404


def test_another_origin_is_refused(hall):
    show(hall, BoardState.LIVE)

    async def watch():
        return await viewer(hall.event.pk, origin=b"http://evil.example").connect()

    assert async_to_sync(watch)()[0] is False
