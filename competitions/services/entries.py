"""Enters competitors by hand, changes entries, takes them back and sends them again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _, gettext_lazy

from competitions.enums import EntryState
from competitions.models import Entry, EntryMember, Event
from competitions.permissions import can_review_entries
from competitions.services.entry_members import MemberDetails, resolve_members
from competitions.services.entry_trail import entry_fact, named, record_entries
from competitions.services.entry_window import (
    EntryChangedMeanwhile,
    NotYours,
    is_with_unit,
    require_open,
    require_own_unit,
    require_undrawn,
)
from competitions.services.refusal import Refusal
from people.models import Organisation, Person, User


class NotWithdrawn(Refusal):
    """Only what was returned or withdrawn is submitted again."""

    sentence = gettext_lazy("This entry is not returned or withdrawn.")


@dataclass(frozen=True, kw_only=True)
class EntryDetails:
    """What is told of an entry, as typed; members in the order of the team."""

    organisation: Organisation
    members: tuple[MemberDetails, ...]
    team_name: str = ""


@transaction.atomic
def submit_entry(
    *, event: Event, details: EntryDetails, by: User, at: datetime
) -> Entry:
    """Enter a person or a team; persons are found by identity number or registered.

    Raises ValidationError that names the field (members as ``members-0-name``),
    EntriesClosed, EventOver or OtherUnit.
    """
    event = _locked_event(event)
    require_open(event, by)
    require_own_unit(event, details.organisation, by)
    entry = Entry(
        event=event,
        organisation=details.organisation,
        team_name=_team_name(event, details),
        state=EntryState.SUBMITTED,
        created_at=at,
    )
    persons = resolve_members(entry=entry, members=details.members, by=by, at=at)
    entry.save(force_insert=True)
    _seat(entry, persons)
    _record(entry, "entry.submitted", {}, by, at)
    return entry


@transaction.atomic
def update_entry(
    *, entry: Entry, version: int, details: EntryDetails, by: User, at: datetime
) -> Entry:
    """Change an entry; one that was returned is thereby submitted again.

    Raises EntryChangedMeanwhile when ``version`` is no longer the newest, NotYours,
    EntryDrawn when unit or members would change after the draw, and what
    ``submit_entry`` raises.
    """
    entry = _locked(entry)
    _require_may_change(entry, details.organisation, by)
    if entry.version != version:
        raise EntryChangedMeanwhile
    team_name = _team_name(entry.event, details, entry)
    persons = resolve_members(entry=entry, members=details.members, by=by, at=at)
    old = list(entry.members.order_by("position").values_list("person_id", flat=True))
    is_reseated = old != [person.pk for person in persons]
    if is_reseated or entry.organisation_id != details.organisation.pk:
        require_undrawn(entry)
    was_returned = entry.state == EntryState.RETURNED
    entry.organisation, entry.team_name = details.organisation, team_name
    if was_returned:
        entry.state, entry.return_reason = EntryState.SUBMITTED, ""
    entry.version += 1
    entry.save(
        update_fields=[
            "organisation",
            "team_name",
            "state",
            "return_reason",
            "version",
        ]
    )
    if is_reseated:
        entry.members.all().delete()
        _seat(entry, persons)
    _record(entry, "entry.resubmitted" if was_returned else "entry.updated", {}, by, at)
    return entry


@transaction.atomic
def withdraw_entry(*, entry: Entry, by: User, at: datetime) -> Entry:
    """Take an entry back; it stays on record and can be submitted again."""
    entry = _locked(entry)
    _require_may_change(entry, entry.organisation, by)
    if entry.state == EntryState.WITHDRAWN:
        return entry
    require_undrawn(entry)
    return _move(entry, EntryState.WITHDRAWN, "entry.withdrawn", by, at)


@transaction.atomic
def resubmit_entry(*, entry: Entry, by: User, at: datetime) -> Entry:
    """Submit an entry again that was returned or withdrawn; raises NotWithdrawn."""
    entry = _locked(entry)
    require_open(entry.event, by)
    require_own_unit(entry.event, entry.organisation, by)
    if entry.state not in {EntryState.RETURNED, EntryState.WITHDRAWN}:
        raise NotWithdrawn
    entry.return_reason = ""
    return _move(entry, EntryState.SUBMITTED, "entry.resubmitted", by, at)


def _move(
    entry: Entry, state: EntryState, action: str, by: User, at: datetime
) -> Entry:
    entry.state = state
    entry.version += 1
    entry.save(update_fields=["state", "return_reason", "version"])
    _record(entry, action, {}, by, at)
    return entry


def _require_may_change(entry: Entry, unit: Organisation, by: User) -> None:
    require_open(entry.event, by)
    require_own_unit(entry.event, entry.organisation, by)
    require_own_unit(entry.event, unit, by)
    if not is_with_unit(entry) and not can_review_entries(by, entry.event):
        raise NotYours


def _team_name(event: Event, details: EntryDetails, entry: Entry | None = None) -> str:
    """Return the name of the team, unique within its unit; blank without teams."""
    if not event.is_team:
        return ""
    name = " ".join(details.team_name.split())
    if not name:
        raise ValidationError({"team_name": _("Give the team a name.")})
    others = Entry.objects.filter(
        event=event, organisation=details.organisation, team_name=name
    )
    if entry:
        others = others.exclude(pk=entry.pk)
    if others.exists():
        sentence = _("This unit already has a team “%(name)s” in this event.")
        raise ValidationError({"team_name": sentence % {"name": name}})
    return name


def _seat(entry: Entry, persons: list[Person]) -> None:
    EntryMember.objects.bulk_create(
        EntryMember(entry=entry, event=entry.event, person=person, position=position)
        for position, person in enumerate(persons, start=1)
    )


def _locked_event(event: Event) -> Event:
    """Lock an event, so that two requests cannot enter the same person."""
    Event.objects.select_for_update().get(pk=event.pk)
    return Event.objects.select_related("competition").get(pk=event.pk)


def _locked(entry: Entry) -> Entry:
    _locked_event(entry.event)
    rows = Entry.objects.select_related("event__competition", "organisation")
    return rows.select_for_update(of=("self",)).get(pk=entry.pk)


def _record(
    entry: Entry, action: str, payload: dict[str, Any], by: User, at: datetime
) -> None:
    fact = entry_fact(entry, action, named(entry) | payload, by=by, at=at)
    record_entries(entry.event_id, [fact])
