"""Everything panels, conflicts and draws record reads as a sentence."""

import pytest
from django.utils import translation

from audit import wording
from audit.models import AuditEvent
from competitions.enums import ConflictHandling, SeatKind
from competitions.queries.conflicts import conflicts_of
from competitions.services.conflicts import decide_conflict
from competitions.services.draws import commit_draw, run_draw, void_draw
from competitions.services.panels import (
    move_seat_up,
    remove_panel,
    remove_seat,
    rename_panel,
    revise_seat,
)
from tests.competitions.appointing import entry_of, judge_of, office, panel_of
from tests.factories import NOW, EventFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def seats_and_decisions(event, by):
    unit = OrganisationFactory()
    panel, (first, second, _reserve) = panel_of(
        event,
        by,
        judge_of(unit, "陈一"),
        judge_of(name="陈二"),
        reserve=judge_of(name="何候补"),
    )
    entry_of(event, unit, "李选手")
    entry_of(event, name="沈选手")
    (conflict,) = conflicts_of([event.pk])[event.pk]
    for handling in ConflictHandling:
        decide_conflict(
            seat=conflict.seat,
            entry=conflict.entry,
            handling=handling,
            reason="同单位",
            by=by,
            at=NOW,
        )
    rename_panel(panel=panel, name="甲组", by=by, at=NOW)
    move_seat_up(seat=second, by=by, at=NOW)
    change = {"kind": SeatKind.JUDGE, "part": "recorder", "by": by, "at": NOW}
    revise_seat(seat=second, judge=second.judge, **change)
    revise_seat(seat=second, judge=judge_of(name="陈三"), **change)
    remove_seat(seat=first, by=by, at=NOW)
    remove_panel(panel=panel, by=by, at=NOW)


def draws(event, by):
    draw = commit_draw(
        event=event,
        kind="entry_number",
        public_value_source="指数",
        by=by,
        at=NOW,
    )
    run_draw(draw=draw, public_value="3501.28", witnesses="", by=by, at=NOW)
    void_draw(draw=draw, reason="数值有误", by=by, at=NOW)


def test_each_event_reads_as_a_chinese_sentence_without_gaps():
    event = EventFactory()
    by = office(event)
    seats_and_decisions(event, by)
    draws(event, by)
    recorded = AuditEvent.objects.filter(stream_id=f"event:{event.pk}").order_by("seq")
    with translation.override("zh-hans"):
        sentences = [wording.sentence(row) for row in recorded]
    assert sentences == [
        "新增裁判组第1组",
        "安排陈一在第1组第 1 席",
        "安排陈二在第1组第 2 席",
        "安排何候补在第1组第 3 席",
        "陈一回避李选手：同单位",
        "陈一申报后为李选手评分：同单位",
        "李选手由候补裁判员代替陈一评分：同单位",
        "裁判组第1组改名为甲组",
        "将陈二移至甲组第 1 席",
        "调整甲组第 1 席（陈二）",
        "甲组由陈三接替陈二",
        "陈一离开甲组",
        "删除裁判组甲组",
        "公布抽签承诺值：参赛号",
        "以公开数值3501.28完成抽签：参赛号",
        "作废抽签（参赛号）：数值有误",
    ]
