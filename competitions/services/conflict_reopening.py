"""Opens decisions again when the reserve judge they rely on leaves his seat."""

from datetime import datetime

from competitions.enums import ConflictHandling
from competitions.models import PanelSeat
from competitions.queries.conflicts import conflicts_of
from competitions.services.event_trail import record_for_event
from people.models import User


def reopen_conflicts(*, reserve: PanelSeat, by: User, at: datetime) -> None:
    """Take back that this reserve judge stands in: who does must be decided anew.

    Called in the transaction that takes him off, before it does. Another reserve
    judge of the panel does not slip into a decision that was made about this one.
    """
    event_id = reserve.panel.event_id
    for conflict in conflicts_of([event_id])[event_id]:
        decision = conflict.decision
        if decision is None or decision.handling != ConflictHandling.REPLACED:
            continue
        if conflict.reserve is None or conflict.reserve.pk != reserve.pk:
            continue
        decision.delete()
        record_for_event(
            event_id=event_id,
            object_id=f"entry:{conflict.entry.pk}",
            action="conflict.reopened",
            payload={
                "panel": conflict.seat.panel.name,
                "seat": conflict.seat.number,
                "judge": conflict.seat.judge.get_full_name(),
                "entry": conflict.entry_name,
                "reserve": reserve.judge.get_full_name(),
            },
            by=by,
            at=at,
        )
