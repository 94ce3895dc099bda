"""The pages no app owns: the language switch and the health of the server."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.translation import get_language_from_path, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language


@login_not_required
@require_POST
def switch_language(request: HttpRequest) -> HttpResponseBase:
    """Keep the language asked for and return to the twin of the page left."""
    # The page left is resolved in its own language, else /en/ would lead nowhere.
    left = get_language_from_path(request.POST.get("next", ""))
    with override(left or settings.LANGUAGE_CODE):
        return set_language(request)


@login_not_required
@never_cache
@require_GET
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the server can read its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
