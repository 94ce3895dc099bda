"""Who is proposed for a title by the awards of an event."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from certificates.enums import GrantState
from certificates.models import AwardPolicy, TitleGrant, TitleType
from certificates.rules.award_facts import AwardDecision, Decision
from scoring.models import ResultList


def write_proposals(
    result_list: ResultList,
    policy: AwardPolicy,
    decisions: Sequence[AwardDecision],
    at: datetime,
) -> list[TitleGrant]:
    """Propose who earned a title; a tie left to the office is proposed as well.

    What was granted or revoked for this entry before is not proposed again: a title
    that the result still gives rests on the new version from now on.
    """
    types = {each.code: each for each in TitleType.objects.all()}
    settled = {
        (grant.title_type_id, grant.person_id, grant.entry_id): grant
        for grant in TitleGrant.objects.filter(result_list__event=result_list.event_id)
    }
    proposed, confirmed = [], []
    for each in decisions:
        if not _is_earned(each) or each.code not in types:
            continue
        title, person, entry = types[each.code], UUID(each.person), UUID(each.entry)
        known = settled.get((title.pk, person, entry))
        grant = known or TitleGrant(
            title_type=title, person_id=person, entry_id=entry, created_at=at
        )
        if known is None:
            proposed.append(grant)
        elif known.state == GrantState.GRANTED:
            confirmed.append(grant)
        grant.result_list, grant.policy = result_list, policy
        grant.explanation = each.explanation.to_json()
    TitleGrant.objects.bulk_update(confirmed, ["result_list", "policy", "explanation"])
    return TitleGrant.objects.bulk_create(proposed)


def _is_earned(decision: AwardDecision) -> bool:
    return bool(decision.person) and decision.decision is not Decision.REFUSED
