"""Attendance: it moves the board, and opens nothing behind locked marks."""

import pytest

from audit.models import AuditEvent
from competitions.enums import CompetitionState, EntryAttendance
from competitions.models import Event
from competitions.signals import entries_changed
from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.services.attendance import (
    Attendance,
    NotMarkedInTime,
    set_attendance,
    set_marked_present,
)
from scoring.services.panel_sizes import MarkingNotReady
from scoring.services.results import ResultsNotReady, prepare_results
from scoring.services.sheets import open_sheets
from scoring.services.signing import lock_marks
from tests.factories import NOW
from tests.scoring.halls import approved_entry, build_hall, measured

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    """Two entries before one judge; the first one is marked to the end."""
    hall = build_hall(measured("3.00"), judges=1, entries=2)
    finish(hall, 0)
    return hall


def finish(hall, entry):
    for code in ("A1", "B1"):
        hall.mark(1, "1", code=code, entry=entry)
    Sheet.objects.filter(entry=hall.entries[entry]).update(state=SheetState.ACCEPTED)


def attend(hall, entry, attendance, reason="现场核对"):
    return set_attendance(
        entry=hall.entries[entry],
        attendance=Attendance(attendance),
        reason=reason,
        by=hall.organiser,
        at=NOW,
    )


def lock(hall):
    lock_marks(event=hall.event, by=hall.organiser, at=NOW)


def test_an_entry_that_was_not_marked_does_not_come_back_after_the_lock(hall):
    attend(hall, 1, EntryAttendance.ABSENT)
    lock(hall)

    for attendance in (EntryAttendance.PRESENT, EntryAttendance.EXPECTED):
        with pytest.raises(NotMarkedInTime):
            attend(hall, 1, attendance)

    hall.entries[1].refresh_from_db()
    assert hall.entries[1].attendance == EntryAttendance.ABSENT


def test_an_entry_that_was_marked_comes_back_with_its_marks(hall):
    finish(hall, 1)
    lock(hall)
    attend(hall, 1, EntryAttendance.DISQUALIFIED)

    attend(hall, 1, EntryAttendance.PRESENT)

    result_list = prepare_results(
        event=Event.objects.get(pk=hall.event.pk), by=hall.organiser, at=NOW
    )
    assert result_list.results.filter(rank__isnull=False).count() == 2


def test_attendance_may_change_in_any_direction_before_the_lock(hall):
    attend(hall, 1, EntryAttendance.ABSENT)

    attend(hall, 1, EntryAttendance.PRESENT)

    hall.entries[1].refresh_from_db()
    assert hall.entries[1].attendance == EntryAttendance.PRESENT


def test_nothing_is_entered_or_opened_after_the_lock(hall):
    attend(hall, 1, EntryAttendance.ABSENT)
    lock(hall)
    # As if the row had been changed by another way than the service.
    hall.entries[1].attendance = EntryAttendance.PRESENT
    hall.entries[1].save(update_fields=["attendance"])

    assert hall.mark(1, "1", entry=1).status == 423
    with pytest.raises(MarkingNotReady, match="锁定"):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)


def test_a_result_is_not_made_of_sheets_that_were_never_locked(hall):
    finish(hall, 1)
    Sheet.objects.filter(entry=hall.entries[1]).update(state=SheetState.COMPLETE)
    attend(hall, 1, EntryAttendance.ABSENT)
    lock(hall)
    hall.entries[1].attendance = EntryAttendance.PRESENT
    hall.entries[1].save(update_fields=["attendance"])

    with pytest.raises(ResultsNotReady) as refusal:
        prepare_results(
            event=Event.objects.get(pk=hall.event.pk), by=hall.organiser, at=NOW
        )

    assert len(refusal.value.reasons) == 1
    assert refusal.value.reasons[0].startswith("2 ")


def test_an_entry_approved_after_the_lock_is_named_until_it_is_absent(hall):
    finish(hall, 1)
    lock(hall)
    hall.entries.append(approved_entry(hall.event, 3))
    event = Event.objects.get(pk=hall.event.pk)
    with pytest.raises(ResultsNotReady, match="3"):
        prepare_results(event=event, by=hall.organiser, at=NOW)

    attend(hall, 2, EntryAttendance.ABSENT)

    prepare_results(event=event, by=hall.organiser, at=NOW)


def test_apps_above_hear_of_attendance_after_commit(
    hall, django_capture_on_commit_callbacks
):
    heard = []

    def hear(event_id, **kwargs):
        heard.append(event_id)

    entries_changed.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        attend(hall, 1, EntryAttendance.DISQUALIFIED)
        assert heard == []
    entries_changed.disconnect(hear)
    assert heard == [hall.event.pk]


@pytest.mark.parametrize(
    "state", [CompetitionState.POSTPONED, CompetitionState.CANCELLED]
)
def test_nothing_is_marked_while_the_competition_stands_still(hall, state):
    competition = hall.event.competition
    competition.state = state
    competition.save(update_fields=["state"])

    for kind in ("mark", "clear", "note"):
        answer = hall.mark(1, "1", entry=1, kind=kind)
        assert (answer.status, "延期" in answer.message) == (423, True)

    competition.state = CompetitionState.MARKING
    competition.save(update_fields=["state"])
    assert hall.mark(1, "1", entry=1).status == 200


def test_those_with_every_mark_are_set_present_at_once(hall):
    hall.event.entries.update(attendance=EntryAttendance.EXPECTED)

    number = set_marked_present(event=hall.event, by=hall.organiser, at=NOW)

    assert number == 1
    assert [
        (entry.number, entry.attendance, entry.version)
        for entry in hall.event.entries.order_by("number")
    ] == [
        (hall.entries[0].number, EntryAttendance.PRESENT, hall.entries[0].version + 1),
        (hall.entries[1].number, EntryAttendance.EXPECTED, hall.entries[1].version),
    ]
    logged = AuditEvent.objects.filter(action="entry.attendance_set")
    assert [event.payload["attendance"] for event in logged] == ["present"]


def test_those_set_absent_are_not_set_present_with_the_others(hall):
    attend(hall, 0, EntryAttendance.ABSENT)

    assert set_marked_present(event=hall.event, by=hall.organiser, at=NOW) == 0
