"""Spreadsheets of entries: what is found wrong, what is written, how it is undone."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest
from django.apps import apps
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from audit.models import AuditEvent
from competitions.enums import EntryState
from competitions.imports.entry_sheet import read_entry_sheet
from competitions.models import BlindCode, Entry, EntryImport, EntryMember
from competitions.services import entry_apply
from competitions.services.entries import withdraw_entry
from competitions.services.entry_import_undo import (
    ImportRelied,
    NotUndoable,
    undo_import,
)
from competitions.services.entry_imports import (
    AlreadyConfirmed,
    NothingToImport,
    PreviewOutdated,
    choose_district,
    confirm_import,
    discard_import,
    preview_import,
    start_import,
)
from competitions.services.entry_reviews import approve_entries, return_entries
from people.models import Organisation, Person
from tests.competitions.entries.importing import (
    imported,
    read,
    rows_of,
    sentences,
)
from tests.competitions.entries.sheets import FAULTS, good_row, workbook
from tests.factories import (
    NOW,
    DistrictFactory,
    EventFactory,
    OrganisationFactory,
)

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)
#: Audit stays when an import is undone, and so does the record of the import.
KEPT = {"AuditEvent", "AuditStream", "EntryImport"}


def dump():
    """Return every row of every table but those that stay."""
    return {
        model.__name__: sorted(
            (tuple(row.items()) for row in model.objects.values()), key=repr
        )
        for model in apps.get_models()
        if model.__name__ not in KEPT
    }


def test_exactly_the_seeded_errors_are_found(event, organiser):
    random = Random(20261123)
    units = [OrganisationFactory(name=f"第{n}机械厂") for n in range(8)]
    rows = [good_row(serial, units[serial % 8].name) for serial in range(1, 1001)]
    wrong = {}
    for number, place in enumerate(random.sample(range(500, 1000), 36)):
        fault = FAULTS[number % len(FAULTS)]
        rows[place] = fault.spoil(rows[place], random)
        wrong[place + 3] = (fault.field, fault.words)
    rows[999] = replace(rows[10], name=rows[10].name)
    wrong[1002] = ("identity_number", "already stands in row 13 of this file")

    _entry_import, preview = read(event, rows, organiser)

    found = {line: (column, text) for line, column, text in sentences(preview)}
    assert sorted(found) == sorted(wrong)
    assert len(sentences(preview)) == len(wrong) == 37
    for line, (field, words) in wrong.items():
        assert found[line][0] == field
        assert words in found[line][1]
    assert preview.counts == {"new": 963, "update": 0, "skip": 0, "error": 37}


def test_a_thousand_rows_take_as_many_statements_as_ten(event, organiser, unit):
    statements = []
    for number in (10, 1000):
        entry_import, _preview = read(event, rows_of(unit, number), organiser)
        with CaptureQueriesContext(connection) as captured:
            preview_import(entry_import=entry_import, by=organiser, at=NOW)
        statements.append(len(captured))
    # one more lookup for the second half of a thousand identity numbers
    assert statements == [statements[0], statements[0] + 1]


def test_good_rows_are_entered_and_errors_left_out(event, organiser, unit):
    rows = [*rows_of(unit, 5), replace(good_row(9, unit.name), name="")]

    entry_import = imported(event, rows, organiser)

    assert entry_import.counts == {"new": 5, "update": 0, "skip": 0, "error": 1}
    assert Entry.objects.filter(state=EntryState.SUBMITTED, created_at=NOW).count() == 5
    stored = EntryMember.objects.select_related("person").order_by("entry")
    assert [
        (m.person.name, m.person.identity_number, m.person.phone) for m in stored
    ] == [(row.name, row.identity_number, row.phone) for row in rows[:5]]


def test_no_identity_number_stands_in_clear_in_any_table(event, organiser, unit):
    rows = rows_of(unit, 3)
    entry_import = imported(event, rows, organiser)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM competitions_entryimport")
        kept = repr(cursor.fetchall())
        cursor.execute("SELECT payload FROM audit_auditevent")
        told = repr(cursor.fetchall())
    for row in rows:
        assert row.identity_number not in kept + told + entry_import.rows


@pytest.mark.parametrize("is_known", [False, True])
def test_undo_restores_identical_rows(event, organiser, unit, is_known):
    """Also persons, telephone numbers, returned entries and units."""
    district = DistrictFactory()
    if is_known:
        imported(event, rows_of(unit, 4), organiser)
        returned = Entry.objects.order_by("pk")[:2]
        return_entries(
            event=event,
            entry_ids=[entry.pk for entry in returned],
            reason="请补照片",
            by=organiser,
            at=NOW,
        )
    before = dump()
    rows = [replace(row, phone="0575-8888 8888") for row in rows_of(unit, 4)]
    rows += [replace(good_row(20, ""), unit="新登记的单位")]
    typed = read_entry_sheet(workbook(rows), name="报名.xlsx")
    entry_import = start_import(
        event=event, file_name="报名.xlsx", rows=typed, by=organiser, at=NOW
    )
    choose_district(entry_import=entry_import, district=district, by=organiser, at=NOW)
    entry_import.refresh_from_db()
    preview = preview_import(entry_import=entry_import, by=organiser, at=NOW)
    assert preview.counts["update" if is_known else "new"] >= 4
    confirm_import(
        entry_import=entry_import, digest=preview.digest, by=organiser, at=NOW
    )
    assert Organisation.objects.filter(name="新登记的单位").exists()
    assert dump() != before

    undo_import(entry_import=entry_import, by=organiser, at=LATER)

    assert dump() == before
    actions = Counter(AuditEvent.objects.values_list("action", flat=True))
    assert actions["entries.import_undone"] == 1
    with pytest.raises(NotUndoable):
        undo_import(entry_import=entry_import, by=organiser, at=LATER)


def test_persons_somebody_else_names_by_now_stay_after_undo(event, organiser, unit):
    entry_import = imported(event, rows_of(unit, 2), organiser)
    other = EventFactory(competition=event.competition)
    imported(other, rows_of(unit, 1), organiser)

    undo_import(entry_import=entry_import, by=organiser, at=LATER)

    assert Person.objects.count() == 1
    assert Entry.objects.get().event == other


def approve(entry, organiser):
    approve_entries(event=entry.event, entry_ids=[entry.pk], by=organiser, at=NOW)


def withdraw(entry, organiser):
    withdraw_entry(entry=entry, by=organiser, at=NOW)


def code(entry, organiser):
    BlindCode.objects.create(entry=entry, event=entry.event, code="K7")


def number(entry, organiser):
    Entry.objects.filter(pk=entry.pk).update(number=7)


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (approve, "was changed, approved, returned or withdrawn"),
        (withdraw, "was changed, approved, returned or withdrawn"),
        (code, "already has a number, station, code or marks"),
        (number, "already has a number, station, code or marks"),
    ],
)
def test_undo_is_refused_once_something_depends_on_it(
    event, organiser, unit, act, words
):
    entry_import = imported(event, rows_of(unit, 3), organiser)
    act(Entry.objects.order_by("pk")[1], organiser)
    before = dump()

    with pytest.raises(ImportRelied, match=words):
        undo_import(entry_import=entry_import, by=organiser, at=LATER)

    assert dump() == before


def test_nothing_is_half_saved_when_the_database_fails(
    event, organiser, unit, monkeypatch
):
    entry_import, preview = read(event, rows_of(unit, 5), organiser)
    before = dump()

    def fail(*args, **kwargs):
        raise DatabaseError("disk full")

    monkeypatch.setattr(entry_apply.EntryMember.objects, "bulk_create", fail)
    with pytest.raises(DatabaseError):
        confirm_import(
            entry_import=entry_import, digest=preview.digest, by=organiser, at=NOW
        )

    assert dump() == before
    assert EntryImport.objects.get().confirmed_at is None


def test_same_file_again_is_skipped_and_imports_nothing(event, organiser, unit):
    imported(event, rows_of(unit, 3), organiser)

    entry_import, preview = read(event, rows_of(unit, 3), organiser)

    assert preview.counts == {"new": 0, "update": 0, "skip": 3, "error": 0}
    with pytest.raises(NothingToImport):
        confirm_import(
            entry_import=entry_import, digest=preview.digest, by=organiser, at=NOW
        )


def test_a_change_names_the_field_and_hides_most_of_the_number(event, organiser, unit):
    imported(event, rows_of(unit, 1), organiser)
    row = replace(good_row(1, unit.name), phone="13800005678")

    _entry_import, preview = read(event, [row], organiser)

    (change,) = preview.rows[0].changes
    assert (change.field, change.before, change.after) == (
        "phone",
        "*******0001",
        "*******5678",
    )


def test_only_what_was_shown_is_confirmed(event, organiser, unit):
    entry_import, preview = read(event, rows_of(unit, 2), organiser)
    imported(event, rows_of(unit, 1), organiser)

    with pytest.raises(PreviewOutdated):
        confirm_import(
            entry_import=entry_import, digest=preview.digest, by=organiser, at=NOW
        )

    assert Entry.objects.count() == 1


def test_import_is_confirmed_once_and_kept_then(event, organiser, unit):
    entry_import = imported(event, rows_of(unit, 1), organiser)
    with pytest.raises(AlreadyConfirmed):
        confirm_import(entry_import=entry_import, digest="", by=organiser, at=NOW)
    with pytest.raises(AlreadyConfirmed):
        discard_import(entry_import=entry_import, by=organiser, at=NOW)
