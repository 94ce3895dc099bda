"""What the public reads for the codes that snapshots carry."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from competitions.enums import (
    CompetitionClass,
    CompetitionState,
    DrawKind,
    EventGroup,
    HostKind,
    Level,
)
from scoring.enums import Medal, ResultStanding


def named(content: Mapping[str, Any]) -> str:
    """Return a snapshot's name in the reader's language, Chinese if it has no other."""
    if get_language() == "en" and content.get("name_en"):
        return str(content["name_en"])
    return str(content["name"])


def level_words(content: Mapping[str, Any]) -> str:
    """Return level and class as people say them."""
    words = [str(Level(content["level"]).label)]
    if content["class"] != CompetitionClass.NONE:
        words.append(str(CompetitionClass(content["class"]).label))
    return " · ".join(words)


def state_word(code: str) -> str:
    """Return the word of a competition's state."""
    return str(CompetitionState(code).label)


def group_word(code: str) -> str:
    """Return the word of an event's group."""
    return str(EventGroup(code).label)


def medal_word(code: str) -> str:
    """Return the word of a medal, empty for none."""
    return str(Medal(code).label) if code else ""


def standing_word(code: str) -> str:
    """Return why an entry is not ranked, empty for one that is."""
    return "" if code == ResultStanding.RANKED else str(ResultStanding(code).label)


def host_word(code: str) -> str:
    """Return what an organisation does for a competition."""
    return str(HostKind(code).label)


def draw_word(code: str) -> str:
    """Return what a draw gives to every entry."""
    return str(DrawKind(code).label)
