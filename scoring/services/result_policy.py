"""Sets how an event is ranked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from competitions.models import Event
from competitions.services.event_trail import record_for_event
from people.models import User
from scoring.enums import Scale
from scoring.models import ResultPolicy
from scoring.rules.ranking import check_chain


@dataclass(frozen=True)
class PolicyDetails:
    """How totals become ranks, scale scores and medals; ``medal_gap`` in points."""

    scale: Scale
    tie_break: Sequence[str]
    awards_medals: bool = False
    medal_gap: int = 2
    medal_chain: bool = False
    document_number: str = ""

    def as_policy(self, event: Event) -> ResultPolicy:
        """Return a policy that is not stored, to see what it would do."""
        return ResultPolicy(
            event=event,
            scale=self.scale,
            tie_break=list(self.tie_break),
            awards_medals=self.awards_medals,
            medal_gap=self.medal_gap,
            medal_chain=self.medal_chain,
            document_number=self.document_number,
        )


@transaction.atomic
def set_result_policy(
    *, event: Event, details: PolicyDetails, by: User, at: datetime
) -> ResultPolicy:
    """Say how an event is ranked from the next version of its result on.

    Raises InvalidChain for a tie-break chain that names no comparator.
    """
    check_chain(details.tie_break)
    event = Event.objects.select_for_update().get(pk=event.pk)
    wanted = details.as_policy(event)
    fields = {
        "scale": wanted.scale,
        "tie_break": wanted.tie_break,
        "awards_medals": wanted.awards_medals,
        "medal_gap": wanted.medal_gap,
        "medal_chain": wanted.medal_chain,
        "document_number": wanted.document_number,
    }
    policy, _created = ResultPolicy.objects.update_or_create(
        event=event, defaults=fields
    )
    record_for_event(
        event_id=event.pk,
        action="result_policy.set",
        object_id=f"event:{event.pk}",
        payload=fields,
        by=by,
        at=at,
    )
    return policy
