"""Conflicts of one judge decided together, and decisions that open again."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from audit.wording import sentence
from competitions.enums import ConflictHandling, SeatKind
from competitions.models import ConflictDeclaration
from competitions.queries.conflicts import conflicts_of
from competitions.services.conflicts import (
    NoConflict,
    NoReserveJudge,
    decide_conflicts,
)
from competitions.services.panels import remove_seat, revise_seat
from tests.competitions.appointing import (
    CO_SIGNER,
    entry_of,
    judge_of,
    office,
    panel_of,
    seated,
)
from tests.factories import NOW, EventFactory, OrganisationFactory

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


def decide(seat, entries, handling, by):
    return decide_conflicts(
        seat=seat,
        entries=[entry.pk for entry in entries],
        handling=handling,
        reason="同单位",
        by=by,
        at=NOW,
    )


def stands(event):
    """Who is in conflict, what was decided and who stands in or would."""
    return [
        (
            conflict.seat.judge.name,
            conflict.decision.handling if conflict.decision else None,
            conflict.reserve.judge.name if conflict.reserve else None,
        )
        for conflict in conflicts_of([event.pk])[event.pk]
    ]


def test_entries_of_one_judge_are_decided_together(event, organiser, unit):
    _, (seat,) = panel_of(event, organiser, judge_of(unit))
    entries = [entry_of(event, unit) for _ in range(3)]

    decide(seat, entries[:2], DECLARED, organiser)

    assert [handling for _, handling, _ in stands(event)] == [DECLARED, DECLARED, None]
    trail = AuditEvent.objects.filter(action="conflict.declared")
    assert [row.payload["reason"] for row in trail] == ["同单位", "同单位"]


def test_several_entries_are_decided_all_or_none(event, organiser, unit):
    panel, seats = panel_of(event, organiser, judge_of(unit, "陈一"), judge_of(unit))
    seated(panel, judge_of(), organiser, kind=SeatKind.RESERVE)
    free, taken = entry_of(event, unit, "李甲"), entry_of(event, unit, "李乙")
    decide(seats[1], [taken], REPLACED, organiser)

    with pytest.raises(NoReserveJudge, match=r"李乙.+第1组"):
        decide(seats[0], [free, taken], REPLACED, organiser)

    assert ConflictDeclaration.objects.count() == 1


def test_an_entry_without_a_conflict_is_decided_with_no_other(event, organiser, unit):
    _, (seat,) = panel_of(event, organiser, judge_of(unit))
    both = [entry_of(event, unit), entry_of(event)]

    with pytest.raises(NoConflict):
        decide(seat, both, DECLARED, organiser)

    assert ConflictDeclaration.objects.count() == 0


def test_reserve_judges_are_named_as_marking_gives_them_out(event, organiser, unit):
    first, second = judge_of(unit, "陈一"), judge_of(unit, "陈二")
    panel, seats = panel_of(event, organiser, first, second)
    for name in ("候补甲", "候补乙"):
        seated(panel, judge_of(name=name), organiser, kind=SeatKind.RESERVE)
    entry = entry_of(event, unit)

    decide(seats[1], [entry], REPLACED, organiser)
    assert stands(event)[1] == ("陈二", REPLACED, "候补甲")

    decide(seats[0], [entry], REPLACED, organiser)
    assert stands(event) == [("陈一", REPLACED, "候补甲"), ("陈二", REPLACED, "候补乙")]


def removed(seat, by):
    remove_seat(seat=seat, by=by, at=NOW)


def given_to_another(seat, by):
    another = judge_of(name="候补新")
    revise_seat(
        seat=seat, judge=another, kind=SeatKind.RESERVE, part=CO_SIGNER, by=by, at=NOW
    )


def made_a_judge(seat, by):
    revise_seat(
        seat=seat, judge=seat.judge, kind=SeatKind.JUDGE, part=CO_SIGNER, by=by, at=NOW
    )


@pytest.mark.parametrize("change", [removed, given_to_another, made_a_judge])
def test_a_decision_opens_again_when_its_reserve_judge_leaves(
    event, organiser, unit, change
):
    reserve = judge_of(name="候补甲")
    _, seats = panel_of(event, organiser, judge_of(unit, "陈一"), reserve=reserve)
    entry = entry_of(event, unit, "李甲")
    decide(seats[0], [entry], REPLACED, organiser)

    change(seats[1], organiser)

    assert [handling for _, handling, _ in stands(event)] == [None]
    reopened = AuditEvent.objects.get(action="conflict.reopened")
    assert sentence(reopened) == (
        "候补甲不再担任候补裁判员，陈一对李甲的回避需重新处理"
    )


def test_only_the_decision_about_the_leaving_reserve_opens(event, organiser, unit):
    panel, seats = panel_of(
        event, organiser, judge_of(unit, "陈一"), judge_of(unit, "陈二")
    )
    reserves = [
        seated(panel, judge_of(name=name), organiser, kind=SeatKind.RESERVE)
        for name in ("候补甲", "候补乙")
    ]
    entry = entry_of(event, unit)
    for seat in seats:
        decide(seat, [entry], REPLACED, organiser)

    removed(reserves[0], organiser)

    assert stands(event) == [("陈一", None, None), ("陈二", REPLACED, "候补乙")]


def test_a_decision_nobody_can_carry_out_is_open(event, organiser, unit):
    reserve = judge_of(name="候补甲")
    _, seats = panel_of(event, organiser, judge_of(unit), reserve=reserve)
    entry = entry_of(event, unit)
    decide(seats[0], [entry], REPLACED, organiser)

    reserve.person.organisation = unit
    reserve.person.save(update_fields=["organisation"])

    assert [handling for _, handling, _ in stands(event)] == [None]
    decide(seats[0], [entry], DECLARED, organiser)
    assert ConflictDeclaration.objects.get().handling == DECLARED


def test_one_form_decides_all_of_a_judge(event, organiser, unit, client):
    reserve = judge_of(name="候补甲")
    _, seats = panel_of(event, organiser, judge_of(unit), reserve=reserve)
    entries = [entry_of(event, unit) for _ in range(2)]
    address = reverse("competitions:seat-conflicts", args=(seats[0].pk,))
    client.force_login(organiser)
    asked = client.get(address).context["form"]
    assert asked["entries"].initial == [entry.pk for entry in entries]

    refused = client.post(address, {"handling": BLOCKED, "reason": "同单位"})
    assert refused.context["form"].errors == {
        "entries": ["请勾选适用本决定的参赛报名。"]
    }

    listed = client.post(
        address,
        {
            "entries": [entry.pk for entry in entries],
            "handling": REPLACED,
            "reason": "同单位",
        },
        follow=True,
    )

    assert ConflictDeclaration.objects.filter(handling=REPLACED).count() == 2
    assert listed.text.count("候补甲") == 2


def test_conflicts_of_a_seat_do_not_exist_where_there_are_none(
    event, organiser, client
):
    _, (seat,) = panel_of(event, organiser, judge_of())
    client.force_login(organiser)

    answer = client.get(reverse("competitions:seat-conflicts", args=(seat.pk,)))

    assert answer.status_code == 404
