"""Certificates are issued: the names are looked at, a day is given, numbers follow."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext

from certificates.forms.certificates import IssueForm
from certificates.models import Certificate
from certificates.permissions import can_grant_titles, can_issue_certificates
from certificates.queries.certificates import awards_without_certificate, recipients
from certificates.queries.titles import without_certificate
from certificates.services.certificates import issue_certificates
from competitions.models import Event
from competitions.views.acting import done
from competitions.views.signed_in import user_of
from people.access import not_found_unless


def certificates_issue(request: HttpRequest, event_id: UUID) -> HttpResponse:
    """Issue every certificate that the awards of an event lack."""
    event = get_object_or_404(Event.objects.select_related("competition"), pk=event_id)
    not_found_unless(can_issue_certificates(request.user, event))
    awards = list(awards_without_certificate(event.pk))
    form = _form(request)

    def issue() -> list[Certificate]:
        return issue_certificates(
            awards=awards, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )

    if done(request, form, _telling(issue)):
        return redirect("certificates:award-list", event.pk)
    context = {
        "form": form,
        "event": event,
        "competition": event.competition,
        "recipients": recipients(event.pk),
    }
    return render(request, "certificates/certificates_issue.html", context)


def title_certificates(request: HttpRequest) -> HttpResponse:
    """Issue the certificates of all granted titles that have none."""
    not_found_unless(can_grant_titles(request.user))
    grants = list(without_certificate())
    form = _form(request)

    def issue() -> list[Certificate]:
        return issue_certificates(
            grants=grants, **form.cleaned_data, by=user_of(request), at=timezone.now()
        )

    if done(request, form, _telling(issue)):
        return redirect("certificates:certificate-list")
    context = {"form": form, "grants": grants}
    return render(request, "certificates/title_certificates.html", context)


def _form(request: HttpRequest) -> IssueForm:
    return IssueForm(request.POST or None, initial={"issued_on": timezone.localdate()})


def _telling(issue: Callable[[], list[Certificate]]) -> Callable[[], str]:
    """Return an act that issues and says how many there are."""

    def act() -> str:
        number = len(issue())
        return ngettext(
            "%(number)s certificate is issued.",
            "%(number)s certificates are issued.",
            number,
        ) % {"number": number}

    return act
