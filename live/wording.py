"""What the public reads for the codes that snapshots carry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext as _

from competitions.enums import (
    CompetitionClass,
    CompetitionState,
    DrawKind,
    EventGroup,
    HostKind,
    Level,
)
from live.enums import BoardState
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


def state_line(board: Mapping[str, Any]) -> str:
    """Return what a board shows, how much of it is marked and as of when.

    In one piece: between the parts of a template spaces would be seen.
    """
    moment = datetime.fromisoformat(board["as_of"]).astimezone(
        ZoneInfo(board["time_zone"])
    )
    if board["state"] == BoardState.FINAL:
        # An official result is read days later, so its time tells its day.
        corrected = (_("Corrected"),) if board.get("is_corrected") else ()
        day = _as_of(f"{moment:%Y-%m-%d %H:%M}")
        return "・".join((_("Official result"), *corrected, day))
    is_sealed = board["state"] == BoardState.PROGRESS
    marked = _("%(done)s / %(expected)s aspects marked") % {
        "done": board["done"],
        "expected": board["expected"],
    }
    word = _("Being marked") if is_sealed else _("Live, unconfirmed")
    return "・".join((word, marked, _as_of(f"{moment:%H:%M:%S}")))


def _as_of(time: str) -> str:
    return _("as of %(time)s") % {"time": time}
