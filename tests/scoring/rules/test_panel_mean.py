"""Means of panels: trimmed, plain, and never outside the marks."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from scoring.rules.panel_mean import PLAIN_MEAN, TRIMMED_MEAN, PanelMean
from scoring.rules.rounding import round_half_up
from tests.scoring.rules.vectors import VECTORS

marks = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=9)


@pytest.mark.parametrize("vector", VECTORS["trimmed_mean"])
def test_trimmed_mean_vector(vector):
    scores = [Decimal(score) for score in vector["scores"]]

    assert str(round_half_up(TRIMMED_MEAN.of(scores))) == vector["expected"]


def test_trimmed_mean_of_two_is_the_plain_mean():
    assert TRIMMED_MEAN.of([Decimal(80), Decimal(90)]) == 85


def test_trimmed_mean_can_wait_for_five_marks():
    from_five = PanelMean(drop_highest=1, drop_lowest=1, fewest=5)

    assert from_five.of([0, 10, 50, 60]) == 30
    assert from_five.of([0, 10, 50, 60, 100]) == 40


def test_plain_mean_drops_nothing():
    assert PLAIN_MEAN.of([0, 0, 90]) == 30


@pytest.mark.parametrize("setting", [(2, 1, 3), (-1, 1, 3), (1, 0, 1)])
def test_mean_that_could_leave_no_mark_is_refused(setting):
    with pytest.raises(ValueError, match="leave at least one mark"):
        PanelMean(*setting)


def test_mean_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one mark"):
        PLAIN_MEAN.of([])


@given(marks)
def test_mean_lies_within_the_marks(scores):
    for mean in (PLAIN_MEAN, TRIMMED_MEAN):
        assert min(scores) <= mean.of(scores) <= max(scores)


@given(marks)
def test_mean_does_not_depend_on_the_order(scores):
    assert TRIMMED_MEAN.of(scores) == TRIMMED_MEAN.of(reversed(scores))


@given(marks.filter(lambda scores: len(scores) >= 3))
def test_trimmed_mean_ignores_how_extreme_the_extremes_are(scores):
    ordered = sorted(scores)
    stretched = [ordered[0] - 50, *ordered[1:-1], ordered[-1] + 50]

    assert TRIMMED_MEAN.of(stretched) == TRIMMED_MEAN.of(scores)
