"""What the audit log keeps of marks, notes, reveals and frozen schemes."""

from collections.abc import Iterable
from datetime import datetime

from audit.services import Fact
from people.models import Device, User
from people.services.users import actor_of
from scoring.models import MarkingScheme
from scoring.services.entering import Written


def mark_facts(
    batch: Iterable[Written], judge: User, device: Device, at: datetime
) -> list[Fact]:
    """Return what a batch did, in its order."""
    facts = []
    for written in batch:
        facts.append(_entered(written, judge, device, at))
        if written.reveal:
            facts.append(_revealed(written, judge, at))
    return facts


def frozen_fact(scheme: MarkingScheme, judge: User, at: datetime) -> Fact:
    """Return that a scheme was frozen, with its fingerprint."""
    return Fact(
        actor=actor_of(judge),
        action="scheme.frozen",
        object_id=f"scheme:{scheme.pk}",
        at=at,
        payload={"version": scheme.version, "hash": scheme.frozen_hash},
    )


def _entered(written: Written, judge: User, device: Device, at: datetime) -> Fact:
    payload = {
        "code": written.book.sheet.sub_criterion.code,
        "aspect": str(written.aspect.pk),
        "seat": written.seat,
        "op": str(written.answer.op_id),
        "device": str(device.pk),
        "value": written.answer.value,
        "version": written.answer.version,
    }
    action = "note.written"
    if written.mark:
        action = "mark.entered" if written.mark.value else "mark.cleared"
        payload |= {"mark": written.answer.mark, "round": written.mark.round}
    return Fact(
        actor=actor_of(judge),
        action=action,
        object_id=f"sheet:{written.book.sheet.pk}",
        at=at,
        payload=payload,
    )


def _revealed(written: Written, judge: User, at: datetime) -> Fact:
    reveal = written.reveal
    return Fact(
        actor=actor_of(judge),
        action="marks.revealed",
        object_id=f"sheet:{written.book.sheet.pk}",
        at=at,
        payload={
            "code": written.book.sheet.sub_criterion.code,
            "aspect": str(reveal.aspect_id) if reveal and reveal.aspect_id else None,
            **(written.answer.reveal or {}),
        },
    )
