"""Certificates: numbered once, printed as frozen, voided or replaced, never changed."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from certificates.enums import CertificateKind, CertificateStatus, GrantState
from certificates.models import (
    Award,
    Certificate,
    CertificateTemplate,
    NumberSeries,
    TitleGrant,
)
from certificates.queries.outcomes import members_of
from certificates.queries.printing import printed_award, printed_title
from certificates.rules.numbering import certificate_number
from certificates.services.trail import record_outcome
from competitions.models import Event
from competitions.services.refusal import Refusal
from paper.fonts import missing_glyphs
from people.models import Person, User

TOKEN_BYTES = 32


class NothingToIssue(Refusal):
    """Every award or title chosen has its valid certificate."""

    sentence = _("Each of these already has a valid certificate.")


class GlyphMissing(Refusal):
    """A name has a character that no font can print; nothing is issued."""

    def __init__(self, names: Sequence[str]) -> None:
        """Name whom it concerns."""
        super().__init__(
            _("No font can print these names, so nothing was issued: %(names)s.")
            % {"names": "；".join(names)}
        )


class NotValid(Refusal):
    """A certificate that is not valid is neither revoked nor replaced."""

    sentence = _("This certificate is not valid any more.")


class ReasonMissing(Refusal):
    """A certificate is not voided without a word."""

    sentence = _("Say why.")


@transaction.atomic
def issue_certificates(
    *,
    awards: Sequence[Award] = (),
    grants: Sequence[TitleGrant] = (),
    issued_on: date,
    by: User,
    at: datetime,
) -> list[Certificate]:
    """Issue the certificates that awards and granted titles do not have yet.

    A team's award gives one to each member. Numbers run on within the event and are
    never used again. Raises GlyphMissing before anything is written.
    """
    drafts = [*_for_awards(awards), *_for_titles(grants)]
    if not drafts:
        raise NothingToIssue
    _refuse_missing_glyphs(drafts)
    for draft in drafts:
        draft.token = secrets.token_urlsafe(TOKEN_BYTES)
        draft.issued_on, draft.issued_at, draft.issued_by = issued_on, at, by
    _number(drafts, issued_on)
    certificates = Certificate.objects.bulk_create(drafts)
    for event_id in dict.fromkeys(each.event_id for each in certificates):
        own = [each for each in certificates if each.event_id == event_id]
        record_outcome(
            event_id=event_id,
            action="certificates.issued",
            object_id=f"certificate:{own[0].pk}",
            payload={
                "count": len(own),
                "first": own[0].number,
                "last": own[-1].number,
            },
            by=by,
            at=at,
        )
    return certificates


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
    """Void a certificate and issue a new one in its place, with a link between them."""
    old = _valid(certificate, reason)
    old.status, old.status_reason = CertificateStatus.REPLACED, reason.strip()
    old.save(update_fields=["status", "status_reason"])
    (new,) = issue_certificates(
        awards=[old.award] if old.award else (),
        grants=[old.title_grant] if old.title_grant else (),
        issued_on=issued_on,
        by=by,
        at=at,
    )
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])
    _record(old, "certificate.replaced", by, at)
    return new


def _for_awards(awards: Sequence[Award]) -> list[Certificate]:
    """Draft what is missing, one for each member of each entry."""
    if not awards:
        return []
    template = CertificateTemplate.objects.get(kind=CertificateKind.AWARD)
    full = (
        Award.objects.filter(pk__in=[award.pk for award in awards])
        .select_related("entry__event__competition", "entry__organisation")
        .order_by("rank", "entry__number")
    )
    members = members_of([award.entry_id for award in full])
    persons = Person.objects.in_bulk(
        [person for group in members.values() for person in group]
    )
    issued = set(
        Certificate.objects.filter(
            award__in=full, status=CertificateStatus.VALID
        ).values_list("award_id", "person_id")
    )
    return [
        Certificate(
            kind=CertificateKind.AWARD,
            template=template,
            person=persons[person_id],
            event=award.entry.event,
            award=award,
            printed=printed_award(award, persons[person_id], template),
        )
        for award in full
        for person_id in members[award.entry_id]
        if (award.pk, person_id) not in issued
    ]


def _for_titles(grants: Sequence[TitleGrant]) -> list[Certificate]:
    if not grants:
        return []
    template = CertificateTemplate.objects.get(kind=CertificateKind.TITLE)
    full = (
        TitleGrant.objects.filter(
            pk__in=[grant.pk for grant in grants], state=GrantState.GRANTED
        )
        .exclude(certificates__status=CertificateStatus.VALID)
        .select_related(
            "title_type__granting_body",
            "person",
            "entry__event__competition",
            "entry__organisation",
        )
    )
    return [
        Certificate(
            kind=CertificateKind.TITLE,
            template=template,
            person=grant.person,
            event=grant.entry.event if grant.entry else None,
            title_grant=grant,
            printed=printed_title(grant, template),
        )
        for grant in full
    ]


def _number(drafts: Sequence[Certificate], issued_on: date) -> None:
    """Give each certificate the next number of its series, under the series' lock."""
    series: dict[str, NumberSeries] = {}
    for draft in drafts:
        name = f"{draft.kind}:{issued_on.year}:{draft.event_id or 'register'}"
        if name not in series:
            row, _ = NumberSeries.objects.select_for_update().get_or_create(name=name)
            series[name] = row
        series[name].last_serial += 1
        draft.number = certificate_number(
            draft.template.number_pattern,
            {
                "year": issued_on.year,
                "event": _event_serial(draft.event),
                "serial": series[name].last_serial,
            },
        )
        draft.printed["number"] = draft.number
    for row in series.values():
        row.save(update_fields=["last_serial"])


def _event_serial(event: Event | None) -> int:
    """Return the running number of an event in the register of certificates."""
    if event is None:
        return 0
    row, is_new = NumberSeries.objects.select_for_update().get_or_create(
        name=f"event:{event.pk}"
    )
    if is_new:
        counter, _ = NumberSeries.objects.select_for_update().get_or_create(
            name="events"
        )
        counter.last_serial += 1
        counter.save(update_fields=["last_serial"])
        row.last_serial = counter.last_serial
        row.save(update_fields=["last_serial"])
    return row.last_serial


def _refuse_missing_glyphs(drafts: Sequence[Certificate]) -> None:
    bad = []
    for draft in drafts:
        missing = missing_glyphs(str(draft.printed["name"]))
        if missing:
            codes = " ".join(f"U+{point:04X}" for point in missing)
            bad.append(f"{draft.printed['name']} ({codes})")
    if bad:
        raise GlyphMissing(bad)


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
    payload: dict[str, Any] = {
        "number": certificate.number,
        "reason": certificate.status_reason,
    }
    record_outcome(
        event_id=certificate.event_id,
        action=action,
        object_id=f"certificate:{certificate.pk}",
        payload=payload,
        by=by,
        at=at,
    )
