"""Takes a deduction back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User
from scoring.models import Deduction
from scoring.services.component_scores import open_event
from scoring.services.tallies import rebuild_tallies


@transaction.atomic
def withdraw_deduction(
    *, deduction: Deduction, reason: str, by: User, at: datetime
) -> None:
    """Give the marks of a deduction back; the log keeps both reasons.

    Raises ScoresFixed after the result was checked, Refusal without a reason.
    """
    if not reason.strip():
        raise Refusal(_("Say why the deduction is withdrawn."))
    entry = deduction.entry
    event = open_event(entry.event)
    payload = {
        "number": entry.number,
        "amount": str(deduction.amount),
        "deducted_for": deduction.reason,
        "reason": reason.strip(),
    }
    deduction.delete()
    record_for_event(
        event_id=event.pk,
        action="deduction.withdrawn",
        object_id=f"entry:{entry.pk}",
        payload=payload,
        by=by,
        at=at,
    )
    rebuild_tallies(event_id=event.pk, entry_ids=[entry.pk], at=at)
