"""Pace: the first call at once, a burst in one more at its end, each subject apart."""

from threading import Condition
from time import monotonic, sleep

import pytest

from live import receivers
from live.enums import BoardState, PublicationKind
from live.pace import Pace
from live.queries.publications import published

# Long beside fifty calls, so that a busy machine still makes them within one.
INTERVAL = 1.0
SOON = 20.0


class Calls:
    """Keeps the moment of every call, and lets a test wait for one."""

    def __init__(self):
        self.moments = []
        self._heard = Condition()

    def __call__(self):
        with self._heard:
            self.moments.append(monotonic())
            self._heard.notify_all()

    def wait_for(self, number):
        """Wait until that many calls came; return how many there are."""
        with self._heard:
            self._heard.wait_for(lambda: len(self.moments) >= number, SOON)
            return len(self.moments)


def refuse():
    raise ValueError("The board cannot be read.")


def test_the_first_call_runs_before_its_caller_goes_on():
    pace, calls = Pace(INTERVAL), Calls()

    pace.call("board", calls)

    assert len(calls.moments) == 1


def test_a_burst_runs_once_more_when_the_interval_has_passed():
    pace, calls = Pace(INTERVAL), Calls()

    for _each in range(50):
        pace.call("board", calls)

    assert len(calls.moments) == 1
    assert calls.wait_for(2) == 2
    assert calls.moments[1] - calls.moments[0] >= INTERVAL


def test_the_late_call_sees_what_the_last_of_the_burst_brought():
    pace, calls, marks, seen = Pace(INTERVAL), Calls(), [], []

    def publish():
        seen.append(len(marks))
        calls()

    for mark in range(50):
        marks.append(mark)
        pace.call("board", publish)
    calls.wait_for(2)

    assert seen == [1, 50]


def test_the_interval_is_kept_between_bursts_as_well():
    pace, calls = Pace(INTERVAL), Calls()
    for number in (1, 2, 3):
        pace.call("board", calls)
        pace.call("board", calls)
        calls.wait_for(number)

    calls.wait_for(3)

    first, second, third = calls.moments
    assert min(second - first, third - second) >= INTERVAL


def test_subjects_do_not_wait_for_each_other():
    pace, one, other = Pace(INTERVAL), Calls(), Calls()
    pace.call("one", one)

    pace.call("other", other)

    assert (len(one.moments), len(other.moments)) == (1, 1)


def test_a_call_that_fails_does_not_stop_the_next_one():
    pace, calls = Pace(INTERVAL), Calls()
    with pytest.raises(ValueError, match="cannot be read"):
        pace.call("board", refuse)

    pace.call("board", calls)

    assert calls.wait_for(1) == 1


def test_without_an_interval_every_call_runs_at_once():
    pace, calls = Pace(0), Calls()

    for _each in range(5):
        pace.call("board", calls)

    assert len(calls.moments) == 5


@pytest.mark.django_db(transaction=True)
def test_a_burst_of_marks_is_published_twice_and_ends_with_the_last(hall, monkeypatch):
    hall.show(BoardState.LIVE)
    before = board(hall).version
    monkeypatch.setattr(receivers.pace, "interval", 3 * INTERVAL)

    for mark in range(1, 11):
        hall.mark(hall.theory, str(mark), "0")
    wait_until(lambda: board(hall).content["rows"][0]["total"] == "2.00")

    assert board(hall).version == before + 2


def board(hall):
    return published(PublicationKind.BOARD, hall.event.pk)


def wait_until(is_so):
    late = monotonic() + SOON
    while not is_so():
        assert monotonic() < late
        sleep(0.05)
