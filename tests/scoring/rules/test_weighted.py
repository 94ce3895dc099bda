"""Weighted parts: percent weights, full marks, parts already weighted."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from scoring.rules.weighted import WeightedPart, weighted_total
from tests.scoring.rules.vectors import VECTORS


@pytest.mark.parametrize("vector", VECTORS["weighted"])
def test_weighted_vector(vector):
    total = weighted_total(
        [
            WeightedPart(Decimal(mark), Decimal(weight) * 100)
            for mark, weight in vector["parts"]
        ],
        already_weighted=map(Decimal, vector.get("plus", [])),
    )

    assert str(total) == vector["expected"]


def test_part_counts_by_its_full_mark():
    theory = WeightedPart(Decimal(90), Decimal(20), full_mark=Decimal(120))
    practice = WeightedPart(Decimal("82.50"), Decimal(80))

    assert weighted_total([theory, practice]) == Decimal("81.00")


def test_parts_are_rounded_once_at_the_end():
    third = WeightedPart(Decimal("33.33"), Decimal("50.01"))

    assert weighted_total([third, third, third]) == Decimal("50.00")


def test_total_is_never_below_zero():
    penalty = [Decimal("-5.00")]

    assert str(weighted_total([], already_weighted=penalty)) == "0.00"


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=5))
def test_equal_weights_stay_between_the_lowest_and_highest_part(marks):
    weight = Decimal(100)
    parts = [
        WeightedPart(mark, weight, full_mark=Decimal(100 * len(marks)))
        for mark in marks
    ]

    assert min(marks) <= weighted_total(parts) <= max(marks)
