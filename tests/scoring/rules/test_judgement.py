"""Judgement: three judges, 0 to 3, spread of one."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from scoring.rules.judgement import judge, read_score, score_share
from scoring.rules.measurement_input import InvalidValue
from scoring.rules.rounding import round_half_up
from tests.scoring.rules.vectors import VECTORS

panels = st.lists(st.integers(0, 3), min_size=2, max_size=7)
maxima = st.decimals("0.01", 5, places=2)


@pytest.mark.parametrize("vector", VECTORS["judgement"])
def test_judgement_vector(vector):
    outcome = judge(vector["scores"], Decimal(vector["max"]))

    assert outcome.needs_rescore is vector["needs_rescore"]
    mark = None if outcome.mark is None else str(outcome.mark)
    assert mark == vector["expected"]


def test_judgement_spread_limit_is_a_setting():
    assert judge([1, 2, 3], Decimal("1.00")).needs_rescore
    assert judge([1, 2, 3], Decimal("1.00"), spread_limit=2).mark == Decimal("0.67")


def test_judgement_tells_the_spread():
    assert judge([0, 3, 1], Decimal("1.00")).spread == 3


def test_judgement_by_one_judge_is_refused():
    with pytest.raises(InvalidValue, match="at least two judges"):
        judge([2], Decimal("1.00"))


@pytest.mark.parametrize("score", [-1, 4])
def test_judgement_outside_the_ladder_is_refused(score):
    with pytest.raises(InvalidValue, match="choose 0, 1, 2 or 3"):
        judge([score, 2], Decimal("1.00"))


def test_score_is_read_from_what_the_tablet_sent():
    assert [read_score(value) for value in ("0", "1", "2", "3")] == [0, 1, 2, 3]


@pytest.mark.parametrize("value", ["", "4", "1.0", " 1", "-0", "½", "٣", "<b>"])
def test_score_of_any_other_form_is_refused(value):
    with pytest.raises(InvalidValue, match="choose 0, 1, 2 or 3"):
        read_score(value)


@given(panels, maxima)
def test_judgement_lies_between_the_lowest_and_highest_judge(scores, max_mark):
    outcome = judge(scores, max_mark, spread_limit=3)

    lowest, highest = (score_share(f(scores), max_mark) for f in (min, max))
    assert outcome.mark is not None
    assert round_half_up(lowest) <= outcome.mark <= round_half_up(highest)


@given(panels, maxima)
def test_judgement_does_not_depend_on_the_order_of_judges(scores, max_mark):
    assert judge(scores, max_mark) == judge(sorted(scores), max_mark)


@given(panels, maxima)
def test_judgement_is_rounded_once_from_the_exact_mean(scores, max_mark):
    exact = Fraction(sum(scores), 3 * len(scores)) * Fraction(max_mark)

    assert judge(scores, max_mark, spread_limit=3).mark == round_half_up(exact)
