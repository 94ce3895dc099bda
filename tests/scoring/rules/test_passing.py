"""Passing: both parts or no title."""

from decimal import Decimal

import pytest

from scoring.rules.passing import ExaminedPart, all_parts_passed


@pytest.mark.parametrize(
    ("theory", "practice", "passed"),
    [
        ("60.00", "60.00", True),
        ("58.00", "92.00", False),
        ("59.99", "92.00", False),
        (None, "92.00", False),
        ("92.00", None, False),
    ],
)
def test_both_parts_must_reach_the_pass_mark(theory, practice, passed):
    parts = [
        ExaminedPart(mark and Decimal(mark), Decimal(60)) for mark in (theory, practice)
    ]

    assert all_parts_passed(parts) is passed


def test_part_without_a_pass_mark_is_always_passed():
    assert all_parts_passed([ExaminedPart(Decimal(0)), ExaminedPart(None)])
