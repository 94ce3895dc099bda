"""Leading a competition through its phases."""

import pytest

from audit.queries import latest
from audit.streams import competition_stream
from audit.wording import sentence
from competitions.enums import CompetitionState
from competitions.services.phases import (
    NoSuchPhase,
    NotReady,
    ReasonMissing,
    advance_competition,
    resume_competition,
    step_back,
    stop_competition,
)
from tests.factories import (
    NOW,
    CompetitionFactory,
    CompetitionHostFactory,
    ComponentFactory,
    EventFactory,
    StageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def ready_competition(**values):
    competition = CompetitionFactory(document_number="12号", **values)
    CompetitionHostFactory(competition=competition)
    event = EventFactory(competition=competition)
    ComponentFactory(stage=StageFactory(event=event))
    return competition


def test_a_competition_that_lacks_something_stays_and_says_what():
    competition = CompetitionFactory()
    event = EventFactory(competition=competition, name="焊工")
    ComponentFactory(stage=StageFactory(event=event), weight="98.50")

    with pytest.raises(NotReady) as refused:
        advance_competition(competition=competition, by=UserFactory(), at=NOW)

    assert [item.sentence for item in refused.value.items] == [
        "尚未填写主办单位；通知和证书都要用到。",
        "焊工：权重合计 98.5 %，应为 100 %。",
    ]
    assert str(refused.value) == "还有 2 项未完成，不能进入下一阶段。"
    competition.refresh_from_db()
    assert competition.state == CompetitionState.PLANNING


def test_a_ready_competition_moves_on_and_the_history_names_the_phase():
    competition = ready_competition()

    moved = advance_competition(competition=competition, by=UserFactory(), at=NOW)

    assert moved.state == CompetitionState.REGISTRATION
    last = latest([competition_stream(competition.pk)], 1)
    assert [sentence(event) for event in last] == ["进入阶段：报名"]


def test_a_warning_does_not_hold_a_competition_up():
    competition = ready_competition()
    competition.document_number = ""
    competition.save(update_fields=["document_number"])

    moved = advance_competition(competition=competition, by=UserFactory(), at=NOW)

    assert moved.state == CompetitionState.REGISTRATION


def test_what_an_earlier_phase_asked_for_is_asked_again():
    competition = CompetitionFactory(state=CompetitionState.REVIEW)

    with pytest.raises(NotReady):
        advance_competition(competition=competition, by=UserFactory(), at=NOW)


def test_one_step_back_and_no_further_than_the_first_phase():
    competition = CompetitionFactory(state=CompetitionState.REGISTRATION)
    by = UserFactory()

    back = step_back(competition=competition, by=by, at=NOW)

    assert back.state == CompetitionState.PLANNING
    with pytest.raises(NoSuchPhase):
        step_back(competition=competition, by=by, at=NOW)


def test_a_postponed_competition_resumes_where_it_stopped():
    competition = CompetitionFactory(state=CompetitionState.REVIEW)
    by = UserFactory()

    stopped = stop_competition(
        competition=competition,
        to=CompetitionState.POSTPONED,
        reason="台风",
        by=by,
        at=NOW,
    )
    resumed = resume_competition(competition=competition, by=by, at=NOW)

    assert (stopped.state, stopped.phase) == ("postponed", "review")
    assert (resumed.state, resumed.stopped_in) == ("review", "")
    told = latest([competition_stream(competition.pk)], 2)
    assert [sentence(event) for event in told] == [
        "恢复到阶段：资格审核",
        "已延期：台风",
    ]


def test_a_stop_needs_its_reason():
    with pytest.raises(ReasonMissing):
        stop_competition(
            competition=CompetitionFactory(),
            to=CompetitionState.CANCELLED,
            reason="  ",
            by=UserFactory(),
            at=NOW,
        )
