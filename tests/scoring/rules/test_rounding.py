"""Rounding: half up, exact, never a float."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from scoring.rules.rounding import round_half_up


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.125", "0.13"),
        ("0.135", "0.14"),
        ("0.1249999999999999999999999999999999", "0.12"),
        ("2", "2.00"),
        ("-0.125", "-0.13"),
        ("-0.004", "0.00"),
        ("99.995", "100.00"),
        ("0E-8", "0.00"),
    ],
)
def test_rounding_goes_half_away_from_zero(value, rounded):
    assert str(round_half_up(Decimal(value))) == rounded


def test_rounding_carries_as_many_places_as_asked_for():
    assert str(round_half_up(Fraction(2, 3), 4)) == "0.6667"
    assert str(round_half_up(Fraction(1399, 2), 0)) == "700"


def test_rounding_is_not_bound_to_the_decimal_context():
    assert str(round_half_up(10**40)) == "1" + "0" * 40 + ".00"


def test_rounding_refuses_floats():
    eighth: Any = 0.125

    with pytest.raises(TypeError, match="Marks are exact"):
        round_half_up(eighth)


@given(st.fractions(), st.integers(0, 6))
def test_rounding_is_the_nearest_and_the_larger_of_two(value, places):
    rounded = Fraction(round_half_up(value, places))
    step = Fraction(1, 10**places)

    assert abs(rounded - value) <= step / 2
    if abs(rounded - value) == step / 2:
        assert abs(rounded) > abs(value)


@given(st.fractions(), st.fractions())
def test_rounding_keeps_the_order(left, right):
    if left <= right:
        assert round_half_up(left) <= round_half_up(right)


@given(st.fractions())
def test_rounding_is_symmetric_about_zero(value):
    assert Fraction(round_half_up(-value)) == -Fraction(round_half_up(value))
