"""The pages no app owns: the language switch, the server's health, robots.txt."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    JsonResponse,
)
from django.urls import reverse
from django.utils.translation import get_language_from_path, override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from yuejiang.language import INSIDE


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
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the server can read its database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep search engines to the public pages; proofs of certificates are personal."""
    lines = ["User-agent: *", *(f"Disallow: {inside}" for inside in INSIDE)]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@login_not_required
@never_cache
def admin_sign_in(request: HttpRequest) -> HttpResponseBase:
    """Send strangers to the one sign-in; whoever may not enter finds no admin."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(reverse("admin:index"))
