"""Takes in spreadsheets of entries: looked at, confirmed whole, undone whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audit.services import Fact
from competitions.models import EntryImport, Event
from competitions.permissions import can_review_entries, units_of
from competitions.queries.entry_lookup import look_up
from competitions.rules.entry_row_checks import check_rows
from competitions.rules.entry_rows import TypedRow
from competitions.services.entry_apply import apply_verdicts
from competitions.services.entry_import_rows import (
    ShownRow,
    counts_of,
    digest_of,
    dump,
    outcome,
    shown_rows,
    typed_rows,
)
from competitions.services.entry_trail import record_entries
from competitions.services.entry_verdicts import Entrant, RowVerdict, verdicts_of
from competitions.services.entry_window import require_open
from competitions.services.refusal import Refusal
from people.models import District, Organisation, User
from people.services import actor_of


class PreviewOutdated(Refusal):
    """What would happen is no longer what was shown."""

    sentence = _(
        "The entries or the register changed since this page was opened. Nothing was"
        " imported: look at the rows again and confirm them then."
    )


class NothingToImport(Refusal):
    """No row is new or changes anything."""

    sentence = _(
        "No row of this file is new or changes anything, so there is nothing to import."
    )


class AlreadyConfirmed(Refusal):
    """An import is confirmed once."""

    sentence = _("This file is already imported.")


@dataclass(frozen=True)
class Preview:
    """The rows as pages show them, and the mark by which they are confirmed."""

    rows: list[ShownRow]
    counts: dict[str, int]
    digest: str


@transaction.atomic
def start_import(
    *,
    event: Event,
    file_name: str,
    rows: Sequence[TypedRow],
    by: User,
    at: datetime,
) -> EntryImport:
    """Keep the rows of a file to be looked at; nothing is entered yet."""
    require_open(event, by)
    entry_import = EntryImport(
        event=event,
        file_name=file_name[-200:],
        rows=dump(rows),
        created_by=by,
        created_at=at,
    )
    entry_import.save(force_insert=True)
    return entry_import


def preview_import(*, entry_import: EntryImport, by: User, at: datetime) -> Preview:
    """Tell what every row would do now, or what it did; the same few statements."""
    if entry_import.confirmed_at:
        rows = outcome(entry_import)
    else:
        rows = shown_rows(_judge(entry_import, by, at))
    return Preview(rows=rows, counts=counts_of(rows), digest=digest_of(rows))


@transaction.atomic
def choose_district(
    *, entry_import: EntryImport, district: District | None, by: User, at: datetime
) -> None:
    """Let unknown units be registered in a district, or leave them errors."""
    entry_import = _locked(entry_import)
    require_open(entry_import.event, by)
    if entry_import.confirmed_at:
        raise AlreadyConfirmed
    entry_import.new_units_district = district
    entry_import.save(update_fields=["new_units_district"])


@transaction.atomic
def confirm_import(
    *, entry_import: EntryImport, digest: str, by: User, at: datetime
) -> EntryImport:
    """Enter all good rows in one transaction, if they still are what was shown.

    Raises PreviewOutdated, NothingToImport, AlreadyConfirmed, EntriesClosed, EventOver.
    """
    entry_import = _locked(entry_import)
    require_open(entry_import.event, by)
    if entry_import.confirmed_at:
        raise AlreadyConfirmed
    verdicts = _judge(entry_import, by, at)
    shown = shown_rows(verdicts)
    if digest_of(shown) != digest:
        raise PreviewOutdated
    counts = counts_of(shown)
    if not counts["new"] + counts["update"]:
        raise NothingToImport
    applied, facts = apply_verdicts(entry_import, verdicts, by=by, at=at)
    entry_import.changes = applied.dump()
    # Only rows that must be mended keep their numbers, for the file with the errors.
    wrong = [each.row.typed for each in verdicts if each.row.problems]
    entry_import.rows = dump(wrong, shown)
    entry_import.counts = counts
    entry_import.confirmed_at = at
    entry_import.save(update_fields=["changes", "rows", "counts", "confirmed_at"])
    summary = import_fact(entry_import, "entries.imported", by=by, at=at)
    record_entries(entry_import.event_id, [*facts, summary])
    return entry_import


@transaction.atomic
def discard_import(*, entry_import: EntryImport, by: User, at: datetime) -> None:
    """Forget a file that was only looked at; raises AlreadyConfirmed."""
    entry_import = _locked(entry_import)
    if entry_import.confirmed_at:
        raise AlreadyConfirmed
    entry_import.delete()


def import_fact(
    entry_import: EntryImport, action: str, *, by: User, at: datetime
) -> Fact:
    """Return what happened to a whole file, not yet written."""
    return Fact(
        actor=actor_of(by),
        action=action,
        object_id=f"entry-import:{entry_import.pk}",
        payload={"file": entry_import.file_name, **entry_import.counts},
        at=at,
    )


def entrant_of(event: Event, by: User, *, registers_units: bool = False) -> Entrant:
    """Return what a user may enter: any unit for the office, else the own ones."""
    if can_review_entries(by, event):
        return Entrant(is_office=True, registers_units=registers_units)
    own = Organisation.objects.filter(pk__in=units_of(by)).order_by("pinyin", "pk")
    return Entrant(own_units=tuple(own))


def _judge(entry_import: EntryImport, by: User, at: datetime) -> list[RowVerdict]:
    event = entry_import.event
    rows = check_rows(
        typed_rows(entry_import),
        team_size=event.team_size,
        today=timezone.localdate(at),
    )
    return verdicts_of(
        rows,
        event=event,
        known=look_up(event, rows),
        entrant=entrant_of(
            event, by, registers_units=entry_import.new_units_district_id is not None
        ),
    )


def _locked(entry_import: EntryImport) -> EntryImport:
    """Return the import as it is now; its event is locked too, against a second one."""
    Event.objects.select_for_update().get(pk=entry_import.event_id)
    rows = EntryImport.objects.select_related(
        "event__competition", "new_units_district"
    )
    return rows.select_for_update(of=("self",)).get(pk=entry_import.pk)
