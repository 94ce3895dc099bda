"""Draws that anyone can recompute: commit, reveal, shuffle.

Source: the office's duty to draw in public (抽签: seeded, reproducible, witnessed). The
method is a commit-reveal draw with the shuffle of Fisher and Yates.

- [x] before the public value exists, the office publishes the participants in their
  order, the name of the public value to come and the commitment
- [x] commitment = SHA-256(secret), seed = SHA-256(secret ‖ public value); texts are
  taken as UTF-8, hashes are written as small hexadecimal digits
- [x] block i = SHA-256(seed bytes ‖ i as 4 bytes, high byte first), for i = 0, 1, 2 …;
  each block gives 8 words of 4 bytes, high byte first
- [x] full-width digits and points become plain ones (NFKC) before the value is written
  down and hashed, and spaces around it go
- [x] a number below n: take the next word w until w < 2^32 - (2^32 mod n), then
  w mod n; without this rejection small numbers would come up too often
- [x] shuffle: for i from the last index down to 1, swap items i and (a number below
  i + 1); the order that comes out gives entry numbers 1, 2, 3 … or stations
- [x] everybody can check both the commitment and the order
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

ALGORITHM: Final = "sha256-fisher-yates-1"
WORD_BYTES: Final = 4
WORDS: Final = 2 ** (8 * WORD_BYTES)
SECRET = re.compile(r"[0-9a-f]{64}")


class InvalidDraw(RuleBroken):
    """The draw cannot be made from what is given."""


@dataclass(frozen=True)
class DrawRecord:
    """Everything that is public once a draw is made."""

    algorithm: str
    commitment: str
    secret: str
    public_value: str
    participants: tuple[str, ...]
    order: tuple[str, ...]


@dataclass(frozen=True)
class Verification:
    """Which claims of a draw hold."""

    algorithm_is_known: bool
    commitment_holds: bool
    order_holds: bool

    @property
    def holds(self) -> bool:
        """Whether the draw is what was promised."""
        return self.algorithm_is_known and self.commitment_holds and self.order_holds


def commitment_of(secret: str) -> str:
    """Return what is published before the draw; the secret is 64 hexadecimal digits."""
    _check_secret(secret)
    return hashlib.sha256(secret.encode()).hexdigest()


def normalised_value(text: str) -> str:
    """Return a public value as everybody types it: plain digits, no space around it.

    Applied before the value is written down: what is on record is what is hashed.
    """
    return unicodedata.normalize("NFKC", text).strip()


def seed_of(secret: str, public_value: str) -> str:
    """Return the seed, as hexadecimal digits, that secret and public value make."""
    _check_secret(secret)
    value = public_value.strip()
    if not value:
        raise InvalidDraw(
            Sentence("The public value is empty; write it as it was published.")
        )
    return hashlib.sha256(f"{secret}{value}".encode()).hexdigest()


def shuffle(participants: Sequence[str], seed: str) -> tuple[str, ...]:
    """Return the participants in the order that the seed draws."""
    if len(set(participants)) != len(participants):
        raise InvalidDraw(
            Sentence("A participant stands twice in the draw; list each one once.")
        )
    order = list(participants)
    words = _words(bytes.fromhex(seed))
    for last in range(len(order) - 1, 0, -1):
        chosen = _below(last + 1, words)
        order[last], order[chosen] = order[chosen], order[last]
    return tuple(order)


def draw(
    participants: Sequence[str], *, secret: str, public_value: str
) -> tuple[str, ...]:
    """Return the participants in the order drawn; the first gets number 1."""
    return shuffle(participants, seed_of(secret, public_value))


def numbers(order: Sequence[str]) -> dict[str, int]:
    """Return the entry number, counted from 1, of every participant."""
    return {participant: number for number, participant in enumerate(order, 1)}


def verify(record: DrawRecord) -> Verification:
    """Recompute a published draw and say which of its claims hold."""
    return Verification(
        algorithm_is_known=record.algorithm == ALGORITHM,
        commitment_holds=_holds_commitment(record),
        order_holds=_holds_order(record),
    )


def _holds_commitment(record: DrawRecord) -> bool:
    if not SECRET.fullmatch(record.secret):
        return False
    return commitment_of(record.secret) == record.commitment


def _holds_order(record: DrawRecord) -> bool:
    try:
        order = draw(
            record.participants,
            secret=record.secret,
            public_value=record.public_value,
        )
    except InvalidDraw:
        return False
    return order == tuple(record.order)


def _check_secret(secret: str) -> None:
    # A fixed length keeps secret and public value apart when they are joined.
    if not SECRET.fullmatch(secret):
        raise InvalidDraw(
            Sentence("The secret of a draw must be 64 small hexadecimal digits.")
        )


def _words(seed: bytes) -> Iterator[int]:
    for index in count():
        block = hashlib.sha256(seed + index.to_bytes(WORD_BYTES)).digest()
        for start in range(0, len(block), WORD_BYTES):
            yield int.from_bytes(block[start : start + WORD_BYTES])


def _below(limit: int, words: Iterator[int]) -> int:
    fair = WORDS - WORDS % limit
    return next(word for word in words if word < fair) % limit
