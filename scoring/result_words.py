"""Puts ranks, comparators, standings and changes of a result into words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from people.sentences import in_words
from scoring.enums import Medal, ResultStanding
from scoring.rules.ranking import Ranked, explain
from scoring.rules.result_changes import Change, Place
from scoring.rules.result_notices import Notice, NoticeKind

if TYPE_CHECKING:
    from scoring.models import Result


def comparator_words(comparator: str, names: Mapping[str, str]) -> str:
    """Return what a comparator of a tie-break chain is called.

    ``names`` has the names of components by their codes.
    """
    kind, _colon, code = comparator.partition(":")
    if kind == "component":
        return names.get(code, code)
    if kind == "criterion":
        component, _slash, letter = code.partition("/")
        return _("%(component)s, criterion %(letter)s") % {
            "component": names.get(component, component),
            "letter": letter,
        }
    return _("total")


def why(result: "Result", *, is_shared: bool, names: Mapping[str, str]) -> str:
    """Say why an entry stands where it stands."""
    if result.standing != ResultStanding.RANKED:
        return _("%(standing)s, so without a rank.") % {
            "standing": result.get_standing_display()
        }
    decided_by = result.decided_by
    if decided_by and decided_by != "total":
        decided_by = comparator_words(decided_by, names)
    ranked = Ranked(str(result.entry_id), result.rank, is_shared, decided_by)
    return in_words(explain(ranked))


def numbered_name(number: int | None, name: str) -> str:
    """Return an entry with its number so that nobody reads the number as a rank."""
    if number is None:
        return name
    return _("No. %(number)s %(name)s") % {"number": number, "name": name}


def notice_words(notice: Notice, names: Mapping[str, str]) -> str:
    """Say what to look at; ``names`` has the entries by their ids."""
    told = {
        "entries": _(", ").join(names[entry] for entry in notice.entries),
        "count": len(notice.entries),
        "difference": notice.difference,
    }
    if notice.kind is NoticeKind.SHARED:
        return _("%(entries)s share a rank: every comparator is equal.") % told
    if notice.kind is NoticeKind.CLOSE:
        return _("%(entries)s are only %(difference)s marks apart.") % told
    if notice.kind is NoticeKind.FAILED:
        return _("%(count)s entries fail a pass mark: %(entries)s.") % told
    return _("%(count)s entries stand without a rank: %(entries)s.") % told


def change_words(change: Change) -> str:
    """Say what became of an entry since the version before."""
    if change.before is None:
        return _("new: %(after)s") % {"after": place_words(change.after)}
    if change.after is None:
        return _("no longer in the list; before: %(before)s") % {
            "before": place_words(change.before)
        }
    return _("%(before)s → %(after)s") % {
        "before": place_words(change.before),
        "after": place_words(change.after),
    }


def place_words(place: Place | None) -> str:
    """Return a rank with its total and medal, or the word that stands in its place."""
    if place is None:
        return "–"
    told = [
        _("rank %(rank)s") % {"rank": place.rank}
        if place.rank
        else str(ResultStanding(place.standing).label),
        str(place.total),
    ]
    if place.medal:
        told.append(str(Medal(place.medal).label))
    return " · ".join(told)
