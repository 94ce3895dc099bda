"""Signing: a list with one PIN, accepted by the chief judge, locked for good."""

import pytest

from competitions.enums import EntryAttendance
from people.models import User
from people.services.pins import (
    PinLocked,
    PinNotSet,
    PinRefused,
    WrongPin,
    reset_pin,
    set_pin,
)
from scoring.enums import SheetState
from scoring.models import Mark, Sheet, SheetSignature
from scoring.queries.progress import marking_progress
from scoring.queries.seated_sheets import seated_sheets
from scoring.queries.signatures import sheets_to_accept, sheets_to_sign
from scoring.services.sheets import open_sheets
from scoring.services.signing import (
    CannotAccept,
    CannotLock,
    CannotSign,
    accept_sheets,
    lock_marks,
    sign_sheets,
)
from tests.factories import NOW, UserFactory
from tests.scoring.halls import approved_entry, build_hall, judged

pytestmark = pytest.mark.django_db

PIN = "294753"


@pytest.fixture
def hall():
    """Two entries whose sheets A1 are marked; every judge has a PIN."""
    hall = build_hall(judged("3.00"), entries=2)
    for entry in (0, 1):
        hall.mark_all("2", "2", "3", entry=entry)
    for judge in hall.judges:
        set_pin(user=judge, pin=PIN, at=NOW)
    return hall


def marked(hall):
    return list(Sheet.objects.filter(sub_criterion__code="A1", entry__event=hall.event))


def sign(hall, seat, sheets=None, pin=PIN):
    return sign_sheets(
        sheets=sheets or marked(hall), judge=hall.judges[seat - 1], pin=pin, at=NOW
    )


def finish(hall):
    """Mark and sign everything."""
    for entry in range(len(hall.entries)):
        hall.mark(1, "1", code="B1", entry=entry)
    sheets = list(Sheet.objects.filter(entry__in=hall.entries))
    for seat in (1, 2, 3):
        sign(hall, seat, sheets)
    return sheets


def chief():
    user = UserFactory()
    set_pin(user=user, pin=PIN, at=NOW)
    return user


def test_one_pin_signs_the_whole_list(hall):
    receipt = sign(hall, 1)

    assert (receipt.sheets, len(receipt.code)) == (2, 12)
    assert SheetSignature.objects.filter(judge=hall.judges[0]).count() == 2
    assert {sheet.state for sheet in marked(hall)} == {SheetState.COMPLETE}


def test_a_sheet_is_signed_when_its_last_seat_has_signed(hall):
    receipts = [sign(hall, seat) for seat in (1, 2, 3)]

    # All judges signed the same content, so they hold the same code.
    assert len({receipt.code for receipt in receipts}) == 1
    for sheet in marked(hall):
        assert (sheet.state, sheet.signed_at) == (SheetState.SIGNED, NOW)
        assert len(sheet.content_hash) == 64


def test_what_changed_after_it_was_read_is_not_signed(hall):
    seen = {sheet.pk: "0" * 64 for sheet in marked(hall)}

    with pytest.raises(CannotSign, match="A1"):
        sign_sheets(
            sheets=marked(hall), judge=hall.judges[0], pin=PIN, at=NOW, seen=seen
        )

    assert not SheetSignature.objects.exists()


def test_signing_twice_changes_nothing(hall):
    first, second = sign(hall, 1), sign(hall, 1)

    assert first == second
    assert SheetSignature.objects.count() == 2


def test_a_sheet_with_an_unmarked_aspect_cannot_be_signed_and_takes_none_with_it(hall):
    open_sheet = hall.sheet("B1")

    with pytest.raises(CannotSign, match="B1"):
        sign(hall, 1, [*marked(hall), open_sheet])

    assert not SheetSignature.objects.exists()


def test_scores_to_be_made_again_cannot_be_signed():
    hall = build_hall(judged("3.00"))
    hall.mark_all("0", "2", "2")
    set_pin(user=hall.judges[0], pin=PIN, at=NOW)

    with pytest.raises(CannotSign):
        sign(hall, 1)


def test_a_stranger_cannot_sign(hall):
    with pytest.raises(CannotSign):
        sign_sheets(sheets=marked(hall), judge=chief(), pin=PIN, at=NOW)


def test_five_wrong_pins_lock_until_an_administrator_resets(hall):
    judge = hall.judges[0]
    for _ in range(4):
        with pytest.raises(WrongPin):
            sign(hall, 1, pin="111112")
    with pytest.raises(PinLocked):
        sign(hall, 1, pin="111112")
    with pytest.raises(PinLocked):
        sign(hall, 1)
    with pytest.raises(PinLocked):
        set_pin(user=judge, pin="582914", at=NOW)
    assert not SheetSignature.objects.exists()

    reset_pin(user=judge, by=UserFactory(), at=NOW)
    with pytest.raises(PinNotSet):
        sign(hall, 1)
    set_pin(user=judge, pin="582914", at=NOW)
    assert sign(hall, 1, pin="582914").sheets == 2


def test_a_right_pin_forgives_the_wrong_ones(hall):
    for _ in range(4):
        with pytest.raises(WrongPin):
            sign(hall, 1, pin="111112")
    sign(hall, 1)

    assert User.objects.get(pk=hall.judges[0].pk).pin_failures == 0


@pytest.mark.parametrize(
    "pin",
    [
        "12345",
        "1234567",
        "123456",
        "987654",
        "000000",
        "121212",
        "abcdef",
        "２９４７５３",
    ],
)
def test_a_weak_pin_is_refused_with_a_sentence(pin):
    with pytest.raises(PinRefused) as refusal:
        set_pin(user=UserFactory(), pin=pin, at=NOW)

    assert refusal.value.sentence


def test_nothing_changes_after_the_first_signature(hall):
    sign(hall, 2)
    before = list(Mark.objects.values_list("pk", "value", "version").order_by("pk"))

    for kind in ("mark", "clear", "note"):
        assert hall.mark(1, "1", kind=kind, base_version=1).status == 423
    assert before == list(
        Mark.objects.values_list("pk", "value", "version").order_by("pk")
    )


def test_the_chief_judge_accepts_a_list(hall):
    for seat in (1, 2, 3):
        sign(hall, seat)
    by = chief()

    receipt = accept_sheets(
        sheets=list(sheets_to_accept(hall.event)), by=by, pin=PIN, at=NOW
    )

    assert receipt.sheets == 2
    for sheet in marked(hall):
        assert (sheet.state, sheet.accepted_by) == (SheetState.ACCEPTED, by)


def test_a_sheet_without_all_signatures_cannot_be_accepted(hall):
    sign(hall, 1)

    with pytest.raises(CannotAccept):
        accept_sheets(sheets=marked(hall), by=chief(), pin=PIN, at=NOW)


def test_marks_are_locked_once_every_sheet_is_accepted(hall):
    sheets = finish(hall)
    by = chief()
    with pytest.raises(CannotLock):
        lock_marks(event=hall.event, by=by, at=NOW)

    accept_sheets(sheets=sheets, by=by, pin=PIN, at=NOW)
    lock_marks(event=hall.event, by=by, at=NOW)

    hall.event.refresh_from_db()
    assert hall.event.marks_locked_at == NOW
    assert set(Sheet.objects.values_list("state", flat=True)) == {SheetState.LOCKED}
    assert hall.mark(1, "1", code="B1", base_version=1).status == 423
    with pytest.raises(CannotLock):
        lock_marks(event=hall.event, by=by, at=NOW)


def test_an_absent_entry_does_not_keep_the_marks_open(hall):
    late = approved_entry(hall.event, 3)
    hall.entries.append(late)
    open_sheets(event=hall.event, by=hall.organiser, at=NOW)
    late.attendance = EntryAttendance.ABSENT
    late.save(update_fields=["attendance"])
    hall.entries.pop()
    sheets = finish(hall)
    by = chief()
    accept_sheets(sheets=sheets, by=by, pin=PIN, at=NOW)

    lock_marks(event=hall.event, by=by, at=NOW)

    assert set(Sheet.objects.filter(entry=late).values_list("state", flat=True)) == {
        SheetState.DRAFT
    }


def test_an_entry_without_sheets_keeps_the_marks_open(hall):
    sheets = finish(hall)
    by = chief()
    accept_sheets(sheets=sheets, by=by, pin=PIN, at=NOW)
    approved_entry(hall.event, 3)

    with pytest.raises(CannotLock, match="2"):
        lock_marks(event=hall.event, by=by, at=NOW)


def test_the_check_page_lists_what_a_judge_can_sign(hall):
    sign(hall, 1, marked(hall)[:1])

    listed = sheets_to_sign(hall.event, hall.judges[0])

    assert [
        (each.sheet.sub_criterion.code, each.is_ready, each.is_signed)
        for each in listed
    ].count(("A1", True, True)) == 1
    assert {each.entry_code for each in listed} == {"B-001", "B-002"}


def test_progress_counts_signatures_rescores_and_missing_sheets(
    hall, django_assert_num_queries
):
    sign(hall, 1)
    approved_entry(hall.event, 3)

    seated = seated_sheets(hall.event)
    with django_assert_num_queries(6):
        progress = marking_progress(hall.event, seated)

    a1, b1 = progress.forms
    assert [(each.signed, each.seats) for each in a1.sheets] == [(1, 3), (1, 3)]
    assert (a1.done, a1.expected, b1.done, b1.expected) == (2, 2, 0, 2)
    assert (progress.sheets, progress.missing, progress.can_be_locked) == (4, 2, False)
