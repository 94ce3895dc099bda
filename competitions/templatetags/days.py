"""Tags that write the days of a competition as people read them."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def days(first: date, last: date) -> str:
    """Write a range of days without repeating the month or year they share."""
    if get_language() == "en":
        return _english(first, last)
    return _chinese(first, last)


def _chinese(first: date, last: date) -> str:
    start = f"{first.year}年{first.month}月{first.day}日"
    if first == last:
        return start
    if (first.year, first.month) == (last.year, last.month):
        return f"{start.removesuffix('日')}–{last.day}日"
    end = f"{last.month}月{last.day}日"
    return (
        f"{start}–{end}" if first.year == last.year else f"{start}–{last.year}年{end}"
    )


def _english(first: date, last: date) -> str:
    end = date_format(last, "DATE_FORMAT")
    if first == last:
        return end
    if first.year != last.year:
        return f"{date_format(first, 'DATE_FORMAT')} – {end}"
    if first.month != last.month:
        return f"{date_format(first, 'MONTH_DAY_FORMAT')} – {end}"
    return f"{first.day}–{end}"
