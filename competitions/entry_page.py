"""Puts the page of an entry together, and what a user may do with it."""

from dataclasses import dataclass

from audit import wording
from audit.queries import of_object
from competitions.activity import Activity
from competitions.enums import EntryState
from competitions.models import Entry, EntryMember
from competitions.permissions import can_review_entries
from competitions.queries.entry_names import office_name
from competitions.services.entry_window import (
    may_change,
    require_open,
    require_own_unit,
)
from competitions.services.refusal import Refusal
from people.models import User
from people.queries import actor_names


@dataclass(frozen=True)
class EntryPage:
    """All that the page of an entry shows."""

    entry: Entry
    name: str
    members: list[EntryMember]
    activity: list[Activity]
    can_review: bool
    can_approve: bool
    can_return: bool
    can_edit: bool
    can_withdraw: bool
    can_resubmit: bool


def entry_page(entry: Entry, user: User) -> EntryPage:
    """Read everything about one entry; its members are prefetched."""
    is_open = _is_open(entry, user)
    reviews = can_review_entries(user, entry.event) and is_open
    waits = entry.state == EntryState.SUBMITTED
    changes = may_change(entry, user)
    return EntryPage(
        entry=entry,
        name=office_name(entry),
        members=list(entry.members.all()),
        activity=history_of(entry),
        can_review=reviews,
        can_approve=reviews and waits,
        can_return=reviews and (waits or entry.state == EntryState.APPROVED),
        can_edit=changes,
        can_withdraw=changes and entry.state != EntryState.WITHDRAWN,
        can_resubmit=is_open
        and entry.state in {EntryState.RETURNED, EntryState.WITHDRAWN},
    )


def history_of(entry: Entry) -> list[Activity]:
    """Return all that happened to an entry, the latest first; two statements."""
    found = of_object(f"entry:{entry.pk}")[::-1]
    actors = actor_names({row.actor for row in found})
    return [
        Activity(row.at, "", wording.sentence(row), actors.get(row.actor, ""))
        for row in found
    ]


def _is_open(entry: Entry, user: User) -> bool:
    try:
        require_open(entry.event, user)
        require_own_unit(entry.event, entry.organisation, user)
    except Refusal:
        return False
    return True
