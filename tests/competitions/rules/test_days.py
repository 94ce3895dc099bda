"""Which days a competition may have."""

from datetime import date

import pytest

from competitions.rules.days import InvalidDays, check_days

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 24), date(2026, 11, 24)),
        (date(1996, 1, 1), date(1996, 1, 2)),
        (date(2031, 12, 31), date(2032, 1, 2)),
        (date(2026, 1, 1), date(2027, 1, 1)),
    ],
)
def test_days_that_may_be_meant_pass(first, last):
    check_days(first, last, today=TODAY)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(1995, 12, 31), date(1996, 1, 1), "starts_on"),
        (date(2032, 1, 1), date(2032, 1, 1), "starts_on"),
        (date(2026, 11, 24), date(2026, 11, 23), "ends_on"),
        (date(2026, 1, 1), date(2027, 1, 2), "ends_on"),
    ],
)
def test_the_wrong_day_is_named(first, last, field):
    with pytest.raises(InvalidDays) as refusal:
        check_days(first, last, today=TODAY)

    assert refusal.value.field == field
