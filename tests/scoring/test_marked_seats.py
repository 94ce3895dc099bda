"""What was marked keeps panels, decisions and draws as they were."""

import pytest

from competitions.marked_seats import MarkedSeat, marked_seats
from competitions.services.panels import PanelHasMarked, remove_seat
from tests.factories import NOW, EventFactory, UserFactory
from tests.scoring.halls import build_hall, judged

pytestmark = pytest.mark.django_db


def test_nothing_is_marked_before_the_first_operation():
    hall = build_hall(judged("3.00"))
    assert marked_seats(hall.event.pk) == frozenset()


def test_judge_who_marked_is_known_with_panel_and_entry():
    hall = build_hall(judged("3.00"))
    (answer,) = hall.send(1, hall.operation("2"))
    assert answer.status == 200
    (marked,) = marked_seats(hall.event.pk)
    seat = hall.panel.seats.get(number=1)
    assert marked == MarkedSeat(hall.panel.pk, hall.entries[0].pk, seat.judge_id)
    assert marked_seats(EventFactory().pk) == frozenset()


def test_panel_that_marks_keeps_its_seats():
    hall = build_hall(judged("3.00"))
    hall.send(1, hall.operation("2"))
    seat = hall.panel.seats.get(number=2)
    with pytest.raises(PanelHasMarked):
        remove_seat(seat=seat, by=UserFactory(), at=NOW)
    assert hall.panel.seats.filter(number=2).exists()
