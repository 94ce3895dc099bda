"""What the readiness registry asks of panels, conflicts and draws."""

import pytest

from competitions.enums import CompetitionState, ComponentSource
from competitions.preparation_checks import check_draws, check_panels
from competitions.readiness import Severity, open_blockers
from competitions.services.appointments import appoint_chief_judge
from competitions.services.conflicts import decide_conflict
from competitions.services.draws import commit_draw, run_draw
from competitions.services.panels import create_panel
from tests.competitions.appointing import (
    entry_of,
    event_with_entries,
    judge_of,
    office,
    panel_of,
)
from tests.factories import (
    NOW,
    ComponentFactory,
    EventFactory,
    OrganisationFactory,
    StageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = EventFactory(name="焊工")
    ComponentFactory(stage=StageFactory(event=event))
    return event


def open_sentences(check, event):
    items = check(event.competition, [event])
    return [item.sentence for item in items if not item.is_done]


def drawn(event, by, kind="entry_number"):
    draw = commit_draw(
        event=event, kind=kind, public_value_source="彩票开奖号码", by=by, at=NOW
    )
    return run_draw(draw=draw, public_value="7", witnesses="", by=by, at=NOW)


def test_event_marked_by_a_panel_needs_panel_and_chief(event):
    assert open_sentences(check_panels, event) == [
        "焊工：尚无裁判组。",
        "焊工：尚未任命裁判长，评分无人审定。",
    ]


def test_event_with_imported_marks_needs_no_panel():
    event = EventFactory()
    ComponentFactory(stage=StageFactory(event=event), source=ComponentSource.IMPORTED)
    assert open_sentences(check_panels, event) == []


def test_chief_judge_on_a_panel_is_warned_of(event):
    by, chief = office(event), judge_of(name="陈裁判")
    panel_of(event, by, chief, judge_of(name="王裁判"))
    appoint_chief_judge(event=event, judge=chief, by=by, at=NOW)

    found = list(check_panels(event.competition, [event]))

    assert [(item.sentence, item.severity) for item in found if not item.is_done] == [
        (
            "焊工：陈裁判既是裁判长又在裁判组中，将审定本人的评分。",
            Severity.WARNING,
        )
    ]


def test_empty_panel_is_named(event):
    by = office(event)
    create_panel(event=event, name="第1组", by=by, at=NOW)
    appoint_chief_judge(event=event, judge=judge_of(), by=by, at=NOW)
    assert open_sentences(check_panels, event) == [
        "焊工：第1组的裁判员不足：至少需要 1 名。"
    ]


def test_two_pairs_need_two_judges(event):
    event.measurement_procedure = "dual"
    event.save(update_fields=["measurement_procedure"])
    by = office(event)
    panel_of(event, by, judge_of(), reserve=judge_of())
    appoint_chief_judge(event=event, judge=judge_of(), by=by, at=NOW)
    assert open_sentences(check_panels, event) == [
        "焊工：第1组的裁判员不足：至少需要 2 名。"
    ]


def test_undecided_conflicts_block_until_they_are_decided(event):
    by, unit = office(event), OrganisationFactory()
    _, (seat,) = panel_of(event, by, judge_of(unit))
    appoint_chief_judge(event=event, judge=judge_of(), by=by, at=NOW)
    entry = entry_of(event, unit)
    assert open_sentences(check_panels, event) == ["焊工：有 1 项利益回避尚未处理。"]
    decide_conflict(
        seat=seat, entry=entry, handling="blocked", reason="同单位", by=by, at=NOW
    )
    assert open_sentences(check_panels, event) == []


def test_entry_numbers_are_asked_for_until_every_entry_has_one():
    event = event_with_entries(2, name="焊工")
    by = office(event)
    assert open_sentences(check_draws, event) == ["焊工：尚未抽取参赛号。"]
    drawn(event, by)
    assert open_sentences(check_draws, event) == []
    entry_of(event)
    assert open_sentences(check_draws, event) == [
        "焊工：有 1 个已通过的参赛项没有参赛号；请将抽签作废后重新抽签。"
    ]


def test_stations_are_a_warning_where_there_are_some():
    event = event_with_entries(2, name="焊工", number_of_stations=4)
    items = list(check_draws(event.competition, [event]))
    assert [item.severity for item in items] == [Severity.BLOCKER, Severity.WARNING]
    drawn(event, office(event), "station")
    assert [item.is_done for item in check_draws(event.competition, [event])] == [
        False,
        True,
    ]


def test_preparation_cannot_be_left_without_them(event):
    competition = event.competition
    competition.state = CompetitionState.PREPARATION
    waiting = [item.url for item in open_blockers(competition)]
    assert f"/office/events/{event.pk}/panels/" in waiting
    assert f"/office/events/{event.pk}/draws/" in waiting


def test_checks_take_the_same_statements_for_many_events(
    event, django_assert_num_queries
):
    second = event_with_entries(2, competition=event.competition)
    ComponentFactory(stage=StageFactory(event=second))
    panel_of(second, office(second), judge_of(), judge_of())
    for events in ([second], [event, second]):
        with django_assert_num_queries(8):
            list(check_panels(event.competition, events))
        with django_assert_num_queries(1):
            list(check_draws(event.competition, events))
