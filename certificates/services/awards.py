"""Awards: what a published result earns its entries under the event's policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from certificates.enums import AwardKind, CertificateStatus, GrantState
from certificates.models import (
    Award,
    AwardPolicy,
    Certificate,
    TitleGrant,
    TitleType,
)
from certificates.queries.outcomes import outcome_of
from certificates.queries.policies import policy_of
from certificates.rules import award_policy as rules
from certificates.rules.award_evaluation import evaluate
from certificates.rules.award_facts import AwardDecision, Decision
from certificates.rules.award_policy_json import from_json
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


class AlreadyCertified(Refusal):
    """Awards of an earlier version are printed on certificates."""

    sentence = _(
        "Certificates of the earlier result are still valid. Revoke or replace them"
        " before making the awards anew."
    )


@dataclass(frozen=True)
class MadeAwards:
    """The awards of a result list and the persons eligible for a title."""

    awards: list[Award]
    eligible: list[TitleGrant]


@transaction.atomic
def make_awards(*, result_list: ResultList, by: User, at: datetime) -> MadeAwards:
    """Give awards for a published result, and list who is eligible for titles.

    Doing it again changes nothing; a newer result list replaces what was made from
    the older one, as long as no valid certificate names it.
    """
    result_list = ResultList.objects.select_for_update().get(pk=result_list.pk)
    if result_list.state != ResultState.PUBLISHED:
        raise NotPublished
    policy = policy_of(result_list.event)
    if policy is None:
        raise NoPolicy
    known = list(Award.objects.filter(result_list=result_list))
    if known:
        eligible = list(TitleGrant.objects.filter(result_list=result_list))
        return MadeAwards(known, eligible)
    _withdraw_earlier(result_list)
    lines = from_json(policy.rules)
    decisions = evaluate(lines, outcome_of(result_list))
    awards = Award.objects.bulk_create(
        _award(each, lines, policy, result_list, at)
        for each in decisions
        if each.is_given and not each.person
    )
    eligible = TitleGrant.objects.bulk_create(
        _grants(decisions, policy, result_list, at)
    )
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


def _withdraw_earlier(result_list: ResultList) -> None:
    earlier = Award.objects.filter(result_list__event=result_list.event_id)
    valid = Certificate.objects.filter(
        award__in=earlier, status=CertificateStatus.VALID
    )
    if valid.exists():
        raise AlreadyCertified
    earlier.filter(certificates__isnull=True).delete()
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
    given: list[rules.PrizeLine | rules.MedalLine] = [*lines.prizes, *lines.medals]
    line = next(line for line in given if line.code == decision.code)
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


def _grants(
    decisions: Sequence[AwardDecision],
    policy: AwardPolicy,
    result_list: ResultList,
    at: datetime,
) -> list[TitleGrant]:
    """Propose who earned a title; a tie left to the office is proposed as well."""
    types = {each.code: each for each in TitleType.objects.all()}
    settled = set(
        TitleGrant.objects.filter(result_list__event=result_list.event_id).values_list(
            "title_type__code", "person", "entry"
        )
    )
    return [
        TitleGrant(
            title_type=types[each.code],
            person_id=UUID(each.person),
            entry_id=UUID(each.entry),
            result_list=result_list,
            policy=policy,
            explanation=each.explanation.to_json(),
            created_at=at,
        )
        for each in decisions
        if each.person
        and each.decision is not Decision.REFUSED
        and each.code in types
        and (each.code, UUID(each.person), UUID(each.entry)) not in settled
    ]
