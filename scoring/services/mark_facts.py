"""What the audit log keeps of marks, notes, reveals and frozen schemes."""

from collections.abc import Iterable
from datetime import datetime

from audit.services import Fact
from people.models import Device, User
from people.services.users import actor_of
from scoring.enums import AGREED_SEAT, SECOND_PAIR_SEAT
from scoring.models import MarkingScheme, Reveal
from scoring.queries.books import Book
from scoring.queries.judge_sheet import reveal_view
from scoring.services.entering import Written

_SHARED = {AGREED_SEAT: ".agreed", SECOND_PAIR_SEAT: ".second_pair"}


def mark_facts(
    batch: Iterable[Written], judge: User, device: Device, at: datetime
) -> list[Fact]:
    """Return what a batch did, in its order."""
    facts = []
    for written in batch:
        facts.append(_entered(written, judge, device, at))
        if written.reveal:
            facts.append(revealed_fact(written.book, written.reveal, actor_of(judge)))
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


def revealed_fact(book: Book, reveal: Reveal, actor: str) -> Fact:
    """Return that the scores of a panel were laid open, and what they were."""
    return Fact(
        actor=actor,
        action="marks.revealed",
        object_id=f"sheet:{book.sheet.pk}",
        at=reveal.revealed_at,
        payload={
            "code": book.sheet.sub_criterion.code,
            "aspect": str(reveal.aspect_id) if reveal.aspect_id else None,
            **(reveal_view(reveal) or {}),
        },
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
        # Words differ where a value belongs to no single seat; see ``wording``.
        what = "entered" if written.is_mark else "cleared"
        action = f"mark.{what}{_SHARED.get(written.seat, '')}"
        payload |= {"mark": written.answer.mark, "round": written.mark.round}
    return Fact(
        actor=actor_of(judge),
        action=action,
        object_id=f"sheet:{written.book.sheet.pk}",
        at=at,
        payload=payload,
    )
