"""What rows of a spreadsheet mean: units, known persons, teams, and who hands it in."""

from dataclasses import replace

import pytest

from competitions.models import Entry
from competitions.services.entry_imports import confirm_import
from competitions.services.entry_reviews import approve_entries, return_entries
from competitions.services.entry_window import EntriesClosed
from tests.competitions.entries.importing import imported, read, rows_of, sentences
from tests.competitions.entries.sheets import good_row
from tests.factories import NOW, DistrictFactory, OrganisationFactory
from tests.identity_numbers import number_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("change", "column", "words"),
    [
        ({"name": "李四"}, "name", "registered under another name"),
        ({"unit": "乙厂"}, "identity_number", "already stands in this event for 示例"),
    ],
)
def test_known_person_is_compared_with_the_register(
    event, organiser, unit, change, column, words
):
    OrganisationFactory(name="乙厂")
    imported(event, rows_of(unit, 1), organiser)

    _entry_import, preview = read(
        event, [replace(good_row(1, unit.name), **change)], organiser
    )

    ((line, found, sentence),) = sentences(preview)
    assert (line, found) == (3, column)
    assert words in sentence


def test_contact_enters_the_own_unit_and_is_told_nothing_of_others(
    event, organiser, contact, unit
):
    other = OrganisationFactory(name="别的工厂")
    imported(event, rows_of(other, 1), organiser)
    rows = [
        replace(good_row(1, ""), unit=""),
        good_row(2, other.name),
        replace(good_row(3, ""), unit=""),
    ]

    entry_import, preview = read(event, rows, contact)

    assert [row.verdict for row in preview.rows] == ["error", "error", "new"]
    assert "for another unit" in sentences(preview)[0][2]
    assert (
        "You enter competitors of “示例机械有限公司” only" in sentences(preview)[1][2]
    )
    assert other.name not in repr([s[2] for s in sentences(preview)])
    confirm_import(entry_import=entry_import, digest=preview.digest, by=contact, at=NOW)
    assert Entry.objects.filter(organisation=unit).count() == 1


def test_contact_imports_only_while_registration_is_open(event, contact, unit):
    entry_import, preview = read(event, rows_of(unit, 1), contact)
    event.competition.state = "review"
    event.competition.save(update_fields=["state"])

    with pytest.raises(EntriesClosed):
        confirm_import(
            entry_import=entry_import, digest=preview.digest, by=contact, at=NOW
        )


def test_a_returned_entry_is_sent_again_by_its_row(event, organiser, contact, unit):
    imported(event, rows_of(unit, 1), contact)
    return_entries(
        event=event,
        entry_ids=[Entry.objects.get().pk],
        reason="电话有误",
        by=organiser,
        at=NOW,
    )

    imported(event, rows_of(unit, 1), contact)

    entry = Entry.objects.get()
    assert (entry.state, entry.return_reason) == ("submitted", "")


def test_approved_entry_is_not_changed_by_a_contact(event, organiser, contact, unit):
    imported(event, rows_of(unit, 1), contact)
    chosen = [Entry.objects.get().pk]
    approve_entries(event=event, entry_ids=chosen, by=organiser, at=NOW)
    row = replace(good_row(1, unit.name), phone="13800005678")

    _entry_import, preview = read(event, [row], contact)

    assert "This entry is approved" in sentences(preview)[0][2]


def team_rows(unit, team, serials):
    return [replace(good_row(n, unit.name), team=team) for n in serials]


def test_teams_are_entered_whole(organiser, unit, event):
    event.team_size = 2
    event.save(update_fields=["team_size"])
    rows = [
        *team_rows(unit, "一队", (1, 2)),
        *team_rows(unit, "二队", (3,)),
        *team_rows(unit, "三队", (4, 5)),
        *team_rows(unit, "", (6,)),
    ]
    rows[4] = replace(rows[4], phone="?")

    entry_import, preview = read(event, rows, organiser)
    confirm_import(
        entry_import=entry_import, digest=preview.digest, by=organiser, at=NOW
    )

    assert [row.verdict for row in preview.rows] == ["new"] * 2 + ["error"] * 4
    entry = Entry.objects.get()
    members = entry.members.order_by("position")
    assert (entry.team_name, [m.person.identity_number for m in members]) == (
        "一队",
        [number_of(1), number_of(2)],
    )


def test_units_are_found_by_credit_code(event, organiser):
    unit = OrganisationFactory(name="甲厂", credit_code="91330100799655058B")
    row = replace(good_row(1, ""), credit_code="91330100 799655058b")

    imported(event, [row], organiser)

    assert Entry.objects.get().organisation == unit


def test_units_of_one_name_are_told_apart_by_the_code(event, organiser):
    OrganisationFactory(name="甲厂")
    OrganisationFactory(
        name="甲厂", district=DistrictFactory(code="330603", name="柯桥区")
    )

    _entry_import, preview = read(event, [good_row(1, "甲厂")], organiser)

    assert "Several units are called “甲厂”" in sentences(preview)[0][2]
