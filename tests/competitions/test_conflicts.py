"""Conflicts of interest: found by employer, decided in three ways (回避)."""

import pytest

from audit.models import AuditEvent
from competitions import marked_seats, panel_needs
from competitions.enums import ConflictHandling, EntryState
from competitions.marked_seats import MarkedSeat
from competitions.models import ConflictDeclaration
from competitions.queries.conflicts import conflicts_of
from competitions.queries.panels import panels_of
from competitions.services.conflicts import (
    DecisionReasonMissing,
    EntryMarked,
    JudgeHasMarked,
    NoConflict,
    NoReserveJudge,
    OwnEntry,
    TooFewJudges,
    decide_conflict,
)
from competitions.signals import conflict_decided
from tests.competitions.appointing import entry_of, judge_of, office, panel_of
from tests.factories import (
    NOW,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    OrganisationFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
BLOCKED, DECLARED, REPLACED = ConflictHandling.values


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def organiser(event):
    return office(event)


@pytest.fixture
def unit():
    return OrganisationFactory(name="越城机械有限公司")


@pytest.fixture
def already_marked(monkeypatch):
    marked = []
    monkeypatch.setattr(marked_seats, "_sources", [lambda event_id: marked])
    return marked


def found(event):
    return [
        (conflict.seat.judge.name, conflict.entry_name)
        for conflict in conflicts_of([event.pk])[event.pk]
    ]


def decide(conflict, handling, by, reason="同单位，主动申报"):
    return decide_conflict(
        seat=conflict.seat,
        entry=conflict.entry,
        handling=handling,
        reason=reason,
        by=by,
        at=NOW,
    )


def only(event):
    (conflict,) = conflicts_of([event.pk])[event.pk]
    return conflict


def test_judge_of_the_entrys_unit_is_in_conflict(event, organiser, unit):
    panel_of(event, organiser, judge_of(unit, "陈同"), judge_of(name="陈异"))
    entry_of(event, unit, "李同")
    entry_of(event, name="李异")
    assert found(event) == [("陈同", "李同")]


def test_judge_of_a_members_employer_is_in_conflict(event, organiser, unit):
    panel_of(event, organiser, judge_of(unit, "陈同"))
    entry = EntryFactory(event=event, team_name="联队")
    EntryMemberFactory(entry=entry, person=PersonFactory(organisation=unit))
    EntryMemberFactory(entry=entry, position=2)
    assert found(event) == [("陈同", "联队")]


def test_judge_without_a_person_is_in_no_conflict(event, organiser):
    panel_of(event, organiser, UserFactory())
    entry_of(event)
    assert found(event) == []


@pytest.mark.parametrize(
    "state", [state for state in EntryState if state != EntryState.APPROVED]
)
def test_entry_that_is_not_approved_counts_from_its_approval(
    event, organiser, unit, state
):
    panel_of(event, organiser, judge_of(unit, "陈同"))
    entry = entry_of(event, unit, "李同")
    entry.state = state
    entry.save(update_fields=["state"])
    assert found(event) == []
    entry.state = EntryState.APPROVED
    entry.save(update_fields=["state"])
    assert found(event) == [("陈同", "李同")]


def test_reserve_judge_is_asked_only_where_he_stands_in(event, organiser, unit):
    panel_of(event, organiser, judge_of(), reserve=judge_of(unit))
    entry_of(event, unit)
    assert found(event) == []


def test_conflicts_of_many_events_take_the_same_statements(
    event, organiser, unit, django_assert_num_queries
):
    other = EventFactory()
    for each in (event, other):
        panel_of(each, organiser, judge_of(unit), reserve=judge_of())
        for _entry in range(3):
            entry_of(each, unit)
    decide(conflicts_of([other.pk])[other.pk][0], BLOCKED, organiser)
    with django_assert_num_queries(6):
        both = conflicts_of([event.pk, other.pk])
        assert [conflict.entry_name for conflict in both[other.pk]] == ["李选手"] * 3
    with django_assert_num_queries(6):
        conflicts_of([event.pk])
    panels = panels_of([event.pk])
    with django_assert_num_queries(4):
        conflicts_of([event.pk], panels)


@pytest.mark.parametrize("handling", [BLOCKED, DECLARED, REPLACED])
def test_each_decision_is_kept_with_its_reason(event, organiser, unit, handling):
    panel_of(event, organiser, judge_of(unit), reserve=judge_of())
    entry_of(event, unit)
    decide(only(event), handling, organiser, " 同单位 ")
    decision = only(event).decision
    assert (decision.handling, decision.reason) == (handling, "同单位")
    assert decision.decided_by == organiser
    audited = AuditEvent.objects.order_by("pk").last()
    assert audited.action == f"conflict.{handling}"
    assert audited.payload["reason"] == "同单位"


def test_decision_may_change_before_marking(event, organiser, unit):
    panel_of(event, organiser, judge_of(unit))
    entry_of(event, unit)
    decide(only(event), BLOCKED, organiser)
    decide(only(event), DECLARED, organiser)
    assert ConflictDeclaration.objects.get().handling == DECLARED


def test_decision_needs_a_reason(event, organiser, unit):
    panel_of(event, organiser, judge_of(unit))
    entry_of(event, unit)
    with pytest.raises(DecisionReasonMissing):
        decide(only(event), BLOCKED, organiser, "  ")
    assert ConflictDeclaration.objects.count() == 0


def test_only_conflicts_are_decided(event, organiser):
    _, (seat,) = panel_of(event, organiser, judge_of())
    with pytest.raises(NoConflict):
        decide_conflict(
            seat=seat,
            entry=entry_of(event),
            handling=BLOCKED,
            reason="无",
            by=organiser,
            at=NOW,
        )


def reserve_in_conflict(unit):
    return judge_of(unit, "候补同")


@pytest.mark.parametrize("reserve", [lambda unit: None, reserve_in_conflict])
def test_nobody_stands_in_without_a_free_reserve_judge(event, organiser, unit, reserve):
    panel_of(event, organiser, judge_of(unit), reserve=reserve(unit))
    entry_of(event, unit)
    with pytest.raises(NoReserveJudge, match="第1组"):
        decide(only(event), REPLACED, organiser)
    assert ConflictDeclaration.objects.count() == 0


def test_one_reserve_judge_stands_in_once_for_an_entry(event, organiser, unit):
    panel_of(event, organiser, judge_of(unit), judge_of(unit), reserve=judge_of())
    entry_of(event, unit)
    first, second = conflicts_of([event.pk])[event.pk]
    decide(first, REPLACED, organiser)
    with pytest.raises(NoReserveJudge):
        decide(second, REPLACED, organiser)
    decide(first, REPLACED, organiser, "再次确认")
    assert ConflictDeclaration.objects.get().reason == "再次确认"


def test_nobody_marks_himself(event, organiser):
    judge = judge_of(name="陈自")
    panel_of(event, organiser, judge)
    entry = EntryFactory(event=event)
    EntryMemberFactory(entry=entry, person=judge.person)
    with pytest.raises(OwnEntry, match="陈自"):
        decide(only(event), DECLARED, organiser)
    decide(only(event), BLOCKED, organiser)


def test_decision_is_final_once_the_panel_has_marked(
    event, organiser, unit, already_marked
):
    other = judge_of()
    panel, _ = panel_of(event, organiser, judge_of(unit), other)
    entry = entry_of(event, unit)
    decide(only(event), BLOCKED, organiser)
    already_marked.append(MarkedSeat(panel.pk, entry.pk, other.pk))
    with pytest.raises(EntryMarked):
        decide(only(event), DECLARED, organiser)
    assert only(event).decision.handling == BLOCKED


def test_conflict_found_late_is_decided_unless_its_judge_has_marked(
    event, organiser, unit, already_marked
):
    judge, other = judge_of(unit), judge_of()
    panel, _ = panel_of(event, organiser, judge, other)
    entry = entry_of(event, unit)
    already_marked.append(MarkedSeat(panel.pk, entry.pk, judge.pk))
    with pytest.raises(JudgeHasMarked):
        decide(only(event), BLOCKED, organiser)
    already_marked[:] = [MarkedSeat(panel.pk, entry.pk, other.pk)]
    decide(only(event), BLOCKED, organiser)
    assert only(event).decision.handling == BLOCKED


def test_a_judge_who_has_marked_may_still_declare(
    event, organiser, unit, already_marked
):
    judge = judge_of(unit)
    panel, _ = panel_of(event, organiser, judge)
    entry = entry_of(event, unit)
    already_marked.append(MarkedSeat(panel.pk, entry.pk, judge.pk))
    decide(only(event), DECLARED, organiser)
    assert only(event).decision.handling == DECLARED


def test_a_panel_keeps_the_judges_it_needs(event, organiser, unit, monkeypatch):
    panel, _ = panel_of(event, organiser, judge_of(unit, "陈同"), judge_of())
    entry_of(event, unit)
    monkeypatch.setattr(panel_needs, "_sources", [lambda event_id: {panel.pk: 2}])
    with pytest.raises(TooFewJudges, match=r"陈同.+1.+2"):
        decide(only(event), BLOCKED, organiser)
    monkeypatch.setattr(panel_needs, "_sources", [lambda event_id: {panel.pk: 1}])
    decide(only(event), BLOCKED, organiser)


def test_apps_above_hear_of_a_decision_after_commit(
    event, organiser, unit, django_capture_on_commit_callbacks
):
    panel_of(event, organiser, judge_of(unit))
    entry_of(event, unit)
    heard = []

    def hear(event_id, **kwargs):
        heard.append(event_id)

    conflict_decided.connect(hear)
    with django_capture_on_commit_callbacks(execute=True):
        decide(only(event), BLOCKED, organiser)
        assert heard == []
    conflict_decided.disconnect(hear)
    assert heard == [event.pk]
