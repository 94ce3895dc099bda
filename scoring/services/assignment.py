"""Says which panel marks which sub criteria."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import event_stream
from competitions.models import Panel
from competitions.services.refusal import Refusal
from people.models import User
from people.services.users import actor_of
from scoring.models import Mark, SubCriterion


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
