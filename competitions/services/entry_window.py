"""When entries may still be made and changed, and by whom."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from competitions.enums import CompetitionState, EntryState
from competitions.models import Entry, Event
from competitions.permissions import (
    can_review_entries,
    can_submit_entries,
    units_of,
)
from competitions.services.refusal import Refusal
from people.models import Organisation, User

_OVER = frozenset(
    {
        CompetitionState.AWARDS,
        CompetitionState.CLOSED,
        CompetitionState.POSTPONED,
        CompetitionState.CANCELLED,
    }
)


class EntriesClosed(Refusal):
    """Entries are no longer taken, from this person or from anybody."""

    sentence = _(
        "Registration is closed, so nothing was saved. Ask the organiser if a change"
        " is needed."
    )


class EventOver(Refusal):
    """The competition is over or stopped, or its marks are locked."""

    sentence = _(
        "The marks of this event are locked or its competition is over or stopped, so"
        " its entries can no longer change."
    )


class OtherUnit(Refusal):
    """A unit contact acts for the own unit only."""

    sentence = _("You can submit entries of your own unit only; choose your unit.")


class NotYours(Refusal):
    """A unit contact does not change what the office approved."""

    sentence = _(
        "This entry is approved or withdrawn; only the organiser can change it now."
    )


class EntryDrawn(Refusal):
    """What was drawn, seated or marked stays as it is."""

    sentence = _(
        "This entry already has its number, station, code or marks. It keeps its unit"
        " and members; whoever does not appear is recorded as absent."
    )


class EntryChangedMeanwhile(Refusal):
    """Somebody else saved the same entry after the page was opened."""

    sentence = _(
        "Somebody else changed this entry while you were editing. Nothing was saved:"
        " open the page again and repeat your change."
    )


def require_open(event: Event, by: User) -> None:
    """Raise EntriesClosed or EventOver unless entries of an event may change now."""
    if event.marks_locked_at or event.competition.state in _OVER:
        raise EventOver
    if can_review_entries(by, event):
        return
    if event.competition.state != CompetitionState.REGISTRATION:
        raise EntriesClosed


def may_enter(event: Event, by: User) -> bool:
    """Tell whether a user may make entries of an event in its present state."""
    try:
        require_open(event, by)
    except Refusal:
        return False
    return can_submit_entries(by, event)


def require_own_unit(event: Event, unit: Organisation, by: User) -> None:
    """Raise OtherUnit unless a user reviews the event or acts for the unit."""
    if not can_review_entries(by, event) and unit.pk not in units_of(by):
        raise OtherUnit


def may_change(entry: Entry, by: User) -> bool:
    """Tell whether a user may change an entry in its present state."""
    try:
        require_open(entry.event, by)
    except Refusal:
        return False
    return can_review_entries(by, entry.event) or is_with_unit(entry)


def is_with_unit(entry: Entry) -> bool:
    """Tell whether an entry still is what its unit may change."""
    return entry.state in {
        EntryState.DRAFT,
        EntryState.SUBMITTED,
        EntryState.RETURNED,
    }


def require_undrawn(entry: Entry) -> None:
    """Raise EntryDrawn when anything already hangs on an entry."""
    if relied_upon([entry]) is not None:
        raise EntryDrawn


def relied_upon(entries: Iterable[Entry]) -> Entry | None:
    """Return an entry on which numbers, codes, sheets or anything else hang.

    Asks every foreign key that points at entries, so that apps above need not be
    known here; one statement per key, however many entries.
    """
    by_key = {entry.pk: entry for entry in entries}
    for entry in by_key.values():
        if entry.number is not None or entry.station is not None:
            return entry
    for relation in Entry._meta.related_objects:  # noqa: SLF001  # documented API
        if relation.name == "members":
            continue
        rows = relation.field.model._default_manager  # noqa: SLF001  # as above
        name = relation.field.name
        found = rows.filter(**{f"{name}__in": list(by_key)}).values_list(name).first()
        if found:
            return by_key[found[0]]
    return None
