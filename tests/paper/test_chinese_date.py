"""Dates in Chinese numerals (GB/T 15835): years by digit, days by value."""

from datetime import date

import pytest

from paper.chinese_date import chinese_date


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 12, 8), "二〇二六年十二月八日"),
        (date(2026, 10, 10), "二〇二六年十月十日"),
        (date(2030, 1, 20), "二〇三〇年一月二十日"),
        (date(2026, 11, 23), "二〇二六年十一月二十三日"),
        (date(2027, 3, 31), "二〇二七年三月三十一日"),
        (date(2000, 2, 19), "二〇〇〇年二月十九日"),
    ],
)
def test_a_day_in_chinese_numerals(day, written):
    assert chinese_date(day) == written
