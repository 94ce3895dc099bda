"""The programming interface under ``/api/v1/``: who may call it, how it says no."""

from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import SessionAuth

from competitions.enums import Capability
from competitions.permissions import has_capability
from scoring.api import router as marking


def _administrators_only(view: Any) -> Any:
    """Show the documentation to signed-in administrators; nobody else sees it."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_capability(request.user, Capability.ROLES_ASSIGN):
            raise Http404
        response: HttpResponse = view(request, *args, **kwargs)
        return response

    return guarded


api = NinjaAPI(
    title="Yuejiang",
    version="1",
    urls_namespace="api",
    auth=SessionAuth(),
    docs_decorator=_administrators_only,
)
api.add_router("", marking)


def urls() -> tuple[list[URLResolver | URLPattern], str, str]:
    """Return the addresses; the interface itself answers those not signed in.

    The middleware would send a tablet's fetch to the sign-in page, which reads there
    like a success.
    """
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = login_not_required(pattern.callback)
    return patterns, app_name, namespace


@api.exception_handler(AuthenticationError)
def _not_signed_in(request: HttpRequest, _cause: Exception) -> HttpResponse:
    return _refuse(request, _("Sign in again; your marks stay on the tablet."), 401)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, error: Exception) -> HttpResponse:
    return _refuse(request, str(error) or _("There is nothing here."), 404)


@api.exception_handler(ValidationError)
def _unreadable(request: HttpRequest, _cause: Exception) -> HttpResponse:
    sentence = _("Send a JSON object with operations, a list of 1 to 50 of them.")
    return _refuse(request, sentence, 400)


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: Exception) -> HttpResponse:
    status = error.status_code if isinstance(error, HttpError) else 400
    sentences = {
        400: _("The body is no JSON; send a JSON object in UTF-8."),
        403: _("The page is out of date; load it again and repeat the step."),
    }
    return _refuse(request, sentences.get(status, str(error)), status)


def _refuse(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return api.create_response(request, {"message": sentence}, status=status)
