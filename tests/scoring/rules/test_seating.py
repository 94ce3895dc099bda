"""Seating: conflicts are blocked, declared or replaced by a reserve judge."""

import pytest

from scoring.rules.seating import ActiveSeat, Seat, active_seats

J1 = Seat(1, "one", part="recorder")
J2 = Seat(2, "two", part="second")
J3 = Seat(3, "three")
RESERVE = Seat(4, "four", is_reserve=True)


def conflicted(seat):
    return Seat(
        seat.number, seat.judge_id, seat.part, seat.is_reserve, in_conflict=True
    )


def numbers(seats):
    return [(seat.number, seat.judge_id) for seat in seats]


def test_without_conflicts_every_judge_sits_and_no_reserve():
    seats = active_seats((J3, RESERVE, J1, J2), {}, is_dual=False)

    assert numbers(seats) == [(1, "one"), (2, "two"), (3, "three")]
    assert not any(seat.is_held for seat in seats)


def test_a_shared_employer_holds_the_seat_until_it_is_decided():
    seats = active_seats((J1, conflicted(J2), J3), {}, is_dual=False)

    assert [seat.is_held for seat in seats] == [False, True, False]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        ("declared", [(1, "one"), (2, "two"), (3, "three")]),
        ("blocked", [(1, "one"), (3, "three")]),
        ("replaced", [(1, "one"), (2, "four"), (3, "three")]),
    ],
)
def test_a_decision_settles_the_conflict(decision, expected):
    seats = active_seats(
        (J1, conflicted(J2), J3, RESERVE), {2: decision}, is_dual=False
    )

    assert numbers(seats) == expected
    assert not any(seat.is_held for seat in seats)


def test_a_reserve_judge_takes_seat_number_and_part():
    seats = active_seats((conflicted(J1), J2, RESERVE), {1: "replaced"}, is_dual=True)

    assert seats[0] == ActiveSeat(1, "four", "recorder", reserve=4)


def test_a_reserve_judge_in_conflict_does_not_stand_in():
    seats = active_seats(
        (conflicted(J1), J2, J3, conflicted(RESERVE)), {1: "replaced"}, is_dual=False
    )

    assert [(seat.number, seat.is_held) for seat in seats] == [
        (1, True),
        (2, False),
        (3, False),
    ]


def test_one_reserve_judge_stands_in_for_one_seat():
    seats = active_seats(
        (conflicted(J1), conflicted(J2), J3, RESERVE),
        {1: "replaced", 2: "replaced"},
        is_dual=False,
    )

    assert [(seat.judge_id, seat.is_held) for seat in seats] == [
        ("four", False),
        ("two", True),
        ("three", False),
    ]


def test_somebody_records_when_the_recorder_is_blocked():
    seats = active_seats((J1, J3, Seat(5, "five")), {1: "blocked"}, is_dual=False)

    assert [(seat.number, seat.part) for seat in seats] == [
        (3, "recorder"),
        (5, "co_signer"),
    ]


def test_one_agreed_value_has_no_second_recorder():
    seats = active_seats((J1, J2), {}, is_dual=False)

    assert [seat.part for seat in seats] == ["recorder", "co_signer"]


def test_two_pairs_have_a_second_recorder():
    seats = active_seats((J1, J3), {}, is_dual=True)

    assert [seat.part for seat in seats] == ["recorder", "second"]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("recorder", "recorder"), ["recorder", "second"]),
        (("second", "second"), ["second", "recorder"]),
        (("recorder", "recorder", "co_signer"), ["recorder", "recorder", "second"]),
    ],
)
def test_each_of_two_pairs_has_its_recorder(parts, expected):
    panel = [Seat(number, number, part) for number, part in enumerate(parts, start=1)]

    seats = active_seats(panel, {}, is_dual=True)

    assert [seat.part for seat in seats] == expected
