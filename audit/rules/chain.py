"""The hash chain of a stream: what is hashed, and where a chain first breaks.

The hash of an event is SHA-256 over the hash of the event before it (64 hex digits,
zeros before the first) followed by the event as canonical JSON: sorted keys, no
spaces, UTF-8, moments in UTC with microseconds, decimals as strings.

- [x] one byte changed in any column  - [x] an event missing, doubled or out of order
- [x] events cut off at the end
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

GENESIS = "0" * 64


class NotPlain(TypeError):
    """A payload holds a value that would not read back as it was written."""


@dataclass(frozen=True, kw_only=True)
class Link:
    """What one event says, all of it hashed."""

    stream: str
    seq: int
    at: datetime
    actor: str
    action: str
    object_id: str
    payload: Mapping[str, Any]


@dataclass(frozen=True)
class SealedLink:
    """A link as it is stored, with the two hashes that hold it in its place."""

    link: Link
    prev_hash: str
    hash: str


def seal(prev_hash: str, link: Link) -> str:
    """Return the hash of a link, as 64 hex digits."""
    text = json.dumps(
        plain(asdict(link)), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    return hashlib.sha256(f"{prev_hash}{text}".encode()).hexdigest()


def first_break(links: Iterable[SealedLink], head: tuple[int, str]) -> int | None:
    """Return the first number of a stream that does not hold, None when all do.

    Links come in order of their numbers, from the beginning to the head (its number
    and hash); they are read one by one, so that a stream of any length can be checked.
    """
    seq, prev_hash = 0, GENESIS
    for sealed in links:
        seq += 1
        if sealed.link.seq != seq:
            return min(seq, sealed.link.seq)
        if sealed.prev_hash != prev_hash or sealed.hash != seal(prev_hash, sealed.link):
            return seq
        prev_hash = sealed.hash
    if (seq, prev_hash) == head:
        return None
    return seq + 1 if seq < head[0] else seq


def plain(value: Any) -> Any:
    """Return a value made of what JSON and every database give back unchanged.

    Decimals, keys, days and moments become strings. Floats are refused: a database
    may write them back with other digits, and no total may rest on one.
    """
    if isinstance(value, Mapping):
        return {_plain_text(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if value is None or isinstance(value, bool):
        return value
    return int(value) if isinstance(value, int) else _plain_text(_as_text(value))


def _as_text(value: Any) -> Any:
    match value:
        case Decimal() | UUID():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
    return value


def _plain_text(value: Any) -> str:
    if not isinstance(value, str) or "\0" in value:
        kind = type(value).__name__
        raise NotPlain(f"{kind} {value!r} cannot stand in a payload.")
    return str(value)
