"""Gives entries the codes under which judges know them.

The codes come from the operating system's source of randomness and never from the
seed of a draw: the seed is public, so codes made from it would name every entry.
"""

from collections.abc import Sequence
from itertools import product
from random import SystemRandom
from typing import Final

from competitions.models import BlindCode, Entry, Event

LAYER: Final = 1
# Letters nobody takes for another letter or a digit, on a screen or called aloud.
LETTERS: Final = "ABCDEFHJKMNPRTWXY"
NUMBERS: Final = range(1, 1000)

_random = SystemRandom()


def assign_blind_codes(*, event: Event, entries: Sequence[Entry]) -> int:
    """Give every entry without a code a new one, unique in the event.

    Returns how many were given. Belongs into the transaction of the draw, which
    holds the event's row; the codes themselves never stand in the audit.
    """
    known = BlindCode.objects.filter(event=event, layer=LAYER)
    coded = set(known.values_list("entry_id", flat=True))
    waiting = [entry for entry in entries if entry.pk not in coded]
    free = sorted(_all_codes() - set(known.values_list("code", flat=True)))
    # In an order of their own: neither rows nor their keys, which are given in order,
    # may tell the order drawn.
    _random.shuffle(waiting)
    BlindCode.objects.bulk_create(
        BlindCode(entry=entry, event=event, layer=LAYER, code=code)
        for entry, code in zip(waiting, _random.sample(free, len(waiting)), strict=True)
    )
    return len(waiting)


def withdraw_blind_codes(*, event: Event) -> None:
    """Take the codes of a voided draw back; the next draw gives new ones."""
    BlindCode.objects.filter(event=event, layer=LAYER).delete()


def _all_codes() -> set[str]:
    return {f"{letter}-{number:03}" for letter, number in product(LETTERS, NUMBERS)}
