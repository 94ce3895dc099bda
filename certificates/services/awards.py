"""Awards: what a published result earns its entries under the event's policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from certificates.enums import AwardKind, GrantState
from certificates.models import Award, AwardPolicy, Certificate, TitleGrant
from certificates.queries.award_changes import (
    ChangeRow,
    change_rows,
    earlier_certificates,
    settled_decisions,
)
from certificates.queries.policies import policy_of
from certificates.rules import award_policy as rules
from certificates.rules.award_facts import AwardDecision
from certificates.rules.award_policy_json import from_json
from certificates.services.proposals import write_proposals
from certificates.services.trail import record_outcome
from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import ResultState
from scoring.models import ResultList


class NotPublished(Refusal):
    """Awards are made from a published result only."""

    sentence = _("Publish the result first; awards are made from it.")


class NoPolicy(Refusal):
    """No award policy suits the event."""

    sentence = _("Choose an award policy for this event first.")


class ChangesUnseen(Refusal):
    """The new version takes certificates back, so the office looks at it first."""

    sentence = _(
        "The new version of the result changes awards that are printed on valid"
        " certificates. Look at the changes and confirm them."
    )


class ChangedMeanwhile(Refusal):
    """What the office looked at is not what would be done."""

    sentence = _(
        "The result, its policy or its awards changed meanwhile. Look at the changes"
        " again."
    )


@dataclass(frozen=True)
class MadeAwards:
    """The awards of a result list and the persons eligible for a title."""

    awards: list[Award]
    eligible: list[TitleGrant]


@transaction.atomic
def make_awards(
    *,
    result_list: ResultList,
    policy: AwardPolicy | None = None,
    by: User,
    at: datetime,
) -> MadeAwards:
    """Give awards for a published result, and list who is eligible for titles.

    Doing it again changes nothing. Raises ChangedMeanwhile when the event follows
    another policy than the one looked at. A newer result list replaces what was made
    from the older one; raises ChangesUnseen when that would take a certificate back,
    which ``renew_awards`` does.
    """
    seen = policy
    result_list, policy = lock_result(result_list)
    known = list(Award.objects.filter(result_list=result_list))
    if known:
        eligible = list(TitleGrant.objects.filter(result_list=result_list))
        return MadeAwards(known, eligible)
    if seen not in (None, policy):
        raise ChangedMeanwhile
    if any(row.certificates for row in rows_that_change(result_list, policy)):
        raise ChangesUnseen
    return write_awards(result_list=result_list, policy=policy, by=by, at=at)


def lock_result(result_list: ResultList) -> tuple[ResultList, AwardPolicy]:
    """Lock a published result and every award of its event; return its policy too."""
    result_list = ResultList.objects.select_for_update().get(pk=result_list.pk)
    if result_list.state != ResultState.PUBLISHED:
        raise NotPublished
    policy = policy_of(result_list.event)
    if policy is None:
        raise NoPolicy
    awards = Award.objects.filter(result_list__event=result_list.event_id)
    list(awards.select_for_update(of=("self",)).order_by("pk"))
    return result_list, policy


def rows_that_change(result_list: ResultList, policy: AwardPolicy) -> list[ChangeRow]:
    """Return the changes that void the certificates they name."""
    return [row for row in change_rows(result_list, policy) if not row.is_kept]


def write_awards(
    *, result_list: ResultList, policy: AwardPolicy, by: User, at: datetime
) -> MadeAwards:
    """Write the awards of a result that has none; the caller locked it.

    Certificates that stay valid pass on to the new awards, granted titles to the new
    proposals. What is left of the version before goes, unless a certificate names it.
    """
    lines = from_json(policy.rules)
    decisions = settled_decisions(result_list, policy)
    awards = Award.objects.bulk_create(
        _award(each, lines, policy, result_list, at)
        for each in decisions
        if each.is_given and not each.person
    )
    _pass_on_certificates(result_list, awards)
    _withdraw_earlier(result_list)
    eligible = write_proposals(result_list, policy, decisions, at)
    record_outcome(
        event_id=result_list.event_id,
        action="awards.made",
        object_id=f"result_list:{result_list.pk}",
        payload={
            "policy": policy.name,
            "awards": len(awards),
            "eligible": len(eligible),
        },
        by=by,
        at=at,
    )
    return MadeAwards(awards, eligible)


def _pass_on_certificates(result_list: ResultList, awards: Sequence[Award]) -> None:
    """Let the certificates that are still valid name the awards of this version."""
    new = {(award.entry_id, award.kind): award for award in awards}
    kept = list(earlier_certificates(result_list).select_related("award"))
    for certificate in kept:
        if certificate.award:
            key = (certificate.award.entry_id, certificate.award.kind)
            certificate.award = new[key]
    Certificate.objects.bulk_update(kept, ["award"])


def _withdraw_earlier(result_list: ResultList) -> None:
    Award.objects.filter(
        result_list__event=result_list.event_id, certificates__isnull=True
    ).exclude(result_list=result_list).delete()
    TitleGrant.objects.filter(
        result_list__event=result_list.event_id, state=GrantState.ELIGIBLE
    ).delete()


def _award(
    decision: AwardDecision,
    lines: rules.AwardPolicy,
    policy: AwardPolicy,
    result_list: ResultList,
    at: datetime,
) -> Award:
    line = lines.line_of(decision.code)
    return Award(
        result_list=result_list,
        entry_id=UUID(decision.entry),
        policy=policy,
        kind=AwardKind(decision.kind.value),
        code=line.code,
        name=line.name,
        name_en=line.name_en,
        rank=decision.rank,
        explanation=decision.explanation.to_json(),
        awarded_at=at,
    )
