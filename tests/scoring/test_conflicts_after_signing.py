"""Conflicts found when a sheet is complete: no signature of the wrong judge counts."""

import pytest

from competitions.enums import ConflictHandling
from competitions.services.conflicts import EntryMarked, JudgeHasMarked
from people.services.pins import set_pin
from scoring.enums import SheetState
from scoring.models import SheetSignature
from scoring.queries.signatures import sheets_to_sign
from scoring.services.signing import CannotSign, sign_sheets
from tests.factories import NOW
from tests.scoring.halls import build_hall, measured
from tests.scoring.test_panel_sizes import decide
from tests.scoring.test_seats import employ_with

pytestmark = pytest.mark.django_db
PIN = "294753"
BLOCKED, DECLARED, REPLACED = ConflictHandling.values


@pytest.fixture
def hall():
    """A measured sheet A1: seat 1 recorded, 2 and 3 co-sign, 4 is in reserve."""
    hall = build_hall(measured("3.00"), judges=3, reserves=1)
    hall.mark(1, "1")
    for judge in hall.judges:
        set_pin(user=judge, pin=PIN, at=NOW)
    return hall


def sign(hall, *seats):
    for seat in seats:
        judge = hall.judges[seat - 1]
        sign_sheets(sheets=[hall.sheet()], judge=judge, pin=PIN, at=NOW)


@pytest.fixture
def settled(django_capture_on_commit_callbacks):
    """Decide, and let everybody hear of it."""

    def act(hall, seat, handling):
        with django_capture_on_commit_callbacks(execute=True):
            decide(hall, seat, handling)

    return act


def test_a_sheet_is_signed_when_the_last_open_seat_is_blocked(hall, settled):
    sign(hall, 1, 2)
    employ_with(hall, 3, hall.entries[0].organisation)

    settled(hall, 3, BLOCKED)

    sheet = hall.sheet()
    assert sheet.state == SheetState.SIGNED
    assert sheet.content_hash == SheetSignature.objects.first().content_hash


def test_a_blocked_seat_leaves_the_others_to_sign(hall, settled):
    sign(hall, 1)
    employ_with(hall, 3, hall.entries[0].organisation)

    settled(hall, 3, BLOCKED)

    assert hall.sheet().state == SheetState.COMPLETE
    sign(hall, 2)
    assert hall.sheet().state == SheetState.SIGNED


def test_a_reserve_judge_signs_himself(hall, settled):
    employ_with(hall, 3, hall.entries[0].organisation)
    sign(hall, 1, 2)

    settled(hall, 3, REPLACED)

    assert hall.sheet().state == SheetState.COMPLETE
    sign(hall, 4)
    assert hall.sheet().state == SheetState.SIGNED
    assert SheetSignature.objects.get(seat=3).judge == hall.judges[3]


@pytest.mark.parametrize("handling", [BLOCKED, REPLACED])
def test_a_judge_who_has_signed_is_not_taken_off(hall, handling):
    sign(hall, 3)
    employ_with(hall, 3, hall.entries[0].organisation)

    with pytest.raises(JudgeHasMarked, match="裁判3"):
        decide(hall, 3, handling)


def test_a_judge_who_has_marked_goes_on_after_a_declaration(hall):
    employ_with(hall, 1, hall.entries[0].organisation)
    with pytest.raises(JudgeHasMarked):
        decide(hall, 1, BLOCKED)

    decide(hall, 1, DECLARED)

    sign(hall, 1, 2, 3)
    assert hall.sheet().state == SheetState.SIGNED


def test_a_decision_that_stands_is_final_once_the_panel_has_marked(hall):
    employ_with(hall, 3, hall.entries[0].organisation)
    decide(hall, 3, BLOCKED)

    with pytest.raises(EntryMarked):
        decide(hall, 3, DECLARED)


def test_nobody_signs_before_his_conflict_is_decided(hall):
    employ_with(hall, 3, hall.entries[0].organisation)
    (listed,) = [
        each
        for each in sheets_to_sign(hall.event, hall.judges[2])
        if each.sheet == hall.sheet()
    ]
    assert (listed.is_held, listed.is_ready) == (True, False)

    with pytest.raises(CannotSign, match="A1"):
        sign(hall, 3)
    assert not SheetSignature.objects.exists()
