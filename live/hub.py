"""One encoded frame per board and version, shared by every viewer of this process.

Without it a thousand viewers would read and encode the same board a thousand times.
"""

import asyncio
from dataclasses import dataclass, field

from channels.db import database_sync_to_async

from live.frames import board_frame


@dataclass
class _Held:
    """The newest frame this process has read of one board."""

    version: int = 0
    frame: str | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


_held: dict[str, _Held] = {}


async def current_frame(event_id: str, version: int = 0) -> str | None:
    """Return a board's frame that is at least as new as ``version``.

    Version 0 always reads: a viewer who joins must not start from an old frame.
    """
    held = _held.setdefault(event_id, _Held())
    async with held.lock:
        if version == 0 or held.version < version:
            held.version, held.frame = await database_sync_to_async(board_frame)(
                event_id
            )
        return held.frame
