"""The page of one's own: entries, published results, titles and certificates."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from certificates.documents import certificate_file
from certificates.enums import CertificateStatus
from certificates.models import Certificate
from certificates.queries.own import own_certificates, own_entries, own_titles
from certificates.views.files import file_words, pdf
from competitions.permissions import has_work
from competitions.views.signed_in import user_of
from people.public_address import public_address


@never_cache
@require_safe
def my_page(request: HttpRequest) -> HttpResponse:
    """Show a signed-in person what is theirs."""
    user = user_of(request)
    person = user.person
    context = {
        "person": person,
        "has_work": has_work(user),
        "entries": own_entries(person.pk) if person else [],
        "titles": own_titles(person.pk) if person else [],
        "certificates": own_certificates(person.pk) if person else [],
    }
    return render(request, "certificates/my_page.html", context)


@require_safe
def my_certificate(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Hand out one's own valid certificate; everything else is not found."""
    certificate = get_object_or_404(
        Certificate,
        pk=certificate_id,
        status=CertificateStatus.VALID,
        person__isnull=False,
        person=user_of(request).person_id,
    )
    content = certificate_file(certificate, verify_url(request, certificate))
    return pdf(content, *file_words(certificate), is_download=True)


def verify_url(request: HttpRequest, certificate: Certificate) -> str:
    """Return the full address that the code on a certificate leads to."""
    path = reverse("certificates:verify", args=(certificate.token,))
    return public_address(request, path)
