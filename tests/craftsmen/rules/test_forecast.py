"""Forecasts: pace, plans, and years before and after today."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from craftsmen.rules.forecast import Forecast, forecast, share_of_year

YEAR = 2026
MID_YEAR = date(2026, 7, 1)  # 182 of 365 days have passed


@pytest.mark.parametrize(
    ("today", "share"),
    [
        (date(2025, 12, 31), Fraction(0)),
        (date(2026, 1, 1), Fraction(1, 365)),
        (date(2026, 12, 31), Fraction(1)),
        (date(2027, 3, 1), Fraction(1)),
    ],
)
def test_share_of_year_counts_today(today, share):
    assert share_of_year(YEAR, today) == share


def test_leap_year_has_a_day_more():
    assert share_of_year(2028, date(2028, 2, 29)) == Fraction(60, 366)


@pytest.mark.parametrize(
    ("done", "scheduled", "today", "by_pace", "expected"),
    [
        (26, 10, MID_YEAR, 52, 52),
        (26, 40, MID_YEAR, 52, 66),
        (0, 12, MID_YEAR, 0, 12),
        (0, 50, date(2025, 11, 1), 0, 50),
        (47, 0, date(2027, 1, 5), 47, 47),
    ],
)
def test_forecast_is_the_greater_of_pace_and_plan(
    done, scheduled, today, by_pace, expected
):
    found = forecast(done=done, scheduled=scheduled, year=YEAR, today=today)

    assert found == Forecast(done, scheduled, by_pace, expected)


@given(st.integers(0, 500), st.integers(0, 500), st.dates())
def test_forecast_is_never_below_what_is_known(done, scheduled, today):
    found = forecast(done=done, scheduled=scheduled, year=YEAR, today=today)

    assert found.expected >= done + scheduled


@given(st.integers(0, 500), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_forecast_by_pace_falls_while_nothing_is_added(done, today):
    at_end = forecast(done=done, scheduled=0, year=YEAR, today=date(2026, 12, 31))

    assert forecast(done=done, scheduled=0, year=YEAR, today=today).by_pace >= (
        at_end.by_pace
    )
