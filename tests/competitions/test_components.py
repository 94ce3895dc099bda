"""Setting the stages and components of an event."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from competitions.enums import CompetitionState
from competitions.models import Component
from competitions.services.components import (
    ComponentLine,
    ComponentsFixed,
    StageLine,
    set_components,
)
from tests.factories import (
    NOW,
    CompetitionFactory,
    ComponentFactory,
    EventFactory,
    StageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

THEORY = ComponentLine(code="T", name="理论", kind="theory", weight=Decimal(30))
PRACTICAL = ComponentLine(code="A", name="实操", kind="practical", weight=Decimal(70))


def final(*lines):
    return StageLine("决赛", "Final", lines)


def set_for(event, *stages):
    set_components(event=event, stages=stages, by=UserFactory(), at=NOW)


def rows_of(event):
    rows = Component.objects.filter(stage__event=event)
    return [
        (row.stage.name, row.code, f"{row.weight}")
        for row in rows.order_by("stage__position", "position")
    ]


def test_stages_and_components_stand_in_the_order_given():
    event = EventFactory()

    set_for(event, StageLine("预赛", "Heats", (THEORY,)), final(PRACTICAL))

    assert rows_of(event) == [("预赛", "T", "30.00"), ("决赛", "A", "70.00")]


@pytest.mark.parametrize("weight", ["69.99", "70.01"])
def test_weights_that_do_not_sum_to_100_are_refused_with_their_sum(weight):
    event = EventFactory()
    wrong = replace(PRACTICAL, weight=Decimal(weight))

    with pytest.raises(ValidationError) as refused:
        set_for(event, final(THEORY, wrong))

    total = Decimal(30) + Decimal(weight)
    assert refused.value.messages == [f"各部分权重合计为 {total} %，应为 100 %。"]
    assert rows_of(event) == []


def test_a_component_named_by_its_key_is_changed_in_place():
    event = EventFactory()
    old = ComponentFactory(stage=StageFactory(event=event), code="A", name="旧")

    set_for(event, final(replace(PRACTICAL, pk=old.pk, weight=Decimal(100))))

    kept = Component.objects.get()
    assert (kept.pk, kept.name) == (old.pk, "实操")


def test_two_components_may_swap_their_codes():
    event = EventFactory()
    stage = StageFactory(event=event)
    one = ComponentFactory(stage=stage, code="A", weight=Decimal(30))
    two = ComponentFactory(stage=stage, code="B", weight=Decimal(70))

    set_for(
        event,
        final(
            replace(THEORY, code="B", pk=one.pk),
            replace(PRACTICAL, code="A", pk=two.pk),
        ),
    )

    codes = dict(Component.objects.values_list("pk", "code"))
    assert codes == {one.pk: "B", two.pk: "A"}


def test_a_component_of_another_event_is_never_taken_over():
    event, other = EventFactory(), EventFactory()
    theirs = ComponentFactory(stage=StageFactory(event=other), name="别人的")

    set_for(event, final(replace(PRACTICAL, pk=theirs.pk, weight=Decimal(100))))

    theirs.refresh_from_db()
    assert (theirs.name, theirs.stage.event) == ("别人的", other)


def test_a_code_stands_once():
    with pytest.raises(ValidationError) as refused:
        set_for(EventFactory(), final(THEORY, replace(PRACTICAL, code="T")))

    assert refused.value.messages == ["代码 T 出现了两次，每个部分应有自己的代码。"]


def test_components_are_fixed_once_marking_has_begun():
    competition = CompetitionFactory(state=CompetitionState.MARKING)

    with pytest.raises(ComponentsFixed):
        set_for(EventFactory(competition=competition), final(THEORY, PRACTICAL))
