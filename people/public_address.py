"""The addresses that leave the house: printed as QR codes, or shown in a hall.

Whoever prints may have opened the page under a name that only the office knows; what
stands on paper for years must lead to the public one.
"""

from django.conf import settings
from django.http import HttpRequest


def public_address(request: HttpRequest, path: str) -> str:
    """Return the full address of a path under ``PUBLIC_URL``.

    A machine without one, as at home, is reached as it was just now.
    """
    base: str = settings.PUBLIC_URL
    return f"{base}{path}" if base else request.build_absolute_uri(path)
