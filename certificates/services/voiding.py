"""Certificates that hold no longer: revoked or replaced with a reason."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from certificates.enums import CertificateStatus
from certificates.models import Certificate
from certificates.services.certificates import issue_drafts
from certificates.services.drafts import draft_again
from certificates.services.trail import record_outcome
from competitions.services.refusal import Refusal
from people.models import User


class NotValid(Refusal):
    """A certificate that is not valid is neither revoked nor replaced."""

    sentence = _("This certificate is not valid any more.")


class ReasonMissing(Refusal):
    """A certificate is not voided without a word."""

    sentence = _("Say why.")


class NotEarned(Refusal):
    """What the certificate stands for is gone; there is nothing to print anew."""

    sentence = _(
        "The present result gives this person no such award any more, so there is"
        " nothing to replace the certificate with. Make the awards of the new result,"
        " or revoke the certificate."
    )


@transaction.atomic
def revoke_certificate(
    *, certificate: Certificate, reason: str, by: User, at: datetime
) -> Certificate:
    """Void a certificate; its verification page says so from now on."""
    certificate = _valid(certificate, reason)
    certificate.status = CertificateStatus.REVOKED
    certificate.status_reason = reason.strip()
    certificate.save(update_fields=["status", "status_reason"])
    _record(certificate, "certificate.revoked", by, at)
    return certificate


@transaction.atomic
def replace_certificate(
    *, certificate: Certificate, reason: str, issued_on: date, by: User, at: datetime
) -> Certificate:
    """Void a certificate and issue a new one in its place, with a link between them.

    Only this person gets a new one, whatever the others of a team have or lack.
    """
    old = _valid(certificate, reason)
    old.status, old.status_reason = CertificateStatus.REPLACED, reason.strip()
    old.save(update_fields=["status", "status_reason"])
    drafts = draft_again(old)
    if not drafts:
        raise NotEarned
    (new,) = issue_drafts(drafts=drafts, issued_on=issued_on, by=by, at=at)
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    _record(old, "certificate.replaced", by, at)
    return new


def _valid(certificate: Certificate, reason: str) -> Certificate:
    if not reason.strip():
        raise ReasonMissing
    certificate = (
        Certificate.objects.select_for_update(of=("self",))
        .select_related("award", "title_grant")
        .get(pk=certificate.pk)
    )
    if certificate.status != CertificateStatus.VALID:
        raise NotValid
    return certificate


def _record(certificate: Certificate, action: str, by: User, at: datetime) -> None:
    record_outcome(
        event_id=certificate.event_id,
        action=action,
        object_id=f"certificate:{certificate.pk}",
        payload={
            "number": certificate.number,
            "reason": certificate.status_reason,
        },
        by=by,
        at=at,
    )
