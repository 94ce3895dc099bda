"""Listens to the apps below and tells the hall; the only group sends there are."""

import asyncio
from typing import Any
from uuid import UUID

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone

from competitions.signals import (
    competition_changed,
    draw_changed,
    entries_changed,
)
from live import server
from live.groups import board_group
from live.pace import Pace
from live.services.boards import publish_board
from live.services.competitions import publish_competition
from live.services.draws import publish_draw
from live.services.results import publish_results
from live.signals import board_changed
from scoring.signals import marks_changed, results_published

pace = Pace(settings.LIVE_BOARD_INTERVAL)


@receiver(marks_changed)
@receiver(entries_changed)
def renew_board(event_id: UUID, **kwargs: Any) -> None:
    """Publish the board of an event whose tallies or entries changed."""
    pace.call(
        str(event_id), lambda: publish_board(event_id=event_id, at=timezone.now())
    )


@receiver(results_published)
def renew_results(result_list_id: UUID, **kwargs: Any) -> None:
    """Publish the results page and the final board of an event."""
    publish_results(result_list_id=result_list_id, at=timezone.now())


@receiver(competition_changed)
def renew_competition(competition_id: UUID, **kwargs: Any) -> None:
    """Publish the public facts of a competition."""
    publish_competition(competition_id=competition_id, at=timezone.now())


@receiver(draw_changed)
def renew_draw(draw_id: UUID, **kwargs: Any) -> None:
    """Publish what is public of a draw: commitment, result, or that it is void."""
    publish_draw(draw_id=draw_id, at=timezone.now())


@receiver(board_changed)
def tell_viewers(event_id: UUID, version: int, **kwargs: Any) -> None:
    """Tell every viewer of a board that a newer version is there."""
    layer = get_channel_layer()
    message = {"type": "board.changed", "version": version}
    loop = server.loop()
    if loop is None:
        async_to_sync(layer.group_send)(board_group(event_id), message)
    else:
        # A send from a bare thread reaches in-memory sockets only when their loop
        # next wakes up by itself, which was seen to take seconds.
        asyncio.run_coroutine_threadsafe(
            layer.group_send(board_group(event_id), message), loop
        )
