"""The event loop that serves this process's sockets, once there is one."""

import asyncio

_loops: list[asyncio.AbstractEventLoop] = []


def remember_loop() -> None:
    """Note the running loop; called by every socket that opens."""
    running = asyncio.get_running_loop()
    if running not in _loops:
        _loops[:] = [running]


def loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop of this process's sockets, or None where none has opened."""
    if _loops and _loops[0].is_running():
        return _loops[0]
    return None
