"""Time-ordered primary keys (UUID version 7, RFC 9562 §5.7)."""

import secrets
import threading
import time
from uuid import UUID

_VERSION = 7 << 76
_VARIANT = 0b10 << 62
_RANDOM_BITS = 74
_LOW_BITS = 62

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """Return a key that sorts after every key this process made before.

    48 bits of Unix milliseconds lead, 74 random bits follow. Within a millisecond,
    or when the clock steps back, the last key is counted up (RFC 9562 §6.2,
    method 2), so that keys made in a loop keep their order.
    """
    global _last  # noqa: PLW0603  # the counter of the process, under its lock
    with _lock:
        fresh = time.time_ns() // 1_000_000 << _RANDOM_BITS
        if fresh >> _RANDOM_BITS > _last >> _RANDOM_BITS:
            _last = fresh | secrets.randbits(_RANDOM_BITS)
        else:
            _last += 1 + secrets.randbits(32)
        value = _last
    high = value >> _RANDOM_BITS << 80
    middle = (value >> _LOW_BITS & 0xFFF) << 64
    low = value & ((1 << _LOW_BITS) - 1)
    return UUID(int=high | _VERSION | middle | _VARIANT | low)
