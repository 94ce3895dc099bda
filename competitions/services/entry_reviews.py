"""Approves entries and returns them to their units with a reason."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from competitions.enums import EntryState
from competitions.models import Entry, Event
from competitions.queries.entries import with_members
from competitions.services.entry_trail import entry_fact, named, record_entries
from competitions.services.entry_window import relied_upon, require_open
from people.models import User

LONGEST_REASON = 300


@transaction.atomic
def approve_entries(
    *, event: Event, entry_ids: Collection[UUID], by: User, at: datetime
) -> list[Entry]:
    """Approve those of the entries that wait for review; return them.

    An entry whose team is not complete is left waiting.
    """
    waiting = _locked(event, entry_ids, {EntryState.SUBMITTED}, by)
    ready = [entry for entry in waiting if len(entry.members.all()) == event.team_size]
    _write(ready, EntryState.APPROVED, "", by, at)
    return ready


@transaction.atomic
def return_entries(
    *, event: Event, entry_ids: Collection[UUID], reason: str, by: User, at: datetime
) -> list[Entry]:
    """Give entries back to their units with a reason; return those given back.

    Entries that wait or are approved can be returned, until they are drawn.
    """
    reason = reason.strip()
    if not reason:
        raise ValidationError(
            {"reason": _("Write what is wrong and what the unit should do.")}
        )
    if len(reason) > LONGEST_REASON:
        sentence = _("The reason has %(length)s characters; at most 300 are possible.")
        raise ValidationError({"reason": sentence % {"length": len(reason)}})
    found = _locked(event, entry_ids, {EntryState.SUBMITTED, EntryState.APPROVED}, by)
    ready = [entry for entry in found if relied_upon([entry]) is None]
    _write(ready, EntryState.RETURNED, reason, by, at)
    return ready


def _locked(
    event: Event, entry_ids: Collection[UUID], states: set[EntryState], by: User
) -> Sequence[Entry]:
    # A draw holds the event's row: what it has numbered cannot be returned beside it.
    Event.objects.select_for_update().get(pk=event.pk)
    event = Event.objects.select_related("competition").get(pk=event.pk)
    require_open(event, by)
    entries = Entry.objects.filter(event=event, pk__in=entry_ids, state__in=states)
    locked = list(entries.select_for_update().values_list("pk", flat=True))
    return list(with_members(Entry.objects.filter(pk__in=locked)))


def _write(
    entries: Sequence[Entry], state: EntryState, reason: str, by: User, at: datetime
) -> None:
    if not entries:
        return
    facts = []
    for entry in entries:
        entry.state, entry.return_reason = state, reason
        entry.version += 1
        names = [member.person.name for member in entry.members.all()]
        told = named(entry, names) | ({"reason": reason} if reason else {})
        facts.append(entry_fact(entry, f"entry.{state.value}", told, by=by, at=at))
    Entry.objects.bulk_update(entries, ["state", "return_reason", "version"])
    record_entries(entries[0].event_id, facts)
