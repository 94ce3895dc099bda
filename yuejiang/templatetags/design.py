"""Tags of the design system: icons, state pills, and the twin of a public page."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# How each state of the field looks: tone and icon. The word always stands beside them.
STATE_LOOKS: dict[str, tuple[str, str]] = {
    # competitions
    "planning": ("neutral", "circle-dashed"),
    "registration": ("info", "edit"),
    "review": ("info", "list-check"),
    "preparation": ("info", "arrows-shuffle"),
    "marking": ("info", "clock"),
    "results": ("info", "trophy"),
    "awards": ("info", "award"),
    "closed": ("ok", "check"),
    "postponed": ("warn", "player-pause"),
    "cancelled": ("wrong", "x"),
    # entries
    "draft": ("neutral", "edit"),
    "submitted": ("info", "send"),
    "approved": ("ok", "check"),
    "returned": ("warn", "arrow-back-up"),
    "withdrawn": ("neutral", "minus"),
    "expected": ("neutral", "circle-dashed"),
    "present": ("ok", "check"),
    "absent": ("warn", "minus"),
    "disqualified": ("wrong", "x"),
    # verdicts of an import on its rows
    "new": ("ok", "plus"),
    "update": ("info", "refresh"),
    "skip": ("neutral", "minus"),
    "error": ("wrong", "alert-circle"),
    "warning": ("warn", "alert-triangle"),
    # sheets of marks
    "complete": ("info", "list-check"),
    "signed": ("ok", "check"),
    "accepted": ("ok", "shield-check"),
    "locked": ("ok", "lock"),
    "frozen": ("ok", "lock"),
    # results
    "provisional": ("warn", "hourglass"),
    "checked": ("info", "list-check"),
    "published": ("ok", "check"),
    # draws
    "committed": ("info", "lock"),
    "revealed": ("ok", "check"),
    "drawn": ("ok", "check"),
    "voided": ("wrong", "x"),
    # titles and certificates
    "proposed": ("neutral", "circle-dashed"),
    "granted": ("ok", "award"),
    "issued": ("ok", "certificate"),
    "valid": ("ok", "shield-check"),
    "revoked": ("wrong", "x"),
    "replaced": ("warn", "refresh"),
    # conflicts of judges
    "blocked": ("wrong", "x"),
    "declared": ("warn", "note"),
}


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Draw an icon of the sprite; with a label it speaks, without it stays silent."""
    drawing = format_html(
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        static("vendor/icons.svg"),
        name,
    )
    if not label:
        return drawing
    return format_html('{}<span class="visually-hidden">{}</span>', drawing, label)


@register.simple_tag
def pill(tone: str, label: object, icon_name: str = "") -> SafeString:
    """Show a word on a tone: ``info``, ``ok``, ``warn``, ``wrong`` or ``neutral``."""
    drawing = icon(icon_name) if icon_name else ""
    return format_html('<span class="pill pill-{}">{}{}</span>', tone, drawing, label)


@register.simple_tag
def state_pill(state: str, label: object) -> SafeString:
    """Show a state as colour, icon and its word; an unknown state stays neutral."""
    tone, icon_name = STATE_LOOKS.get(str(state), ("neutral", "circle"))
    return pill(tone, label, icon_name)


@register.simple_tag(takes_context=True)
def twin_url(context: dict[str, Any], language: str) -> str:
    """Return the address of this page in another language, empty if it has none."""
    request = context.get("request")
    if request is None:
        return ""
    path: str = request.get_full_path()
    twin = translate_url(path, language)
    return "" if twin == path else twin


@register.simple_tag(takes_context=True)
def page_url(context: dict[str, Any], number: int, key: str = "page") -> str:
    """Return this list's address at another page, its filters and order kept."""
    query = context["request"].GET.copy()
    query[key] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page: Page[Any]) -> list[int | str]:
    """Return the numbers to offer below a list, an ellipsis for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_ends=1))
