"""What every template of the office may know: the menu of the user who looks."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from yuejiang.menu import visible_sections


def menu(request: HttpRequest) -> dict[str, Any]:
    """Offer ``menu_sections``, worked out only by pages that show the menu."""
    return {
        "menu_sections": SimpleLazyObject(
            lambda: visible_sections(request.user, request.path)
        )
    }
