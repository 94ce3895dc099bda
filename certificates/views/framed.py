"""Certificates on paper that has its frame already (套打), moved to fit the printer."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from certificates.documents import certificates_file
from certificates.forms.certificates import ShiftForm
from certificates.models import Certificate
from certificates.permissions import can_issue_certificates, visible_certificates
from certificates.queries.certificates import in_roster_order
from certificates.views.files import file_words, pdf
from certificates.views.own import verify_url
from competitions.models import Event
from people.access import not_found_unless

#: What the printer of this browser needed last time.
LAST_SHIFT: Final = "print_shift"


@require_safe
def certificate_framed(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Print the words of one certificate."""
    certificate = get_object_or_404(
        visible_certificates(request.user), pk=certificate_id
    )
    back = reverse("certificates:certificate-detail", args=(certificate.pk,))
    return _print(request, [certificate], back, file_words(certificate))


@require_safe
def event_framed(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Print the words of all certificates of an event, in the order of the roster."""
    event = get_object_or_404(Event, pk=event_id)
    not_found_unless(can_issue_certificates(request.user, event))
    certificates = list(in_roster_order(event.pk))
    if not certificates:
        raise Http404
    back = reverse("certificates:award-list", args=(event.pk,))
    return _print(request, certificates, back, (event.name, _("Certificates")))


def _print(
    request: HttpRequest,
    certificates: Sequence[Certificate],
    back: str,
    words: tuple[str, str],
) -> HttpResponse:
    """Ask how far the words are moved; once that is said, print."""
    last = request.session.get(LAST_SHIFT, {"right": "0", "down": "0"})
    form = ShiftForm(request.GET or None, initial=last)
    if not form.is_valid():
        context = {"form": form, "number": len(certificates), "back": back}
        return render(request, "certificates/print_framed.html", context)
    right, down = form.cleaned_data["right"], form.cleaned_data["down"]
    request.session[LAST_SHIFT] = {"right": str(right), "down": str(down)}
    content = certificates_file(
        [(each, verify_url(request, each)) for each in certificates],
        background=False,
        shift=(float(right), float(down)),
    )
    return pdf(content, *words)
