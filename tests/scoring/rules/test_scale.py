"""The 700 scale and its legacy: vectors, undefined scales, small fields."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from scoring.rules.scale import Scale, median, scale_500, scale_700
from tests.scoring.rules.vectors import VECTORS


def entries(marks):
    return {f"{number:03}": Decimal(str(mark)) for number, mark in enumerate(marks)}


@pytest.mark.parametrize("vector", VECTORS["scale"])
def test_scale_vector(vector):
    scale = scale_700(entries(vector["raw"]))

    assert scale.centre == Fraction(str(vector["median"]))
    assert scale.spread == Fraction(str(vector["mad"]))
    assert list(scale.scores.values()) == vector["expected"]


def test_scale_of_equal_marks_is_undefined():
    scale = scale_700(entries([50, 50, 50, 80]))

    assert not scale.is_defined
    assert scale.scores == {}


def test_scale_of_nobody_is_undefined():
    assert scale_700({}) == Scale(Fraction(0), Fraction(0))
    assert not scale_500({}, slope=Decimal(30)).is_defined


def test_scale_has_no_cap():
    marks = [*range(40, 60), 99]

    assert max(scale_700(entries(marks)).scores.values()) > 800


def test_guest_out_of_contest_has_no_score_and_no_influence():
    marks = entries([80, 70, 60, 50, 40])
    guest = frozenset({"guest"})

    scale = scale_700({**marks, "guest": Decimal(99)}, out_of_contest=guest)

    assert scale == scale_700(marks)


@pytest.mark.parametrize(("size", "is_small"), [(7, True), (8, False)])
def test_field_below_eight_is_small(size, is_small):
    assert scale_700(entries(range(size))).is_small_field is is_small


def test_legacy_scale_is_linear_about_500_and_says_that_it_is_approximate():
    scale = scale_500(entries([80, 70, 60, 50, 40]), slope=Decimal(50))

    assert list(scale.scores.values()) == [571, 535, 500, 465, 429]
    assert scale.spread == 200
    assert scale.is_approximate


def test_legacy_scale_of_equal_marks_is_undefined():
    assert scale_500(entries([50, 50]), slope=Decimal(50)).scores == {}


marks = st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=40)


@given(marks)
def test_scale_keeps_the_order_of_marks(given_marks):
    named = entries(given_marks)
    scores = scale_700(named).scores

    for left in scores:
        for right in scores:
            if named[left] <= named[right]:
                assert scores[left] <= scores[right]


@given(marks.filter(lambda values: len(values) % 2))
def test_median_entry_has_seven_hundred(given_marks):
    named = entries(given_marks)
    scale = scale_700(named)

    for entry, score in scale.scores.items():
        if Fraction(named[entry]) == scale.centre:
            assert score == 700


@given(st.lists(st.fractions(), min_size=1))
def test_median_has_as_many_values_below_as_above(values):
    middle = median(values)

    assert sum(value < middle for value in values) <= len(values) // 2
    assert sum(value > middle for value in values) <= len(values) // 2
