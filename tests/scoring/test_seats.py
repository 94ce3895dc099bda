"""Seats: a judge in conflict does not mark, a reserve judge marks in his place."""

import json

import pytest

from audit.models import AuditEvent
from competitions.enums import ConflictHandling
from competitions.models import ConflictDeclaration, PanelSeat
from competitions.services.conflicts import decide_conflict
from scoring.models import Mark, Reveal
from scoring.queries.seats import seats_for
from scoring.queries.worklist import worklist
from tests.factories import NOW, EntryMemberFactory, PersonFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


def employ_with(hall, seat, organisation):
    judge = hall.judges[seat - 1]
    judge.person = PersonFactory(organisation=organisation)
    judge.save(update_fields=["person"])


def decide(hall, seat, handling, entry=0):
    ConflictDeclaration.objects.create(
        seat=PanelSeat.objects.get(panel=hall.panel, number=seat),
        entry=hall.entries[entry],
        handling=handling,
        reason="同一单位",
        decided_by=hall.organiser,
        decided_at=NOW,
    )


@pytest.fixture
def hall():
    """Judge 2 works for the unit of the only entry; judge 4 is in reserve."""
    hall = build_hall(judged("3.00"), measured("4.00"), reserves=1)
    employ_with(hall, 2, hall.entries[0].organisation)
    return hall


def test_a_conflict_without_a_decision_holds_the_seat(hall):
    answer = hall.mark(2, "2")
    hall.mark(1, "2")
    hall.mark(3, "2")

    assert answer.status == 403
    assert not Reveal.objects.exists()


def test_the_employer_of_a_member_counts_too():
    hall = build_hall(judged("3.00"))
    member = EntryMemberFactory(entry=hall.entries[0], person=PersonFactory())
    employ_with(hall, 3, member.person.organisation)

    assert [seat.is_held for seat in seats_for(hall.panel, hall.entries[0])] == [
        False,
        False,
        True,
    ]


def test_a_declared_conflict_marks(hall):
    decide(hall, 2, ConflictHandling.DECLARED)

    assert [answer.status for answer in hall.mark_all("2", "2", "2")[:3]] == [200] * 3


def test_a_blocked_seat_is_not_waited_for(hall):
    decide(hall, 2, ConflictHandling.BLOCKED)
    hall.mark(1, "2")

    assert hall.mark(2, "2").status == 403
    assert hall.mark(3, "3").reveal["scores"] == [
        {"seat": 1, "value": "2"},
        {"seat": 3, "value": "3"},
    ]


def test_a_reserve_judge_marks_in_place_of_the_seat(hall):
    decide(hall, 2, ConflictHandling.REPLACED)
    hall.mark(1, "2")
    hall.mark(3, "2")

    assert hall.mark(2, "0").status == 403
    assert hall.mark(4, "2").reveal["mark"] == "2.00"
    assert set(Mark.objects.values_list("seat", flat=True)) == {1, 2, 3}


def test_a_reserve_judge_has_nothing_to_mark_while_nobody_is_replaced():
    hall = build_hall(judged("3.00"), reserves=1)

    assert hall.mark(4, "2").status == 403
    assert (
        worklist(event=hall.event, judge=hall.judges[3], device_id=None)["sheets"] == []
    )


def test_what_a_replaced_judge_had_entered_neither_counts_nor_shows():
    hall = build_hall(judged("3.00"), reserves=1)
    hall.mark(2, "0")
    employ_with(hall, 2, hall.entries[0].organisation)
    decide(hall, 2, ConflictHandling.REPLACED)
    hall.mark(1, "2")
    hall.mark(3, "2")
    assert not Reveal.objects.exists()

    mine = worklist(event=hall.event, judge=hall.judges[3], device_id=None)["sheets"][
        0
    ]["aspects"][0]["mine"]
    assert mine == {"value": "", "mark": None, "round": 0, "version": 1}
    stale = hall.mark(4, "2", base_version=0)
    assert (stale.status, stale.current["stored"]) == (409, "")
    assert hall.mark(4, "2", base_version=1).reveal["mark"] == "2.00"


def test_a_decision_after_the_others_have_entered_reveals_at_once(
    hall, django_capture_on_commit_callbacks
):
    hall.mark(1, "2")
    hall.mark(3, "2")
    seat = PanelSeat.objects.get(panel=hall.panel, number=2)

    with django_capture_on_commit_callbacks(execute=True):
        decide_conflict(
            seat=seat,
            entry=hall.entries[0],
            handling=ConflictHandling.BLOCKED,
            reason="同一单位",
            by=hall.organiser,
            at=NOW,
        )

    assert Reveal.objects.get().mark == 2
    assert hall.sheet().mark == 2
    assert AuditEvent.objects.get(action="marks.revealed").actor == "system"


def test_a_judge_who_is_in_the_entry_himself_is_held_too():
    hall = build_hall(judged("3.00"))
    member = EntryMemberFactory(entry=hall.entries[0])
    judge = hall.judges[1]
    judge.person = member.person
    judge.save(update_fields=["person"])
    member.person.organisation = None
    member.person.save(update_fields=["organisation"])

    assert seats_for(hall.panel, hall.entries[0])[1].is_held


def test_people_without_an_employer_share_none():
    hall = build_hall(judged("3.00"))
    EntryMemberFactory(entry=hall.entries[0], person=PersonFactory(organisation=None))
    employ_with(hall, 1, None)

    assert not seats_for(hall.panel, hall.entries[0])[0].is_held


def test_a_worklist_names_no_competitor():
    hall = build_hall(judged("3.00"))
    member = EntryMemberFactory(entry=hall.entries[0])

    text = json.dumps(
        worklist(event=hall.event, judge=hall.judges[0], device_id=None),
        ensure_ascii=False,
    )

    assert "B-001" in text
    for secret in (
        member.person.name,
        str(member.person.pk),
        hall.entries[0].organisation.name,
        str(hall.entries[0].pk),
    ):
        assert secret not in text
