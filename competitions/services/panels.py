"""Makes panels and seats judges on them, until marking begins (裁判组)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from competitions.enums import MeasurementPart, SeatKind
from competitions.marked_seats import marked_seats
from competitions.models import Event, Panel, PanelSeat
from competitions.services.appointments import appoint_to_mark, release_from_marking
from competitions.services.conflict_reopening import reopen_conflicts
from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User

# Numbers above this are free: a seat waits there while two change places.
_ASIDE = 10_000


class PanelHasMarked(Refusal):
    """Who marked what is on record under the seats of this panel."""

    sentence = _(
        "This panel has already entered marks, so its seats can no longer change;"
        " only a reserve judge may be added. Decide about single entries under"
        " conflicts of interest."
    )


class AlreadySeated(Refusal):
    """One person, one seat."""

    sentence = _("%(judge)s already sits on this panel.")


@transaction.atomic
def create_panel(*, event: Event, name: str, by: User, at: datetime) -> Panel:
    """Add a panel; raises ValidationError when its name is blank or taken."""
    _lock(event.pk)
    panel = Panel(event=event, name=" ".join(name.split()))
    panel.full_clean()
    panel.save(force_insert=True)
    _record(panel, "panel.created", {}, by, at)
    return panel


@transaction.atomic
def rename_panel(*, panel: Panel, name: str, by: User, at: datetime) -> Panel:
    """Give a panel another name; what it marked stays what it is."""
    panel = Panel.objects.select_for_update().get(pk=panel.pk)
    before, panel.name = panel.name, " ".join(name.split())
    if panel.name == before:
        return panel
    panel.full_clean()
    panel.save(update_fields=["name"])
    _record(panel, "panel.renamed", {"before": before}, by, at)
    return panel


@transaction.atomic
def remove_panel(*, panel: Panel, by: User, at: datetime) -> None:
    """Remove a panel and its seats; raises PanelHasMarked."""
    _lock(panel.event_id)
    panel = Panel.objects.select_related("event").get(pk=panel.pk)
    _refuse_marked(panel)
    judges = [seat.judge for seat in panel.seats.select_related("judge")]
    _record(panel, "panel.removed", {}, by, at)
    panel.delete()
    for judge in judges:
        release_from_marking(event=panel.event, judge=judge, by=by, at=at)


@transaction.atomic
def seat_judge(
    *, panel: Panel, judge: User, kind: str, part: str, by: User, at: datetime
) -> PanelSeat:
    """Give a judge the next seat of a panel, and the role of a judge in the event.

    A reserve judge may still come when the panel has marked: he changes nothing of
    what stands, and somebody has to take over where a conflict is found late.
    """
    _lock(panel.event_id)
    if kind != SeatKind.RESERVE:
        _refuse_marked(panel)
    _refuse_seated(panel, judge)
    last = panel.seats.aggregate(last=Max("number"))["last"] or 0
    seat = PanelSeat(
        panel=panel,
        number=last + 1,
        judge=judge,
        kind=kind,
        measurement_part=_part(kind, part),
    )
    seat.full_clean()
    seat.save(force_insert=True)
    appoint_to_mark(event=panel.event, judge=judge, by=by, at=at)
    _record_seat(seat, "seat.given", {"kind": seat.kind}, by, at)
    return seat


@transaction.atomic
def revise_seat(
    *, seat: PanelSeat, judge: User, kind: str, part: str, by: User, at: datetime
) -> PanelSeat:
    """Let another judge take a seat, or say what it is for.

    What was decided about the first judge goes with him, also where he stood in.
    """
    seat = _locked(seat)
    former = seat.judge
    if judge.pk != former.pk:
        _refuse_seated(seat.panel, judge)
    if judge.pk != former.pk or kind != seat.kind:
        reopen_conflicts(reserve=seat, by=by, at=at)
        seat.conflicts.all().delete()
    seat.judge, seat.kind, seat.measurement_part = judge, kind, _part(kind, part)
    seat.full_clean()
    seat.save(update_fields=["judge", "kind", "measurement_part"])
    payload = {"kind": kind, "part": seat.measurement_part}
    if judge.pk == former.pk:
        _record_seat(seat, "seat.changed", payload, by, at)
        return seat
    event = seat.panel.event
    appoint_to_mark(event=event, judge=judge, by=by, at=at)
    release_from_marking(event=event, judge=former, by=by, at=at)
    payload |= {"before": former.get_full_name()}
    _record_seat(seat, "seat.replaced", payload, by, at)
    return seat


@transaction.atomic
def move_seat_up(*, seat: PanelSeat, by: User, at: datetime) -> PanelSeat:
    """Let a seat change places with the one before it; the first one stays."""
    seat = _locked(seat)
    seats = list(seat.panel.seats.order_by("number"))
    place = next(index for index, each in enumerate(seats) if each.pk == seat.pk)
    if place == 0:
        return seat
    above, number = seats[place - 1], seat.number
    for each, taken in ((seat, _ASIDE), (above, number), (seat, above.number)):
        PanelSeat.objects.filter(pk=each.pk).update(number=taken)
    seat.refresh_from_db(fields=["number"])
    _record_seat(seat, "seat.moved", {}, by, at)
    return seat


@transaction.atomic
def remove_seat(*, seat: PanelSeat, by: User, at: datetime) -> None:
    """Take a seat away; those behind it move up."""
    seat = _locked(seat)
    judge, panel = seat.judge, seat.panel
    reopen_conflicts(reserve=seat, by=by, at=at)
    _record_seat(seat, "seat.removed", {}, by, at)
    seat.delete()
    behind = panel.seats.filter(number__gt=seat.number).order_by("number")
    for each in behind:
        # One by one: a single update could meet a number that is still taken.
        PanelSeat.objects.filter(pk=each.pk).update(number=each.number - 1)
    release_from_marking(event=panel.event, judge=judge, by=by, at=at)


def _part(kind: str, part: str) -> str:
    """A reserve judge takes over the part of the seat he stands in for."""
    return MeasurementPart.CO_SIGNER if kind == SeatKind.RESERVE else part


def _lock(event_id: UUID) -> None:
    """Hold the event's row: seats and marks of one event take their turns."""
    Event.objects.select_for_update(no_key=True).get(pk=event_id)


def _locked(seat: PanelSeat) -> PanelSeat:
    """Return a seat fresh under the lock of its event, unless its panel has marked."""
    _lock(seat.panel.event_id)
    fresh = PanelSeat.objects.select_related("panel__event", "judge").get(pk=seat.pk)
    _refuse_marked(fresh.panel)
    return fresh


def _refuse_marked(panel: Panel) -> None:
    if any(marked.panel_id == panel.pk for marked in marked_seats(panel.event_id)):
        raise PanelHasMarked


def _refuse_seated(panel: Panel, judge: User) -> None:
    if panel.seats.filter(judge=judge).exists():
        raise AlreadySeated(AlreadySeated.sentence % {"judge": judge.get_full_name()})


def _record_seat(
    seat: PanelSeat, action: str, payload: dict[str, Any], by: User, at: datetime
) -> None:
    payload |= {"judge": seat.judge.get_full_name(), "seat": seat.number}
    _record(seat.panel, action, payload, by, at)


def _record(
    panel: Panel, action: str, payload: dict[str, Any], by: User, at: datetime
) -> None:
    record_for_event(
        event_id=panel.event_id,
        object_id=f"panel:{panel.pk}",
        action=action,
        payload={"panel": panel.name, **payload},
        by=by,
        at=at,
    )
