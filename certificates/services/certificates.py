"""Certificates: numbered once, printed as frozen."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from certificates.models import Award, Certificate, TitleGrant
from certificates.rules.paper_days import check_day, check_signing_day
from certificates.services.drafts import (
    draft_awards,
    draft_titles,
    refuse_missing_glyphs,
)
from certificates.services.numbers import number_certificates
from certificates.services.trail import record_outcome
from competitions.services.refusal import Refusal
from people.models import User
from people.sentences import naming

TOKEN_BYTES = 32


class NothingToIssue(Refusal):
    """Every award or title chosen has its valid certificate."""

    sentence = _("Each of these already has a valid certificate.")


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
    never used again. Raises GlyphMissing before anything is written, and
    ValidationError for a day before what they certify or still to come.
    """
    drafts = [*draft_awards(awards), *draft_titles(grants)]
    if not drafts:
        raise NothingToIssue
    return issue_drafts(drafts=drafts, issued_on=issued_on, by=by, at=at)


@transaction.atomic
def issue_drafts(
    *, drafts: Sequence[Certificate], issued_on: date, by: User, at: datetime
) -> list[Certificate]:
    """Number and save drafts that the caller composed in the same transaction."""
    refuse_missing_glyphs(drafts)
    today = timezone.localdate(at)
    with naming("issued_on"):
        for draft in drafts:
            _check_day(draft, issued_on, today)
    for draft in drafts:
        draft.token = secrets.token_urlsafe(TOKEN_BYTES)
        draft.issued_on, draft.issued_at, draft.issued_by = issued_on, at, by
    number_certificates(drafts, issued_on)
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


def _check_day(draft: Certificate, issued_on: date, today: date) -> None:
    if draft.title_grant:
        decided_on = draft.title_grant.granted_on
        check_signing_day(issued_on, decided_on=decided_on, today=today)
    if draft.award:
        published_at = draft.award.result_list.published_at
        published_on = timezone.localdate(published_at) if published_at else None
        check_day(issued_on, published_on=published_on, today=today)
