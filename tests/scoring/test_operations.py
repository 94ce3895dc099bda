"""Operations: each exactly once, answered for itself, acknowledged once committed."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import DataError, connection, transaction

from audit.models import AuditEvent
from competitions.enums import EntryAttendance
from people.keys import uuid7
from scoring.models import Mark, MarkingScheme, MarkOperation, SheetNote, Tally
from scoring.services.operations import apply_operations
from scoring.signals import marks_changed
from tests.factories import NOW, UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    return build_hall(judged("3.00"), measured("4.00", calculation=1))


def test_a_mark_is_stored_with_its_worth(hall):
    answer = hall.mark(1, "2")

    assert (answer.status, answer.value, answer.mark) == (200, "2", "2.00")
    assert (answer.version, answer.server_seq, answer.replayed) == (1, 1, False)
    mark = Mark.objects.get()
    assert (mark.seat, mark.value, mark.mark, mark.round) == (1, "2", Decimal(2), 1)
    assert mark.author == hall.judges[0]


def test_the_same_operation_again_gets_the_same_answer_and_changes_nothing(hall):
    operation = hall.operation("2")
    first = hall.send(1, operation)[0]
    second = hall.send(1, operation)[0]

    assert replace(second, replayed=False, sheet=None) == replace(first, sheet=None)
    assert second.replayed
    assert Mark.objects.get().version == 1
    assert MarkOperation.objects.count() == 1


def test_the_same_operation_twice_in_one_batch_counts_once(hall):
    operation = hall.operation("2")

    first, second = hall.send(1, operation, operation)

    assert (first.status, second.status, second.replayed) == (200, 200, True)
    assert MarkOperation.objects.count() == 1


def test_the_same_id_with_another_body_is_refused(hall):
    operation = hall.operation("2")
    hall.send(1, operation)

    answer = hall.send(1, replace(operation, value="3"))[0]

    assert answer.status == 422
    assert Mark.objects.get().value == "2"


def test_another_judge_cannot_fetch_an_answer_by_its_id(hall):
    operation = hall.operation("2")
    hall.send(1, operation)

    answer = hall.send(2, operation)[0]

    assert (answer.status, answer.value, answer.mark) == (422, "", None)


def test_a_stale_base_gets_both_values_and_loses_neither(hall):
    hall.mark(1, "2")

    answer = hall.mark(1, "3")

    assert answer.status == 409
    assert answer.current == {"stored": "2", "sent": "3", "version": 1}
    assert Mark.objects.get().value == "2"
    assert list(
        MarkOperation.objects.order_by("server_seq").values_list("value", "status")
    ) == [("2", 200), ("3", 409)]


def test_a_change_from_the_right_base_is_stored(hall):
    hall.mark(1, "2")

    answer = hall.mark(1, "3", base_version=1)

    assert (answer.status, answer.version) == (200, 2)
    assert Mark.objects.get().value == "3"


def test_a_mark_can_be_taken_back(hall):
    hall.mark(1, "2")

    answer = hall.mark(1, "", kind="clear", base_version=1)

    assert (answer.status, answer.value, answer.mark) == (200, "", None)
    assert hall.sheet().done == 0


@pytest.mark.parametrize("value", ["", "4", "-1", "2.5", "two", "２"])
def test_a_score_outside_the_ladder_is_refused_with_a_sentence(hall, value):
    answer = hall.mark(1, value)

    assert answer.status == 400
    assert value in answer.message
    assert not Mark.objects.exists()


@pytest.mark.parametrize("value", ["5", "-1", "1.5", "", "NaN", "1e2"])
def test_a_count_that_cannot_be_is_refused_with_a_sentence(hall, value):
    answer = hall.mark(1, value, position=2)

    assert (answer.status, "4" in answer.message) == (400, True)
    assert not Mark.objects.exists()


def test_one_bad_operation_keeps_the_others(hall):
    answers = hall.send(
        1,
        hall.operation("2"),
        hall.operation("9", position=2),
        hall.operation("3", position=2),
    )

    assert [answer.status for answer in answers] == [200, 400, 200]
    assert [answer.server_seq for answer in answers] == [1, 2, 3]
    assert set(Mark.objects.values_list("seat", "value")) == {(1, "2"), (0, "3")}


def test_an_operation_the_database_refuses_leaves_its_neighbours(hall):
    bad = hall.operation("3", position=2)

    def refuse(execute, sql, params, many, context):
        if sql.startswith("INSERT") and str(bad.op_id.hex) in str(params).replace(
            "-", ""
        ):
            raise DataError
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        answers = hall.send(1, hall.operation("2"), bad, hall.operation("1", code="B1"))

    assert [answer.status for answer in answers] == [200, 400, 200]
    # What the savepoint took back is neither stored nor counted.
    assert set(Mark.objects.values_list("seat", "value")) == {(1, "2"), (0, "1")}
    assert [answer.server_seq for answer in answers] == [1, None, 2]
    assert hall.sheet().done == 0
    assert hall.send(1, bad)[0].status == 200


def test_nothing_is_acknowledged_or_kept_when_the_batch_is_not_committed(hall):
    with transaction.atomic():
        hall.mark(1, "2")
        transaction.set_rollback(True)

    assert not MarkOperation.objects.exists()
    assert not Mark.objects.exists()
    assert not AuditEvent.objects.filter(action="mark.entered").exists()


def test_an_unknown_sheet_or_aspect_is_answered_and_kept(hall):
    answers = hall.send(
        1,
        hall.operation("2", sheet_id=uuid7()),
        hall.operation("2", aspect_id=uuid7()),
        hall.operation("2", aspect_id=hall.aspect(1, "B1").pk),
    )

    assert [answer.status for answer in answers] == [404, 404, 404]
    assert MarkOperation.objects.count() == 3


def test_a_sheet_of_another_event_is_not_found_and_the_event_named(hall):
    other = build_hall()

    answer = hall.mark(1, "2", sheet_id=other.sheet().pk, aspect_id=other.aspect().pk)

    assert answer.status == 404
    assert hall.event.display_name in answer.message
    assert not Mark.objects.exists()


def test_an_absent_entry_is_no_longer_marked(hall):
    entry = hall.entries[0]
    entry.attendance = EntryAttendance.ABSENT
    entry.save(update_fields=["attendance"])

    assert hall.mark(1, "2").status == 404
    assert not Mark.objects.exists()


def test_a_judge_of_another_panel_has_no_seat(hall):
    answers = apply_operations(
        event=hall.event,
        device=hall.device,
        judge=UserFactory(),
        operations=[hall.operation("2")],
        at=NOW,
    )

    assert answers[0].status == 403
    assert not Mark.objects.exists()


def test_a_co_signer_does_not_enter_what_was_measured(hall):
    assert hall.mark(3, "1", position=2).status == 403


def test_a_note_is_kept_unharmed_and_has_versions(hall):
    text = '=HYPERLINK("x") A<B & C 𬭎 ' + "·" * 50
    first = hall.mark(1, text, kind="note")
    stale = hall.mark(1, "anders", kind="note")

    assert (first.status, first.value) == (200, text)
    assert stale.current == {"stored": text, "sent": "anders", "version": 1}
    assert SheetNote.objects.get().text == text


def test_a_note_with_an_impossible_character_is_refused(hall):
    assert hall.mark(1, "a\x00b", kind="note").status == 400


@pytest.mark.parametrize("kind", ["note", "clear"])
def test_a_note_and_a_mark_taken_back_freeze_nothing(hall, kind):
    assert hall.mark(1, "看过图纸", kind=kind).status == 200

    assert not MarkingScheme.objects.get().is_frozen
    assert not AuditEvent.objects.filter(action="scheme.frozen").exists()


def test_the_first_mark_freezes_the_scheme_by_its_fingerprint(hall):
    assert not MarkingScheme.objects.get().is_frozen

    hall.mark(1, "2")

    scheme = MarkingScheme.objects.get()
    assert (scheme.frozen_at, len(scheme.frozen_hash)) == (NOW, 64)


def test_every_operation_that_changed_something_stands_in_the_audit(hall):
    hall.send(1, hall.operation("2"), hall.operation("9", position=2))
    hall.mark(2, "2")
    hall.mark(3, "2")

    actions = AuditEvent.objects.filter(stream=f"event:{hall.event.pk}").order_by("seq")
    assert [event.action for event in actions if event.action != "scheme.saved"][
        2:
    ] == [
        "mark.entered",
        "scheme.frozen",
        "mark.entered",
        "mark.entered",
        "marks.revealed",
    ]


def test_the_device_remembers_how_far_its_operations_came(hall):
    hall.mark(1, "2", sequence=41)
    hall.mark(1, "1", sequence=7, position=2)

    hall.device.refresh_from_db()
    assert (hall.device.last_sequence, hall.device.last_seen_at) == (41, NOW)


def test_marks_changed_is_told_on_commit(hall, django_capture_on_commit_callbacks):
    told = []

    def listen(event_id, entry_ids, **_kwargs):
        told.append((event_id, entry_ids))

    marks_changed.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=True):
            hall.mark(1, "1", position=2)
            assert told == []
        with django_capture_on_commit_callbacks(execute=True):
            hall.mark(1, "2")
    finally:
        marks_changed.disconnect(listen)

    # A score that is not revealed changes no tally.
    assert told == [(hall.event.pk, [hall.entries[0].pk])]
    assert Tally.objects.get(entry=hall.entries[0]).total == Decimal("1.00")


def test_a_batch_costs_a_fixed_number_of_statements_and_a_few_for_each(
    django_assert_num_queries,
):
    hall = build_hall(*[judged("1.00") for _ in range(8)], entries=3)
    hall.mark(1, "2", position=1, entry=2)
    single = [hall.operation("2", position=2, entry=0)]
    several = [
        hall.operation("2", position=position, entry=entry)
        for position in range(3, 9)
        for entry in (0, 1)
    ]

    with django_assert_num_queries(23):
        hall.send(1, *single)
    # A savepoint, a mark and an operation: four statements for each further one.
    with django_assert_num_queries(23 + 4 * 11):
        hall.send(1, *several)
