"""Takes a confirmed spreadsheet back, as long as nothing depends on it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext, gettext_lazy as _

from competitions.enums import EntryState
from competitions.models import Entry, EntryImport, Event
from competitions.services.entry_apply import Applied
from competitions.services.entry_imports import import_fact
from competitions.services.entry_trail import named, record_entries
from competitions.services.entry_window import relied_upon, require_open
from competitions.services.refusal import Refusal
from people.models import Person, User
from people.services import actor_of
from people.services.phones import change_phones
from people.services.removal import (
    remove_unused_organisations,
    remove_unused_persons,
)


class NotUndoable(Refusal):
    """Only a confirmed import is undone, and once."""

    sentence = _("This file is not imported, or its import is already undone.")


class ImportRelied(Refusal):
    """Something was done with the imported entries since."""


@transaction.atomic
def undo_import(*, entry_import: EntryImport, by: User, at: datetime) -> EntryImport:
    """Put every row of the database back to what it was before an import.

    Persons and units it registered go too, unless something else names them by now.
    Raises NotUndoable, ImportRelied, EntriesClosed or EventOver.
    """
    Event.objects.select_for_update().get(pk=entry_import.event_id)
    entry_import = (
        EntryImport.objects.select_related("event__competition")
        .select_for_update(of=("self",))
        .get(pk=entry_import.pk)
    )
    require_open(entry_import.event, by)
    if not entry_import.confirmed_at or entry_import.undone_at:
        raise NotUndoable
    applied = Applied.load(entry_import)
    _require_untouched(applied)
    _restore(applied, by=by, at=at)
    entry_import.undone_at = at
    entry_import.save(update_fields=["undone_at"])
    record_entries(
        entry_import.event_id,
        [import_fact(entry_import, "entries.import_undone", by=by, at=at)],
    )
    return entry_import


def _require_untouched(applied: Applied) -> None:
    entries = _entries([*applied.entries, *applied.resubmitted])
    versions = dict.fromkeys(applied.entries, 1) | {
        pk: before["version"] + 1 for pk, before in applied.resubmitted.items()
    }
    for pk, version in versions.items():
        entry = entries.get(UUID(pk))
        if entry is None:
            raise NotUndoable
        if entry.version != version or entry.state != EntryState.SUBMITTED:
            raise ImportRelied(_changed(named(entry)["name"]))
    used = relied_upon(entries.values())
    if used is not None:
        raise ImportRelied(_relied(named(used)["name"]))
    _require_phones(applied)


def _changed(name: str) -> str:
    sentence = gettext(
        "“%(name)s” was changed, approved, returned or withdrawn after the import, so"
        " the import can no longer be undone. Withdraw single entries instead."
    )
    return sentence % {"name": name}


def _relied(name: str) -> str:
    sentence = gettext(
        "“%(name)s” already has a number, station, code or marks, so the import can no"
        " longer be undone."
    )
    return sentence % {"name": name}


def _require_phones(applied: Applied) -> None:
    for person in Person.objects.filter(pk__in=applied.phones):
        if person.phone != applied.phones[str(person.pk)][1]:
            raise ImportRelied(_changed(person.name))


def _restore(applied: Applied, *, by: User, at: datetime) -> None:
    actor = actor_of(by)
    Entry.objects.filter(pk__in=applied.entries).delete()
    for pk, before in applied.resubmitted.items():
        Entry.objects.filter(pk=pk).update(state=EntryState.RETURNED, **before)
    if applied.phones:
        phones = {UUID(pk): before for pk, (before, _after) in applied.phones.items()}
        change_phones(phones=phones, actor=actor, at=at)
    remove_unused_persons(
        person_ids=[UUID(pk) for pk in applied.persons], actor=actor, at=at
    )
    remove_unused_organisations(
        organisation_ids=[UUID(pk) for pk in applied.organisations],
        actor=actor,
        at=at,
    )


def _entries(keys: Collection[str]) -> dict[UUID, Entry]:
    return {entry.pk: entry for entry in Entry.objects.filter(pk__in=keys)}
