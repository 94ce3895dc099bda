"""The phases a competition passes, one after the other.

Source: the course of a city competition as its notices order it: project (立项),
registration, entry review, draw and preparation, competing, check and public notice,
awards.

- [x] one phase forward, one phase back
- [x] a closed competition has no next phase
- [x] postponed and cancelled competitions stand outside the order
"""

from typing import Final

PHASES: Final = (
    "planning",
    "registration",
    "review",
    "preparation",
    "marking",
    "results",
    "awards",
)
CLOSED: Final = "closed"
_ORDER: Final = (*PHASES, CLOSED)


def next_phase(state: str) -> str | None:
    """Return the state that follows, None for the last and those outside the order."""
    return _neighbour(state, 1)


def previous_phase(state: str) -> str | None:
    """Return the state before, None for the first and those outside the order."""
    return _neighbour(state, -1)


def has_reached(state: str, phase: str) -> bool:
    """Tell whether a state is a phase or stands behind it in the order."""
    return state in _ORDER and _ORDER.index(state) >= _ORDER.index(phase)


def _neighbour(state: str, step: int) -> str | None:
    if state not in _ORDER:
        return None
    position = _ORDER.index(state) + step
    return _ORDER[position] if 0 <= position < len(_ORDER) else None
