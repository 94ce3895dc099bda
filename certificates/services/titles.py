"""Titles: granted by a recorded decision document, revoked with a reason."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from certificates.enums import CertificateStatus, GrantState
from certificates.models import Certificate, TitleGrant
from certificates.rules.paper_days import check_day, check_document_number
from certificates.services.trail import record_outcome
from certificates.signals import title_changed
from competitions.services.refusal import Refusal
from people.bilingual import listed
from people.enums import CredentialKind
from people.models import User
from people.sentences import naming
from people.services import (
    CredentialFacts,
    actor_of,
    record_credentials,
    revoke_credential,
)


class DocumentMissing(Refusal):
    """A title without a decision document is none."""

    sentence = _("Give the number of the decision document; without it no title.")


class NotEligible(Refusal):
    """One of the chosen persons is not waiting for a title any more."""

    sentence = _("Only eligible persons can be granted a title; open the list again.")


class HeldAlready(Refusal):
    """A title is held once, whichever event it was earned in."""

    def __init__(self, names: Sequence[str]) -> None:
        """Name whom it concerns."""
        super().__init__(
            _("Held already, or selected twice: %(names)s. Leave them out.")
            % {"names": listed(dict.fromkeys(names))}
        )


class NotGranted(Refusal):
    """What is not granted cannot be revoked."""

    sentence = _("Only a granted title can be revoked.")


class ReasonMissing(Refusal):
    """A title is not taken away without a word."""

    sentence = _("Say why the title is revoked.")


class RevokedTooEarly(Refusal):
    """A title cannot end before it began."""

    def __init__(self, granted_on: date) -> None:
        """Say when it began."""
        super().__init__(
            _("The title was granted on %(day)s; it can be revoked from that day on.")
            % {"day": date_format(granted_on)}
        )


@transaction.atomic
def grant_titles(
    *,
    grants: Sequence[TitleGrant],
    document_number: str,
    document_title: str,
    granted_on: date,
    by: User,
    at: datetime,
) -> list[TitleGrant]:
    """Grant titles to eligible persons by one decision document.

    Each title becomes a credential in the person's dossier. Raises DocumentMissing,
    NotEligible when one was decided meanwhile, HeldAlready, and ValidationError when
    number or day cannot be those of a decision about these results.
    """
    _check_number(document_number.strip())
    chosen = _eligible(grants)
    with naming("granted_on"):
        today = timezone.localdate(at)
        check_day(granted_on, published_on=_published_on(chosen), today=today)
    for grant in chosen:
        grant.state = GrantState.GRANTED
        grant.document_number = document_number.strip()
        grant.document_title = document_title.strip()
        grant.granted_on, grant.granted_by = granted_on, by
    TitleGrant.objects.bulk_update(
        chosen,
        ["state", "document_number", "document_title", "granted_on", "granted_by"],
    )
    record_credentials(
        facts=[_credential(grant, granted_on) for grant in chosen],
        actor=actor_of(by),
        at=at,
    )
    for grant in chosen:
        _record(grant, "title.granted", by, at)
    return chosen


@transaction.atomic
def revoke_title(
    *, grant: TitleGrant, reason: str, revoked_on: date, by: User, at: datetime
) -> TitleGrant:
    """Take a title back: its credential and its certificate go with it."""
    grant = TitleGrant.objects.select_for_update().get(pk=grant.pk)
    if grant.state != GrantState.GRANTED:
        raise NotGranted
    if not reason.strip():
        raise ReasonMissing
    if grant.granted_on and revoked_on < grant.granted_on:
        raise RevokedTooEarly(grant.granted_on)
    grant.state = GrantState.REVOKED
    grant.revoked_on, grant.revocation_reason = revoked_on, reason.strip()
    grant.save(update_fields=["state", "revoked_on", "revocation_reason"])
    Certificate.objects.filter(
        title_grant=grant, status=CertificateStatus.VALID
    ).update(status=CertificateStatus.REVOKED, status_reason=grant.revocation_reason)
    revoke_credential(
        source_key=grant.credential_key,
        reason=grant.revocation_reason,
        actor=actor_of(by),
        at=at,
    )
    _record(grant, "title.revoked", by, at)
    return grant


def _check_number(document_number: str) -> None:
    if not document_number:
        raise DocumentMissing
    with naming("document_number"):
        check_document_number(document_number)


def _eligible(grants: Sequence[TitleGrant]) -> list[TitleGrant]:
    """Lock every proposal and title of the persons, and return the chosen ones."""
    wanted = {grant.pk for grant in grants}
    known = list(
        TitleGrant.objects.select_for_update(of=("self",))
        .filter(person__in={grant.person_id for grant in grants})
        .select_related("title_type__granting_body", "person", "result_list")
        .order_by("pk")
    )
    chosen = [
        each
        for each in known
        if each.pk in wanted and each.state == GrantState.ELIGIBLE
    ]
    if len(chosen) != len(grants):
        raise NotEligible
    held = Counter(
        (each.person_id, each.title_type_id)
        for each in known
        if each.pk in wanted or each.state == GrantState.GRANTED
    )
    names = [
        each.person.name
        for each in chosen
        if held[each.person_id, each.title_type_id] > 1
    ]
    if names:
        raise HeldAlready(names)
    return chosen


def _published_on(grants: Sequence[TitleGrant]) -> date | None:
    """Return the day by which the results of all titles were published."""
    moments = [
        grant.result_list.published_at
        for grant in grants
        if grant.result_list and grant.result_list.published_at
    ]
    return timezone.localdate(max(moments)) if moments else None


def _credential(grant: TitleGrant, granted_on: date) -> CredentialFacts:
    title = grant.title_type
    return CredentialFacts(
        person=grant.person,
        kind=CredentialKind.TITLE,
        code=title.code,
        name=title.name,
        name_en=title.name_en,
        issued_on=granted_on,
        document_number=grant.document_number,
        issuer=title.granting_body.name if title.granting_body else "",
        source_key=grant.credential_key,
    )


def _record(grant: TitleGrant, action: str, by: User, at: datetime) -> None:
    record_outcome(
        event_id=grant.result_list.event_id if grant.result_list else None,
        action=action,
        object_id=f"title:{grant.pk}",
        payload={
            "title": grant.title_type.name,
            "person": grant.person.name,
            "document": grant.document_number,
            "reason": grant.revocation_reason,
        },
        by=by,
        at=at,
    )
    transaction.on_commit(
        lambda: title_changed.send(sender=TitleGrant, grant_id=grant.pk), robust=True
    )
