"""The viewer's end of a board: a full frame on joining and at every change."""

import asyncio
from typing import Any, Final

from channels.generic.websocket import AsyncWebsocketConsumer

from live import server
from live.groups import board_group
from live.hub import current_frame

NOT_PUBLIC: Final = 4404
HEARTBEAT_SECONDS: Final = 15
HEARTBEAT: Final = '{"heartbeat": true}'


class BoardConsumer(AsyncWebsocketConsumer):
    """Sends one event's board to one viewer; viewers say nothing back."""

    async def connect(self) -> None:
        """Join the board's group, then send the frame as it stands."""
        self.event_id = str(self.scope["url_route"]["kwargs"]["event_id"])
        self.group = board_group(self.event_id)
        server.remember_loop()
        # Join first: a change between reading and joining would be missed.
        await self.channel_layer.group_add(self.group, self.channel_name)
        frame = await current_frame(self.event_id)
        await self.accept()
        if frame is None:
            await self.close(code=NOT_PUBLIC)
            return
        await self.send(text_data=frame)
        self.heart = asyncio.create_task(self._beat())

    async def disconnect(self, code: int) -> None:
        """Leave the group and stop the heartbeat."""
        await self.channel_layer.group_discard(self.group, self.channel_name)
        if hasattr(self, "heart"):
            self.heart.cancel()

    async def board_changed(self, message: dict[str, Any]) -> None:
        """Send the new frame, or close when the board was hidden."""
        frame = await current_frame(self.event_id, message["version"])
        if frame is None:
            await self.close(code=NOT_PUBLIC)
        else:
            await self.send(text_data=frame)

    async def _beat(self) -> None:
        """Prove that the line is alive; phones lose sockets without a word."""
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            await self.send(text_data=HEARTBEAT)
