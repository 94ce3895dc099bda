"""What hangs on a published result: its awards, and the certificates given for them."""

from collections.abc import Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from certificates.enums import CertificateStatus
from certificates.models import Award, Certificate
from scoring.enums import ResultState
from scoring.result_dependants import Dependant


def awards_and_certificates(event_id: UUID) -> Iterator[Dependant]:
    """Count the awards of the published version and their certificates."""
    awards = Award.objects.filter(
        result_list__event=event_id, result_list__state=ResultState.PUBLISHED
    )
    certificates = Certificate.objects.filter(
        award__in=awards, status=CertificateStatus.VALID
    )
    url = reverse("certificates:award-list", args=(event_id,))
    if number := awards.count():
        yield Dependant(
            sentence=ngettext(
                "%(number)s award was made from the version published now; it does not"
                " change by itself.",
                "%(number)s awards were made from the version published now; they do"
                " not change by themselves.",
                number,
            )
            % {"number": number},
            action=_("Look at the awards"),
            url=url,
        )
    if number := certificates.count():
        yield Dependant(
            sentence=ngettext(
                "%(number)s certificate was issued for them; revoke or replace it where"
                " the place or the award changes.",
                "%(number)s certificates were issued for them; revoke or replace them"
                " where a place or an award changes.",
                number,
            )
            % {"number": number},
            action=_("Look at the certificates"),
            url=url,
        )
