"""What every template may know: the menu of the user who looks, and where they are."""

from typing import Any
from urllib.parse import urlsplit

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


def page_address(request: HttpRequest) -> dict[str, str]:
    """Offer ``page_address``: where this page, or the form that led to it, is read.

    The answer to a sent form cannot be opened again by its own address.
    """
    if request.method in ("GET", "HEAD"):
        return {"page_address": request.get_full_path()}
    sender = urlsplit(request.headers.get("referer", ""))
    if sender.netloc != request.get_host():
        return {"page_address": "/"}
    return {"page_address": sender._replace(scheme="", netloc="").geturl()}
