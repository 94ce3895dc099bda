"""An event with theory and practice as imported marks, and people who work on it."""

from decimal import Decimal

from competitions.enums import ComponentSource
from scoring.services.component_scores import record_component_scores
from scoring.services.results import check_results, prepare_results, publish_results
from tests.factories import (
    NOW,
    ComponentFactory,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    RoleAssignmentFactory,
    StageFactory,
    UserFactory,
)


def contest(*pairs):
    """Return an event with an entry for each pair of theory and practical marks."""
    stage = StageFactory(event=EventFactory())
    theory = _component(stage, "T", "理论", 20)
    practical = _component(stage, "P", "实操", 80)
    for number, marks in enumerate(pairs, start=1):
        entry = EntryFactory(event=stage.event, number=number)
        EntryMemberFactory(entry=entry, person__name=f"选手{number}号")
        for component, mark in zip((theory, practical), marks, strict=True):
            record_component_scores(
                component=component,
                marks={entry: Decimal(mark)},
                by=UserFactory(),
                at=NOW,
            )
    return stage.event


def _component(stage, code, name, weight):
    return ComponentFactory(
        stage=stage,
        code=code,
        name=name,
        weight=Decimal(weight),
        pass_mark=Decimal("60.00"),
        source=ComponentSource.IMPORTED,
    )


def prepared(event, by=None, **more):
    return prepare_results(event=event, by=by or UserFactory(), at=NOW, **more)


def published(event, **more):
    made = prepared(event, **more)
    check_results(result_list=made, by=UserFactory(), at=NOW)
    return publish_results(result_list=made, by=UserFactory(), at=NOW)


def organiser_of(event):
    return RoleAssignmentFactory(
        role__code="organiser", competition=event.competition
    ).user


def chief_judge_of(event):
    return RoleAssignmentFactory(role__code="chief-judge", event=event).user
