"""Sets the stages and components of an event; their weights sum to 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from audit.services import record
from audit.streams import event_stream
from competitions.enums import CompetitionState, ComponentSource
from competitions.models import Component, Event, Stage
from competitions.rules.phases import has_reached
from competitions.rules.weights import InvalidWeights, check_weights, plain
from competitions.services.refusal import Refusal
from people.models import User
from people.sentences import in_words
from people.services import actor_of


class ComponentsFixed(Refusal):
    """Marks are being made for the components as they stand."""

    sentence = _(
        "Marking has begun, so the components of this event can no longer change."
    )


class ComponentInUse(Refusal):
    """A component that was left out already has a scheme or marks."""

    sentence = _(
        "A component you left out already has a marking scheme or marks; keep it."
    )


@dataclass(frozen=True, kw_only=True)
class ComponentLine:
    """One component as typed; ``pk`` names the one it changes, if any."""

    code: str
    name: str
    kind: str
    weight: Decimal
    name_en: str = ""
    source: str = ComponentSource.SCHEME
    full_mark: Decimal = Decimal("100.00")
    pass_mark: Decimal | None = None
    pk: UUID | None = None


@dataclass(frozen=True)
class StageLine:
    """A heat or final as typed, with its components in order."""

    name: str
    name_en: str
    components: tuple[ComponentLine, ...]


@transaction.atomic
def set_components(
    *, event: Event, stages: Sequence[StageLine], by: User, at: datetime
) -> None:
    """Replace stages and components; those named by their key keep their marks.

    Raises ValidationError when a field is wrong or the weights do not sum to 100 %,
    ComponentsFixed once marking has begun, ComponentInUse.
    """
    event = (
        Event.objects.select_for_update().select_related("competition").get(pk=event.pk)
    )
    if event.marks_locked_at or has_reached(
        event.competition.phase, CompetitionState.MARKING
    ):
        raise ComponentsFixed
    write_stages(event=event, stages=stages)
    record(
        stream=event_stream(event.pk),
        actor=actor_of(by),
        action="event.components_set",
        object_id=f"event:{event.pk}",
        payload={
            "components": "、".join(
                f"{line.name} {plain(line.weight)} %"
                for stage in stages
                for line in stage.components
            )
        },
        at=at,
    )


def write_stages(*, event: Event, stages: Sequence[StageLine]) -> None:
    """Write stages and components inside the caller's transaction."""
    lines = [line for stage in stages for line in stage.components]
    _refuse_codes_twice(lines)
    _refuse_other_than_full_weight(lines)
    standing = Component.objects.filter(stage__event=event)
    kept = {component.pk: component for component in standing}
    wanted = {line.pk for line in lines if line.pk}
    try:
        standing.exclude(pk__in=wanted).delete()
    except ProtectedError as error:
        raise ComponentInUse from error
    _set_aside(event, kept, wanted)
    for position, stage_line in enumerate(stages, start=1):
        stage = _write_stage(event, stage_line, position)
        for place, line in enumerate(stage_line.components, start=1):
            component = kept.get(line.pk) if line.pk else None
            _write_component(component or Component(), stage, line, place)
    event.stages.filter(position__gt=_ASIDE).delete()


# Stages that are written again stand beyond this position meanwhile, out of the way
# of the constraint that allows one stage per position.
_ASIDE = 1000


def _set_aside(event: Event, kept: dict[UUID, Component], wanted: set[UUID]) -> None:
    """Free all positions and codes, so that two components may swap theirs."""
    for stage in event.stages.all():
        stage.position += _ASIDE
        stage.save(update_fields=["position"])
    for number, pk in enumerate(wanted & kept.keys()):
        kept[pk].code = f"~{number}"
        kept[pk].save(update_fields=["code"])


def _write_stage(event: Event, line: StageLine, position: int) -> Stage:
    stage = event.stages.filter(name=line.name, position__gt=_ASIDE).first()
    if stage is None:
        stage = Stage(event=event, name=line.name)
    stage.name_en = line.name_en
    stage.position = position
    stage.full_clean()
    stage.save()
    return stage


def _write_component(
    component: Component, stage: Stage, line: ComponentLine, position: int
) -> None:
    values: dict[str, Any] = {
        "stage": stage,
        "code": line.code,
        "name": line.name,
        "name_en": line.name_en,
        "kind": line.kind,
        "source": line.source,
        "weight": line.weight,
        "full_mark": line.full_mark,
        "pass_mark": line.pass_mark,
        "position": position,
    }
    for field, value in values.items():
        setattr(component, field, value)
    component.full_clean()
    component.save()


def _refuse_codes_twice(lines: Sequence[ComponentLine]) -> None:
    codes = [line.code for line in lines]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ValidationError(
            _("The code %(code)s stands twice; every component needs its own.")
            % {"code": twice}
        )


def _refuse_other_than_full_weight(lines: Sequence[ComponentLine]) -> None:
    try:
        check_weights({line.code: line.weight for line in lines})
    except InvalidWeights as error:
        raise ValidationError(in_words(error.sentence)) from error
