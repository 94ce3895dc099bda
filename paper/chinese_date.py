"""Dates the way certificates write them: 二〇二六年十二月八日."""

from datetime import date

_DIGITS = "〇一二三四五六七八九"  # 〇 is U+3007, not 零 (GB/T 15835-2011)


def chinese_date(day: date) -> str:
    """Return the day in Chinese numerals: the year by digit, month and day by value."""
    year = "".join(_DIGITS[int(digit)] for digit in f"{day.year:04}")
    return f"{year}年{_below_hundred(day.month)}月{_below_hundred(day.day)}日"


def _below_hundred(number: int) -> str:
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[units] if units else "")
