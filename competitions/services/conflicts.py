"""Decides about judges who share an employer with those they would mark (回避)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.enums import ConflictHandling, SeatKind
from competitions.marked_seats import MarkedSeat, marked_seats
from competitions.models import ConflictDeclaration, Entry, Event, PanelSeat
from competitions.panel_needs import needed_judges
from competitions.queries.conflicts import SeatConflict, conflicts_of
from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from competitions.signals import conflict_decided
from people.models import User


class NoConflict(Refusal):
    """There is nothing to decide."""

    sentence = _("This judge and this entry are not in conflict; nothing was changed.")


class DecisionReasonMissing(Refusal):
    """A decision about a conflict has to be explained to the others."""

    sentence = _("Give the reason for the decision.")


class OwnEntry(Refusal):
    """Nobody marks himself, declared or not."""

    sentence = _(
        "%(judge)s competes in this entry and cannot mark it: block the judge or let a"
        " reserve judge stand in."
    )


class NoReserveJudge(Refusal):
    """Nobody waits in the panel."""

    sentence = _(
        "Panel “%(panel)s” has no free reserve judge without a conflict of his own."
        " Seat a reserve judge first."
    )


class TooFewJudges(Refusal):
    """The rest of the panel could never reach a mark."""

    sentence = _(
        "Without %(judge)s, panel “%(panel)s” would have %(left)s judges before this"
        " entry and needs %(needed)s. Record a declaration, or seat a reserve judge and"
        " let him stand in instead."
    )


class EntryMarked(Refusal):
    """A mark was made under the decision as it stands."""

    sentence = _(
        "Marks for this entry were already entered, so the decision can no longer"
        " change."
    )


class JudgeHasMarked(Refusal):
    """What the judge entered or signed is on record under his seat."""

    sentence = _(
        "%(judge)s has already marked or signed for this entry and cannot be taken off"
        " it any more. Record a declaration instead."
    )


def decide_conflict(
    *,
    seat: PanelSeat,
    entry: Entry,
    handling: str,
    reason: str,
    by: User,
    at: datetime,
) -> ConflictDeclaration:
    """Block the judge, record his declaration, or let the reserve judge stand in."""
    (decision,) = decide_conflicts(
        seat=seat, entries=[entry.pk], handling=handling, reason=reason, by=by, at=at
    )
    return decision


@transaction.atomic
def decide_conflicts(
    *,
    seat: PanelSeat,
    entries: Sequence[UUID],
    handling: str,
    reason: str,
    by: User,
    at: datetime,
) -> list[ConflictDeclaration]:
    """Decide alike about several entries of one judge, or about none of them."""
    event = Event.objects.select_for_update(no_key=True).get(pk=seat.panel.event_id)
    conflicts = _conflicts(event, seat, entries)
    reason = " ".join(reason.split())
    if not reason:
        raise DecisionReasonMissing
    marked = marked_seats(event.pk)
    for conflict in conflicts:
        try:
            _refuse(conflict, ConflictHandling(handling), marked)
        except Refusal as refusal:
            if len(conflicts) == 1:
                raise
            raise _about(conflict, refusal) from refusal
    return [
        _decide(conflict, ConflictHandling(handling), reason, by, at)
        for conflict in conflicts
    ]


def _refuse(
    conflict: SeatConflict,
    handling: ConflictHandling,
    marked: frozenset[MarkedSeat],
) -> None:
    _refuse_marked(conflict, marked, handling)
    _refuse_handling(conflict, handling)
    if handling is ConflictHandling.BLOCKED:
        _refuse_small(conflict)


def _about(conflict: SeatConflict, refusal: Refusal) -> Refusal:
    """Say which of several entries stands in the way."""
    words = {"entry": conflict.entry_name, "what": str(refusal)}
    return type(refusal)(_("%(entry)s: %(what)s") % words)


def _decide(
    conflict: SeatConflict,
    handling: ConflictHandling,
    reason: str,
    by: User,
    at: datetime,
) -> ConflictDeclaration:
    key = {"seat": conflict.seat, "entry": conflict.entry}
    # Looked up: of a decision that is open again a row may still be there.
    decision = ConflictDeclaration.objects.filter(**key).first()
    decision = decision or ConflictDeclaration(**key)
    decision.handling, decision.reason = handling, reason
    decision.decided_by, decision.decided_at = by, at
    decision.full_clean()
    decision.save()
    _tell(conflict, decision)
    return decision


def _tell(conflict: SeatConflict, decision: ConflictDeclaration) -> None:
    """Write the audit event; after commit, marks that waited for this may count."""
    event_id = conflict.entry.event_id
    record_for_event(
        event_id=event_id,
        object_id=f"entry:{conflict.entry.pk}",
        action=f"conflict.{decision.handling}",
        payload={
            "panel": conflict.seat.panel.name,
            "seat": conflict.seat.number,
            "judge": conflict.seat.judge.get_full_name(),
            "entry": conflict.entry_name,
            "reason": decision.reason,
        },
        by=decision.decided_by,
        at=decision.decided_at,
    )
    transaction.on_commit(lambda: conflict_decided.send(sender=None, event_id=event_id))


def _conflicts(
    event: Event, seat: PanelSeat, entries: Sequence[UUID]
) -> list[SeatConflict]:
    found = {
        conflict.entry.pk: conflict
        for conflict in conflicts_of([event.pk])[event.pk]
        if conflict.seat.pk == seat.pk
    }
    if not entries or not found.keys() >= set(entries):
        raise NoConflict
    return [found[entry_id] for entry_id in dict.fromkeys(entries)]


def _refuse_handling(conflict: SeatConflict, handling: ConflictHandling) -> None:
    if handling is ConflictHandling.DECLARED and conflict.is_own_entry:
        judge = conflict.seat.judge.get_full_name()
        raise OwnEntry(OwnEntry.sentence % {"judge": judge})
    if handling is ConflictHandling.REPLACED and conflict.reserve is None:
        panel = conflict.seat.panel.name
        raise NoReserveJudge(NoReserveJudge.sentence % {"panel": panel})


def _refuse_small(conflict: SeatConflict) -> None:
    """Refuse to block the judge without whom the panel can never finish."""
    panel, judge = conflict.seat.panel, conflict.seat.judge
    blocked = ConflictDeclaration.objects.filter(
        entry=conflict.entry, handling=ConflictHandling.BLOCKED
    )
    judges = panel.seats.filter(kind=SeatKind.JUDGE).exclude(pk=conflict.seat.pk)
    left = judges.exclude(pk__in=blocked.values("seat")).count()
    needed = needed_judges(panel.event_id, panel.pk)
    if left < needed:
        raise TooFewJudges(
            TooFewJudges.sentence
            % {
                "judge": judge.get_full_name(),
                "panel": panel.name,
                "left": left,
                "needed": needed,
            }
        )


def _refuse_marked(
    conflict: SeatConflict,
    marked: frozenset[MarkedSeat],
    handling: ConflictHandling,
) -> None:
    """Refuse what would turn a mark into one of a judge who had no right to it.

    A decision that stands is final once its panel has marked the entry. A conflict
    that was found late may still be decided: freely while its own judge has entered
    and signed nothing, and as a declaration when he has, for the entry waits for him.
    """
    panel_id, entry_id = conflict.seat.panel_id, conflict.entry.pk
    own = MarkedSeat(panel_id, entry_id, conflict.seat.judge_id)
    panels = {(each.panel_id, each.entry_id) for each in marked}
    if conflict.decision and (panel_id, entry_id) in panels:
        raise EntryMarked
    if own in marked and handling is not ConflictHandling.DECLARED:
        judge = conflict.seat.judge.get_full_name()
        raise JudgeHasMarked(JudgeHasMarked.sentence % {"judge": judge})
