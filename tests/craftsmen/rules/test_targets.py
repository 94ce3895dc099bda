"""Targets: reached, on track or behind, by the office's own threshold."""

from decimal import Decimal

import pytest

from craftsmen.rules.forecast import Forecast
from craftsmen.rules.targets import TargetState, assess


@pytest.mark.parametrize(
    ("done", "expected", "state"),
    [
        (100, 100, TargetState.REACHED),
        (120, 130, TargetState.REACHED),
        (96, 96, TargetState.ON_TRACK),
        (40, 90, TargetState.ON_TRACK),
        (40, 89, TargetState.BEHIND),
        (0, 0, TargetState.BEHIND),
    ],
)
def test_state_of_a_target_of_about_one_hundred(done, expected, state):
    assert assess(100, Forecast(done, 0, expected, expected)).state is state


def test_threshold_is_the_office_s():
    forecast = Forecast(40, 0, 96, 96)

    assert assess(100, forecast, near_enough=Decimal(100)).state is TargetState.BEHIND
    assert assess(100, forecast, near_enough=Decimal(95)).state is TargetState.ON_TRACK


def test_progress_is_told_in_whole_percent():
    progress = assess(48, Forecast(26, 10, 52, 52))

    assert (progress.done_percent, progress.expected_percent) == (54, 108)
    assert progress.missing == 22


def test_target_of_nothing_is_reached():
    progress = assess(0, Forecast(0, 0, 0, 0))

    assert progress.state is TargetState.REACHED
    assert (progress.done_percent, progress.missing) == (100, 0)
