"""Chooses the language of a page: by its address in public, by the cookie inside.

Public pages are cacheable and live twice, at ``/`` in Chinese and at ``/en/`` in
English. Pages behind the sign-in, and the proof of a certificate, whose address is
printed, have one address and follow the language switch.
"""

from django.conf import settings
from django.http import HttpRequest
from django.middleware.locale import LocaleMiddleware
from django.utils import translation

# The addresses that have no twin below /en/.
INSIDE = ("/office/", "/judge/", "/me/", "/account/", "/v/", "/admin/", "/api/")


class LanguageMiddleware(LocaleMiddleware):
    """Activates Chinese unless the address or, inside, the cookie says English."""

    def process_request(self, request: HttpRequest) -> None:
        """Activate the language for this request."""
        super().process_request(request)
        if not request.path_info.startswith(INSIDE):
            return
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        if chosen in dict(settings.LANGUAGES):
            translation.activate(chosen)
            request.LANGUAGE_CODE = translation.get_language()
