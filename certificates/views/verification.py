"""Proves a certificate to anybody: by the code printed on it, or by number and name.

The page reads the frozen fields and nothing of the person behind them. What is not
found answers the same for a wrong number and a wrong name, so nothing can be listed.
"""

from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certificates.enums import CertificateStatus
from certificates.forms.certificates import SearchForm
from certificates.models import Certificate
from certificates.queries.certificates import certificate_named, certificate_with

TRIES: Final = 20
WINDOW_SECONDS: Final = 600
VERDICTS: Final = {
    CertificateStatus.VALID: (
        "ok",
        "shield-check",
        _("This certificate is valid"),
        _("Compare the fields below with the sheet before you."),
    ),
    CertificateStatus.REVOKED: (
        "wrong",
        "x",
        _("This certificate was revoked"),
        _("It was issued once and proves nothing any more."),
    ),
    CertificateStatus.REPLACED: (
        "warn",
        "refresh",
        _("This certificate was corrected"),
        _("A newer certificate was issued in its place; ask the holder for it."),
    ),
}


@login_not_required
@never_cache
@require_safe
def verify(request: HttpRequest, token: str) -> HttpResponse:
    """Show what the code of a certificate proves."""
    certificate = certificate_with(token)
    status = 200 if certificate else 404
    return render(
        request, "certificates/verify.html", _shown(request, certificate), status=status
    )


@login_not_required
@never_cache
def verify_search(request: HttpRequest) -> HttpResponse:
    """Find a certificate by its number together with the name it bears."""
    form = SearchForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "is_missing": False}
    if request.method == "POST" and form.is_valid():
        if _is_too_often(request):
            form.add_error(
                None, _("Too many tries from here. Try again in ten minutes.")
            )
            return render(
                request, "certificates/verify_search.html", context, status=429
            )
        certificate = certificate_named(**form.asked())
        if certificate:
            return redirect("certificates:verify", certificate.token)
        context["is_missing"] = True
    return render(request, "certificates/verify_search.html", context)


def _shown(request: HttpRequest, certificate: Certificate | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "certificate": certificate,
        "checked_at": timezone.now(),
        "domain": request.get_host(),
    }
    if certificate:
        shown["verdict"] = VERDICTS[CertificateStatus(certificate.status)]
    return shown


def _is_too_often(request: HttpRequest) -> bool:
    """Count the tries of one address; the count ends with its window."""
    key = f"verify:{request.META.get('REMOTE_ADDR', '')}"
    if cache.add(key, 1, WINDOW_SECONDS):
        return False
    try:
        return cache.incr(key) > TRIES
    except ValueError:
        # The window closed between the two steps.
        return False
