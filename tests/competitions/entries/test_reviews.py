"""Review: what is approved, what goes back and why, and what stays as it is."""

import pytest
from django.core.exceptions import ValidationError

from audit.models import AuditEvent
from competitions import entry_checks, readiness
from competitions.activity import activity_of_event
from competitions.entry_links import entry_links
from competitions.enums import EntryState
from competitions.models import BlindCode
from competitions.services.entry_reviews import approve_entries, return_entries
from tests.factories import (
    NOW,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    OrganisationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db


def entry_in(event, state, unit=None):
    given = {"organisation": unit} if unit else {}
    entry = EntryFactory(event=event, state=state, **given)
    EntryMemberFactory(entry=entry)
    return entry


def test_only_what_waits_is_approved(event, organiser):
    entries = {state: entry_in(event, state) for state in EntryState.values}
    incomplete = EntryFactory(event=event, state=EntryState.SUBMITTED)
    other = entry_in(EventFactory(), EntryState.SUBMITTED)
    chosen = [entry.pk for entry in (*entries.values(), incomplete, other)]

    approved = approve_entries(event=event, entry_ids=chosen, by=organiser, at=NOW)

    assert approved == [entries["submitted"]]
    for state, entry in entries.items():
        entry.refresh_from_db()
        assert entry.state == ("approved" if state == "submitted" else state)
    other.refresh_from_db()
    assert other.state == "submitted"
    assert AuditEvent.objects.filter(action="entry.approved").count() == 1


def test_the_reason_of_a_return_is_kept_and_told(event, organiser):
    entry = entry_in(event, EntryState.APPROVED)

    return_entries(
        event=event, entry_ids=[entry.pk], reason=" 照片不清 ", by=organiser, at=NOW
    )

    entry.refresh_from_db()
    assert (entry.state, entry.return_reason, entry.version) == (
        "returned",
        "照片不清",
        2,
    )
    told = AuditEvent.objects.get(action="entry.returned").payload
    assert told["reason"] == "照片不清"


@pytest.mark.parametrize(
    ("reason", "words"),
    [(" ", "Write what is wrong"), ("长" * 301, "has 301 characters; at most 300")],
)
def test_a_return_needs_a_reason_of_fair_length(event, organiser, reason, words):
    entry = entry_in(event, EntryState.SUBMITTED)

    with pytest.raises(ValidationError, match=words):
        return_entries(
            event=event, entry_ids=[entry.pk], reason=reason, by=organiser, at=NOW
        )


def test_what_is_drawn_is_not_returned(event, organiser):
    entry = entry_in(event, EntryState.APPROVED)
    BlindCode.objects.create(entry=entry, event=event, code="K7")

    assert not return_entries(
        event=event, entry_ids=[entry.pk], reason="x", by=organiser, at=NOW
    )


def open_items(event):
    items = entry_checks.check_entries(event.competition, [event])
    return [(item.sentence, item.severity) for item in items if not item.is_done]


def test_readiness_asks_for_review(event, django_assert_num_queries):
    event.name_en = event.name = "焊工"
    blocker, warning = readiness.Severity.BLOCKER, readiness.Severity.WARNING
    assert open_items(event) == [("焊工: no approved entry yet.", blocker)]

    entry_in(event, EntryState.APPROVED)
    entry_in(event, EntryState.SUBMITTED)
    entry_in(event, EntryState.SUBMITTED)
    entry_in(event, EntryState.RETURNED)

    with django_assert_num_queries(2):
        found = open_items(event)
    assert found == [
        ("焊工: 2 entries wait for review.", blocker),
        ("焊工: 1 returned entry was not submitted again.", warning),
    ]


@pytest.mark.parametrize(
    ("numbers", "warns"),
    [
        ((None, None), True),
        (("one", None), True),
        (("one", "other"), False),
    ],
)
def test_readiness_asks_whether_two_of_one_name_are_one_person(event, numbers, warns):
    event.name_en = event.name = "焊工"
    unit = OrganisationFactory(name="甲厂")
    for number in numbers:
        person = PersonFactory(name="王芳", identity_hash=number)
        entry = EntryFactory(event=event, state=EntryState.APPROVED, organisation=unit)
        EntryMemberFactory(entry=entry, person=person)

    asked = (
        "焊工: several entries of one name and unit, not all with an identity number;"
        " check whether they are one person: 王芳 · 甲厂."
    )
    warning = (asked, readiness.Severity.WARNING)
    assert open_items(event) == ([warning] if warns else [])


def test_the_same_name_of_another_unit_is_another_person(event):
    for _each in range(2):
        entry = EntryFactory(event=event, state=EntryState.APPROVED)
        EntryMemberFactory(entry=entry, person=PersonFactory(name="王芳"))

    assert open_items(event) == []


def test_an_event_without_entries_is_not_half_ready(event):
    items = list(entry_checks.check_entries(event.competition, [event]))

    assert [item.is_done for item in items] == [False]


def test_the_link_to_entries_tells_how_far_review_is(event, organiser, contact):
    assert [link.note for link in entry_links(organiser, event)] == ["None yet"]
    for state in ("approved", "submitted", "withdrawn"):
        entry_in(event, state)

    assert [link.note for link in entry_links(organiser, event)] == [
        "1 wait for review"
    ]
    assert list(entry_links(contact, event)) == []


def test_what_was_done_in_one_go_is_one_line_of_activity(event, organiser):
    entries = [entry_in(event, EntryState.SUBMITTED) for _each in range(3)]
    for chosen, minute in ((entries[:1], 1), (entries[1:], 2)):
        approve_entries(
            event=event,
            entry_ids=[entry.pk for entry in chosen],
            by=organiser,
            at=NOW.replace(minute=minute),
        )

    lines = [line.sentence for line in activity_of_event(event, 8)]

    assert len(lines) == 2
    assert lines[0].startswith("Approved the entry of ")
    assert lines[0].endswith("; 2 of the kind in one go")
    assert not lines[1].endswith("one go")
