"""Filters that turn the codes and dates of snapshots into words."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from live import wording
from paper.qr import qr_svg

register = template.Library()

register.filter("named", wording.named)
register.filter("level_words", wording.level_words)
register.filter("state_word", wording.state_word)
register.filter("group_word", wording.group_word)
register.filter("medal_word", wording.medal_word)
register.filter("host_word", wording.host_word)
register.filter("draw_word", wording.draw_word)
register.filter("state_line", wording.state_line)
register.filter("standing_word", wording.standing_word)


@register.filter
def as_date(value: str) -> date:
    """Read the day of a snapshot."""
    return date.fromisoformat(value)


@register.filter
def as_moment(value: str) -> datetime:
    """Read the moment of a snapshot."""
    return datetime.fromisoformat(value)


@register.filter
def size(value: int) -> int:
    """Return a number without its sign: the arrow beside it says the direction."""
    return abs(value)


@register.filter
def codes(modules: list[dict[str, Any]]) -> str:
    """Join the codes of the modules that a board shows."""
    return "・".join(module["code"] for module in modules)


@register.filter
def with_results(events: list[dict[str, Any]]) -> int:
    """Count the events whose result is official."""
    return sum(1 for event in events if event["has_results"])


@register.simple_tag
def qr(content: str) -> SafeString:
    """Draw an address as a QR code."""
    return mark_safe(qr_svg(content, title=content))  # noqa: S308  # drawn by our code
