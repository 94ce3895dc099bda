"""Takes marks off an entry, and gives them back."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from competitions.models import Component, Entry
from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User
from people.sentences import in_words
from scoring.models import Deduction
from scoring.queries.layout import layout_of
from scoring.rules.deduction import ImpossibleDeduction, read_deduction
from scoring.services.component_scores import open_event
from scoring.services.tallies import rebuild_tallies


@transaction.atomic
def deduct(
    *,
    entry: Entry,
    component: Component,
    amount: Decimal,
    reason: str,
    by: User,
    at: datetime,
) -> Deduction:
    """Take marks off one component of an entry for an infringement.

    Raises ScoresFixed after the result was checked, Refusal without a reason or for an
    amount that the component cannot lose.
    """
    event = open_event(entry.event)
    amount = _possible(entry, component, amount)
    if not reason.strip():
        raise Refusal(_("Say what the deduction is for."))
    deduction = Deduction.objects.create(
        entry=entry,
        component=component,
        amount=amount,
        reason=reason.strip(),
        entered_by=by,
        entered_at=at,
    )
    record_for_event(
        event_id=event.pk,
        action="deduction.made",
        object_id=f"entry:{entry.pk}",
        payload={
            "number": entry.number,
            "amount": str(amount),
            "reason": deduction.reason,
        },
        by=by,
        at=at,
    )
    rebuild_tallies(event_id=event.pk, entry_ids=[entry.pk], at=at)
    return deduction


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


def _possible(entry: Entry, component: Component, amount: Decimal) -> Decimal:
    """Return the amount with two decimals; refuse what the component cannot lose."""
    layout = {each.component.pk: each for each in layout_of(entry.event_id)}
    earlier = Deduction.objects.filter(entry=entry, component=component)
    lost = earlier.aggregate(lost=Sum("amount"))["lost"] or Decimal(0)
    full_mark = layout[component.pk].full_mark
    try:
        return read_deduction(amount, full_mark=full_mark, lost=lost)
    except ImpossibleDeduction as error:
        raise Refusal(in_words(error.sentence)) from error
