"""Entries made by hand: who may, which persons they find, what stays as it is."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from audit.models import AuditEvent
from competitions.models import BlindCode, Entry
from competitions.services.entries import (
    EntryDetails,
    NotWithdrawn,
    resubmit_entry,
    submit_entry,
    update_entry,
    withdraw_entry,
)
from competitions.services.entry_members import MemberDetails
from competitions.services.entry_reviews import approve_entries, return_entries
from competitions.services.entry_window import (
    EntriesClosed,
    EntryChangedMeanwhile,
    EntryDrawn,
    EventOver,
    NotYours,
    OtherUnit,
)
from people.enums import CredentialKind
from people.models import Credential, Person
from tests.competitions.entries.sheets import NAMES
from tests.factories import NOW, EventFactory, OrganisationFactory
from tests.identity_numbers import number_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=5)


def member(serial=1, **changes):
    told = {"name": "王芳", "identity_number": number_of(serial), "phone": ""}
    return MemberDetails(**(told | changes))


def details(unit, *members, **changes):
    return EntryDetails(organisation=unit, members=members or (member(),), **changes)


def submitted(event, unit, by, *members, **changes):
    return submit_entry(
        event=event, details=details(unit, *members, **changes), by=by, at=NOW
    )


def changed(entry, unit, by, *members, version=None, **changes):
    return update_entry(
        entry=entry,
        version=entry.version if version is None else version,
        details=details(unit, *members, **changes),
        by=by,
        at=LATER,
    )


def set_state(competition, state):
    competition.state = state
    competition.save(update_fields=["state"])


def return_to_unit(entry, by):
    return_entries(
        event=entry.event, entry_ids=[entry.pk], reason="照片不清", by=by, at=NOW
    )
    entry.refresh_from_db()


@pytest.mark.parametrize("name", NAMES)
def test_a_contact_enters_a_competitor(event, unit, contact, name):
    entry = submitted(event, unit, contact, member(name=name, phone="139 0000-0000"))

    person = entry.members.get().person
    assert (entry.state, entry.created_at, entry.version) == ("submitted", NOW, 1)
    assert (person.name, person.phone, person.sex) == (name, "13900000000", "male")
    assert person.organisation == unit
    event_row = AuditEvent.objects.get(object_id=f"entry:{entry.pk}")
    assert (event_row.action, event_row.payload) == (
        "entry.submitted",
        {"name": name, "unit": unit.name},
    )


def test_a_known_person_is_found_by_the_number(event, unit, organiser):
    submitted(EventFactory(competition=event.competition), unit, organiser)

    submitted(event, unit, organiser, member(phone="13900000001"))

    assert Person.objects.count() == 1
    assert Person.objects.get().phone == "13900000001"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"name": " "}, "members-0-name", "The name is empty"),
        (
            {"identity_number": number_of(1)[:-1]},
            "members-0-identity_number",
            "has 17 characters; it must have 18",
        ),
        ({"phone": "?"}, "members-0-phone", "7 to 15 digits"),
    ],
)
def test_what_is_wrong_is_named_by_its_field(
    event, unit, organiser, changes, field, words
):
    with pytest.raises(ValidationError) as refusal:
        submitted(event, unit, organiser, member(**changes))

    ((found, (sentence,)),) = refusal.value.message_dict.items()
    assert found == field
    assert words in sentence
    assert not Entry.objects.exists()
    assert not Person.objects.exists()


def test_everything_wrong_is_named_at_once(event, unit, organiser):
    with pytest.raises(ValidationError) as refusal:
        submitted(event, unit, organiser, member(identity_number="1", phone="?"))

    assert set(refusal.value.message_dict) == {
        "members-0-identity_number",
        "members-0-phone",
    }


def test_a_person_stands_once_in_an_event(event, unit, organiser):
    submitted(event, unit, organiser)
    other = OrganisationFactory()

    with pytest.raises(ValidationError, match="entered by 示例机械有限公司; a person"):
        submitted(event, other, organiser)


def test_a_person_of_a_withdrawn_entry_is_submitted_there_again(event, unit, organiser):
    withdraw_entry(entry=submitted(event, unit, organiser), by=organiser, at=NOW)

    with pytest.raises(ValidationError, match="submit that entry again instead"):
        submitted(event, unit, organiser)


def test_another_name_for_a_known_number_is_refused(event, unit, organiser):
    submitted(EventFactory(competition=event.competition), unit, organiser)

    with pytest.raises(ValidationError, match="registered under another name"):
        submitted(event, unit, organiser, member(name="李四"))


def test_a_contact_acts_for_the_own_unit_while_registration_is_open(
    event, unit, contact
):
    with pytest.raises(OtherUnit):
        submitted(event, OrganisationFactory(), contact)
    set_state(event.competition, "review")
    with pytest.raises(EntriesClosed):
        submitted(event, unit, contact)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("state", ["closed", "cancelled", "postponed", "awards"])
def test_nobody_changes_entries_of_what_is_over(event, unit, organiser, state):
    set_state(event.competition, state)

    with pytest.raises(EventOver):
        submitted(event, unit, organiser)


def test_nobody_changes_entries_once_marks_are_locked(event, unit, organiser):
    event.marks_locked_at = NOW
    event.save(update_fields=["marks_locked_at"])

    with pytest.raises(EventOver):
        submitted(event, unit, organiser)


def test_a_returned_entry_is_submitted_by_its_change(event, unit, organiser, contact):
    entry = submitted(event, unit, contact)
    return_to_unit(entry, organiser)
    person = entry.members.get().person

    entry = changed(
        entry, unit, contact, member(identity_number="", name="王方", person=person)
    )

    assert (entry.state, entry.return_reason, entry.version) == ("submitted", "", 3)
    assert entry.members.get().person.name == "王方"
    assert Person.objects.count() == 1


def test_another_number_seats_another_person(event, unit, organiser):
    entry = submitted(event, unit, organiser)

    changed(entry, unit, organiser, member(2, name="李四"))

    assert entry.members.get().person.name == "李四"


def test_only_the_newest_version_is_changed(event, unit, organiser):
    entry = submitted(event, unit, organiser)
    changed(entry, unit, organiser)

    with pytest.raises(EntryChangedMeanwhile):
        changed(entry, unit, organiser, version=1)


def test_a_contact_does_not_change_what_is_approved(event, unit, organiser, contact):
    entry = submitted(event, unit, contact)
    approve_entries(event=event, entry_ids=[entry.pk], by=organiser, at=NOW)

    with pytest.raises(NotYours):
        changed(Entry.objects.get(), unit, contact)
    with pytest.raises(NotYours):
        withdraw_entry(entry=entry, by=contact, at=NOW)


def test_a_contact_does_not_rename_people_of_others(event, unit, contact, organiser):
    other = EventFactory(competition=event.competition)
    submitted(other, OrganisationFactory(), organiser)
    entry = submitted(event, unit, contact)
    person = entry.members.get().person

    with pytest.raises(ValidationError, match="only the office can correct the name"):
        changed(
            entry, unit, contact, member(name="李四", identity_number="", person=person)
        )


def test_a_contact_does_not_rename_who_holds_a_title(event, unit, contact):
    entry = submitted(event, unit, contact)
    person = entry.members.get().person
    Credential.objects.create(
        person=person,
        kind=CredentialKind.TITLE,
        code="shaoxing-technical-expert",
        name="绍兴市技术能手",
        issued_on=NOW.date(),
        source_key="title-grant:1",
    )

    with pytest.raises(ValidationError, match="only the office can correct"):
        changed(
            entry, unit, contact, member(name="李四", identity_number="", person=person)
        )


def test_what_was_drawn_keeps_unit_and_members(event, unit, organiser):
    entry = submitted(event, unit, organiser)
    BlindCode.objects.create(entry=entry, event=event, code="K7")

    for act in (
        lambda: changed(entry, OrganisationFactory(), organiser),
        lambda: changed(entry, unit, organiser, member(2, name="李四")),
        lambda: withdraw_entry(entry=entry, by=organiser, at=NOW),
    ):
        with pytest.raises(EntryDrawn):
            act()
    changed(entry, unit, organiser, member(phone="13900000009"))
    assert Person.objects.get(identity_hash__isnull=False, name="王芳").phone == (
        "13900000009"
    )


def test_withdrawn_is_submitted_again_and_nothing_else_is(event, unit, contact):
    entry = submitted(event, unit, contact)
    with pytest.raises(NotWithdrawn):
        resubmit_entry(entry=entry, by=contact, at=NOW)

    withdraw_entry(entry=entry, by=contact, at=NOW)
    again = resubmit_entry(entry=entry, by=contact, at=LATER)

    assert (again.state, again.version) == ("submitted", 3)


def test_teams_have_a_name_and_each_member_once(event, unit, organiser):
    event.team_size = 2
    event.save(update_fields=["team_size"])
    two = (member(1), member(2, name="李四"))

    entry = submitted(event, unit, organiser, *two, team_name=" 一队 ")

    assert entry.team_name == "一队"
    assert [m.position for m in entry.members.order_by("position")] == [1, 2]
    for members, name, words in (
        ((member(3), member(4)), "", "Give the team a name."),
        ((member(3), member(4)), "一队", "already has a team “一队”"),
        ((member(5), member(5)), "二队", "already stands in this team"),
    ):
        with pytest.raises(ValidationError, match=words):
            submitted(event, unit, organiser, *members, team_name=name)
