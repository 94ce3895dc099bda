"""Says which panel marks which sub criteria."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import event_stream
from competitions.models import Panel
from competitions.services.refusal import Refusal
from people.models import User
from people.services.users import actor_of
from scoring.models import Mark, MarkingScheme, SubCriterion
from scoring.services.event_lock import lock_event
from scoring.services.scheme_edit import SchemeChanged
from scoring.services.scheme_store import SchemeInUse


class WrongEvent(Refusal):
    """The panel marks another event."""

    sentence = _("This panel belongs to another event; choose a panel of this event.")


class AlreadyMarked(Refusal):
    """The panel that marks has begun."""

    sentence = _(
        "The panel has begun to mark this sub criterion; it can no longer be changed."
    )


@transaction.atomic
def assign_panel(
    *,
    sub_criteria: Sequence[SubCriterion],
    panel: Panel | None,
    by: User,
    at: datetime,
) -> None:
    """Let a panel mark sub criteria, or none; raises AlreadyMarked, WrongEvent."""
    chosen = list(
        SubCriterion.objects.select_for_update(of=("self",))
        .filter(pk__in=[sub.pk for sub in sub_criteria])
        .select_related("criterion__scheme__component__stage")
    )
    events = {sub.criterion.scheme.component.stage.event_id for sub in chosen}
    if not chosen:
        return
    if len(events) > 1 or (panel and events != {panel.event_id}):
        raise WrongEvent
    changed = [sub for sub in chosen if sub.panel_id != (panel.pk if panel else None)]
    marks = Mark.objects.filter(sheet__sub_criterion__in=changed)
    if marks.exclude(value="").exists():
        raise AlreadyMarked
    for sub in changed:
        sub.panel = panel
    SubCriterion.objects.bulk_update(changed, ["panel"])
    record(
        stream=event_stream(events.pop()),
        actor=actor_of(by),
        action="scheme.panel_assigned",
        object_id=f"panel:{panel.pk}" if panel else "panel:",
        payload={
            "panel": panel.name if panel else "",
            "codes": [sub.code for sub in changed],
        },
        at=at,
    )


@dataclass(frozen=True)
class Slot:
    """Who marks a sub criterion, and on which day."""

    panel: Panel | None
    day: int | None


@transaction.atomic
def plan_marking(
    *,
    marking_scheme: MarkingScheme,
    slots: Mapping[UUID, Slot],
    version: int,
    by: User,
    at: datetime,
) -> None:
    """Give the sub criteria of a scheme their panels and days, all or none.

    Days belong to what is frozen, panels do not. Raises AlreadyMarked, WrongEvent,
    SchemeInUse when a day of a frozen scheme would change, SchemeChanged when the
    scheme is no longer the one that was seen.
    """
    lock_event(marking_scheme.component.stage.event_id)
    row = MarkingScheme.objects.get(pk=marking_scheme.pk)
    if row.edit_version != version:
        raise SchemeChanged
    subs = list(SubCriterion.objects.filter(criterion__scheme=row, pk__in=slots))
    by_panel: defaultdict[Panel | None, list[SubCriterion]] = defaultdict(list)
    for sub in subs:
        panel = slots[sub.pk].panel
        if sub.panel_id != (panel.pk if panel else None):
            by_panel[panel].append(sub)
    for panel, chosen in by_panel.items():
        assign_panel(sub_criteria=chosen, panel=panel, by=by, at=at)
    _set_days(row, [sub for sub in subs if sub.day != slots[sub.pk].day], slots)
    record(
        stream=event_stream(marking_scheme.component.stage.event_id),
        actor=actor_of(by),
        action="scheme.planned",
        object_id=f"scheme:{row.pk}",
        payload={"component": marking_scheme.component.code},
        at=at,
    )


def _set_days(
    row: MarkingScheme, subs: Sequence[SubCriterion], slots: Mapping[UUID, Slot]
) -> None:
    if subs and row.is_frozen:
        raise SchemeInUse
    for sub in subs:
        sub.day = slots[sub.pk].day
    SubCriterion.objects.bulk_update(subs, ["day"])
    row.edit_version += 1
    row.save(update_fields=["edit_version"])
