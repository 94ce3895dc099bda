"""The register of certificates: found, printed, revoked and replaced."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from certificates.documents import certificate_file, certificates_file
from certificates.forms.certificates import CertificateFilter, VoidForm
from certificates.models import Certificate
from certificates.permissions import (
    can_issue_certificates,
    can_see_certificates,
    visible_certificates,
)
from certificates.queries.certificates import in_roster_order
from certificates.services.voiding import replace_certificate, revoke_certificate
from certificates.tables import CertificateTable
from certificates.views.files import file_words, pdf
from certificates.views.own import verify_url
from competitions.models import Event
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless

PAGE_SIZE = 50


@require_safe
def certificate_list(request: HttpRequest) -> HttpResponse:
    """Show the certificates a user may print, the latest first."""
    not_found_unless(can_see_certificates(request.user))
    rows = visible_certificates(request.user).select_related(
        "person", "event__competition"
    )
    found = CertificateFilter(request.GET, queryset=rows.order_by("-issued_at", "-pk"))
    table = CertificateTable(found.qs)
    RequestConfig(request, paginate={"per_page": PAGE_SIZE}).configure(table)
    context = {
        "table": table,
        "form": found.form,
        "is_narrowed": any(request.GET.get(name) for name in found.filters),
    }
    return render(request, "certificates/certificate_list.html", context)


@require_safe
def certificate_detail(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Show one certificate with its fields as printed."""
    certificate = _certificate(request, certificate_id)
    context = {
        "certificate": certificate,
        "verify_url": verify_url(request, certificate),
        "replaces": certificate.replaces.first(),
    }
    return render(request, "certificates/certificate_detail.html", context)


@require_safe
def certificate_pdf(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Print a certificate again; it keeps its number."""
    certificate = _certificate(request, certificate_id)
    content = certificate_file(certificate, verify_url(request, certificate))
    return pdf(content, *file_words(certificate))


@require_safe
def event_certificates_pdf(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Print all valid certificates of an event in the order of the roster."""
    event = get_object_or_404(Event, pk=event_id)
    not_found_unless(can_issue_certificates(request.user, event))
    certificates = list(in_roster_order(event.pk))
    if not certificates:
        raise Http404
    content = certificates_file(
        [(each, verify_url(request, each)) for each in certificates]
    )
    return pdf(content, event.name, _("Certificates"))


def certificate_revoke(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Void a certificate."""
    certificate = _certificate(request, certificate_id)
    form = VoidForm(request.POST or None)

    def revoke() -> str:
        revoke_certificate(
            certificate=certificate,
            **form.cleaned_data,
            by=user_of(request),
            at=timezone.now(),
        )
        return _("The certificate is revoked.")

    if done(request, form, revoke):
        return redirect("certificates:certificate-detail", certificate.pk)
    context = {"form": form, "certificate": certificate}
    return render(request, "certificates/certificate_revoke.html", context)


def certificate_replace(request: HttpRequest, certificate_id: UUID) -> HttpResponse:
    """Void a certificate and issue the corrected one."""
    certificate = _certificate(request, certificate_id)
    form = VoidForm(request.POST or None)
    replaced: list[Certificate] = []

    def replace() -> str:
        new = replace_certificate(
            certificate=certificate,
            **form.cleaned_data,
            issued_on=timezone.localdate(),
            by=user_of(request),
            at=timezone.now(),
        )
        replaced.append(new)
        return _("The certificate %(number)s takes its place.") % {"number": new.number}

    if done(request, form, replace):
        return redirect("certificates:certificate-detail", replaced[0].pk)
    context = {"form": form, "certificate": certificate}
    return render(request, "certificates/certificate_replace.html", context)


def _certificate(request: HttpRequest, certificate_id: UUID) -> Certificate:
    rows = visible_certificates(request.user).select_related(
        "person", "event__competition", "replaced_by"
    )
    return get_object_or_404(rows, pk=certificate_id)
