"""Awards that a policy leaves to the office: who shares the last place."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from certificates.enums import AwardKind
from certificates.models import Award, AwardPolicy
from certificates.queries.awards import decisions_of
from certificates.rules.award_facts import AwardDecision, Decision
from certificates.rules.award_policy_json import from_json
from certificates.services.trail import record_outcome
from competitions.models import Entry
from competitions.services.refusal import Refusal
from people.models import User
from scoring.enums import ResultState
from scoring.models import ResultList


class NotOpen(Refusal):
    """The award is decided, or the policy does not leave it to the office."""

    sentence = _("This award is not left to the office; open the page again.")


@transaction.atomic
def give_open_award(*, entry: Entry, code: str, by: User, at: datetime) -> Award:
    """Give a shared last place to one entry, once the other awards are made."""
    result_list = (
        ResultList.objects.select_for_update()
        .filter(event=entry.event_id, state=ResultState.PUBLISHED)
        .first()
    )
    made = Award.objects.filter(result_list=result_list).select_related("policy")
    other = made.first()
    if result_list is None or other is None or made.filter(entry=entry).exists():
        raise NotOpen
    decision = _open_decision(result_list, other.policy, entry.pk, code)
    prizes = {line.code: line for line in from_json(other.policy.rules).prizes}
    award = Award.objects.create(
        result_list=result_list,
        entry=entry,
        policy=other.policy,
        kind=AwardKind(decision.kind.value),
        code=code,
        name=prizes[code].name,
        name_en=prizes[code].name_en,
        rank=decision.rank,
        explanation=decision.explanation.to_json(),
        awarded_at=at,
    )
    record_outcome(
        event_id=entry.event_id,
        action="award.given",
        object_id=f"award:{award.pk}",
        payload={"award": award.name, "entry": entry.number},
        by=by,
        at=at,
    )
    return award


def _open_decision(
    result_list: ResultList, policy: AwardPolicy, entry_id: UUID, code: str
) -> AwardDecision:
    for decision in decisions_of(result_list, policy):
        if _is_open(decision, entry_id, code):
            return decision
    raise NotOpen


def _is_open(decision: AwardDecision, entry_id: UUID, code: str) -> bool:
    return (
        decision.decision is Decision.OFFICE
        and not decision.person
        and decision.entry == str(entry_id)
        and decision.code == code
    )
