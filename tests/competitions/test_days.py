"""Ranges of days as people write them."""

from datetime import date

import pytest
from django.utils import translation

from competitions.templatetags.days import days

ONE, TWO = date(2026, 11, 24), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("first", "last", "chinese", "english"),
    [
        (ONE, ONE, "2026年11月24日", "24 November 2026"),
        (ONE, TWO, "2026年11月24–26日", "24–26 November 2026"),
        (
            ONE,
            date(2026, 12, 2),
            "2026年11月24日–12月2日",
            "24 November – 2 December 2026",
        ),
        (
            date(2026, 12, 30),
            date(2027, 1, 2),
            "2026年12月30日–2027年1月2日",
            "30 December 2026 – 2 January 2027",
        ),
    ],
)
def test_a_range_does_not_repeat_what_its_ends_share(first, last, chinese, english):
    assert days(first, last) == chinese
    with translation.override("en"):
        assert days(first, last) == english
