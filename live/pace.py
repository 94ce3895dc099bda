"""Paces work per subject: the first call at once, a burst in one call at its end."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections


@dataclass
class _Beat:
    """When a subject was last served, and whether a call waits for the end."""

    last: float = float("-inf")
    is_waiting: bool = False


class Pace:
    """Lets at most one call per subject and interval through; never loses the last.

    With an interval of 0 every call runs at once, which tests want.
    """

    def __init__(self, interval: float) -> None:
        """Take the interval in seconds."""
        self.interval = interval
        self._beats: dict[str, _Beat] = {}
        self._lock = threading.Lock()

    def call(self, key: str, function: Callable[[], None]) -> None:
        """Run the function now, or once more when the interval has passed."""
        if not self.interval:
            function()
            return
        with self._lock:
            beat = self._beats.setdefault(key, _Beat())
            if beat.is_waiting:
                return
            wait = beat.last + self.interval - time.monotonic()
            if wait > 0:
                beat.is_waiting = True
                timer = threading.Timer(wait, self._late, (beat, function))
                timer.daemon = True
                timer.start()
                return
            beat.last = time.monotonic()
        function()

    def _late(self, beat: _Beat, function: Callable[[], None]) -> None:
        with self._lock:
            beat.is_waiting = False
            beat.last = time.monotonic()
        try:
            function()
        finally:
            # A timer's thread ends here, and its database connections with it.
            connections.close_all()
