"""The page of a competition and the steps that lead it on."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competitions.enums import CompetitionState, EntryState, HostKind
from competitions.models import Entry
from competitions.services.competitions import CompetitionDetails, create_competition
from competitions.services.events import EventDetails
from live.enums import BoardState
from live.services.boards import set_board
from tests.factories import (
    NOW,
    CompetitionFactory,
    CompetitionHostFactory,
    ComponentFactory,
    EventFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
    StageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def url_of(competition, step="detail"):
    return reverse(f"competitions:competition-{step}", args=(competition.pk,))


def organiser_of(competition):
    return RoleAssignmentFactory(role__code="organiser", competition=competition).user


def event_of(competition, **values):
    event = EventFactory(competition=competition, **values)
    ComponentFactory(stage=StageFactory(event=event))
    return event


def test_the_strip_tells_every_phase_with_its_figure(client):
    competition = CompetitionFactory(state=CompetitionState.MARKING)
    CompetitionHostFactory(competition=competition)
    event = event_of(competition)
    for state in (EntryState.APPROVED, EntryState.SUBMITTED):
        Entry.objects.create(
            event=event,
            organisation=OrganisationFactory(),
            state=state,
            created_at=NOW,
        )
    client.force_login(organiser_of(competition))

    steps = client.get(url_of(competition)).context["page"].steps

    assert [(step.name, step.look) for step in steps] == [
        ("立项", "done"),
        ("报名", "done"),
        ("资格审核", "done"),
        ("抽签与准备", "done"),
        ("比赛与评分", "current"),
        ("复核与公示", "ahead"),
        ("授予与证书", "ahead"),
    ]
    assert [step.note for step in steps[:3]] == ["1 个赛项", "2 份报名", "1 通过"]


def test_hosts_stand_by_their_part_in_their_order(client):
    competition = CompetitionFactory()
    for name, kind in (("市总工会", "host"), ("团市委", "host"), ("某校", "organiser")):
        CompetitionHostFactory(
            competition=competition,
            organisation=OrganisationFactory(name=name),
            kind=HostKind(kind),
        )
    client.force_login(organiser_of(competition))

    hosts = client.get(url_of(competition)).context["page"].hosts

    named = [(kind, [host.organisation.name for host in rows]) for kind, rows in hosts]
    assert named == [("主办", ["市总工会", "团市委"]), ("承办", ["某校"])]


def test_what_remains_to_be_done_is_computed_and_never_ticked(client):
    competition = CompetitionFactory(document_number="12号")
    event = EventFactory(competition=competition, name="焊工")
    client.force_login(organiser_of(competition))

    def sentences():
        tasks = client.get(url_of(competition)).context["page"].tasks
        return [task.sentence for task in tasks]

    before = sentences()
    CompetitionHostFactory(competition=competition)
    ComponentFactory(stage=StageFactory(event=event))

    assert before == [
        "尚未填写主办单位；通知和证书都要用到。",
        "焊工：尚未设置成绩组成部分。",
    ]
    assert sentences() == []


def test_registration_without_an_entry_is_not_called_ready(client):
    competition = CompetitionFactory(state=CompetitionState.REGISTRATION)
    CompetitionHostFactory(competition=competition)
    event_of(competition)
    client.force_login(organiser_of(competition))

    steps = client.get(url_of(competition)).context["page"].steps

    assert steps[1].note == "尚无报名"


def test_readiness_counts_only_what_was_asked_for(client):
    competition = CompetitionFactory()
    event_of(competition)
    client.force_login(organiser_of(competition))

    row = client.get(url_of(competition)).context["page"].rows[0]

    assert row.progress.done == 1


def test_no_event_is_fully_ready_beside_a_task_of_its_own(client):
    competition = CompetitionFactory(state=CompetitionState.MARKING)
    event_of(competition)
    client.force_login(organiser_of(competition))

    page = client.get(url_of(competition)).context["page"]

    asked = {task.sentence for task in page.tasks if task.event_id}
    progress = page.rows[0].progress
    assert asked
    assert progress.total - progress.done == len(asked)


def test_only_a_step_that_is_free_is_lit(client):
    blocked = CompetitionFactory()
    free = CompetitionFactory(document_number="12号")
    CompetitionHostFactory(competition=free)
    event_of(free)
    lit = []
    for competition in (blocked, free):
        client.force_login(organiser_of(competition))
        lit.append("btn btn-primary" in client.get(url_of(competition)).text)

    assert lit == [False, True]


def test_the_board_is_what_to_open_while_no_step_is_free(client):
    competition = CompetitionFactory(state=CompetitionState.MARKING)
    event = event_of(competition)
    set_board(event=event, state=BoardState.LIVE, by=UserFactory(), at=NOW)
    client.force_login(organiser_of(competition))

    response = client.get(url_of(competition))

    buttons = re.findall(r'btn-primary"\s+href="([^"]+)"', response.text)
    assert buttons == [f"{reverse('live:board', args=(event.pk,))}?view=wall"]
    assert [link.label for link in response.context["page"].links] == ["打开大屏"]


def test_a_new_competition_is_told_of_beside_its_events(client):
    competition = create_competition(
        details=CompetitionDetails(
            name="新竞赛",
            level="city",
            starts_on=date(2026, 11, 24),
            ends_on=date(2026, 11, 26),
            place="示例技师学院",
        ),
        events=[
            EventDetails(name=name, skill_number="17") for name in ("车工", "焊工")
        ],
        by=UserFactory(name="俞静"),
        at=NOW,
    )
    client.force_login(organiser_of(competition))

    lines = client.get(url_of(competition)).context["page"].activity

    assert [line.sentence for line in lines] == [
        "添加赛项：焊工，同类操作共 2 项",
        "创建竞赛：新竞赛",
    ]


def test_a_refused_step_lists_what_is_missing(client):
    competition = CompetitionFactory()
    client.force_login(organiser_of(competition))

    response = client.post(url_of(competition, "advance"))

    assert response.status_code == 409
    assert str(response.context["refusal"]) == "还有 2 项未完成，不能进入下一阶段。"
    assert "尚未填写主办单位" in response.content.decode()


def test_one_step_on_and_one_step_back(client):
    competition = CompetitionFactory()
    CompetitionHostFactory(competition=competition)
    event_of(competition)
    client.force_login(organiser_of(competition))

    client.post(url_of(competition, "advance"))
    competition.refresh_from_db()
    moved = competition.state
    client.post(url_of(competition, "step-back"))
    competition.refresh_from_db()

    assert (moved, competition.state) == ("registration", "planning")


def test_a_postponed_competition_says_why_and_can_be_resumed(client):
    competition = CompetitionFactory(state=CompetitionState.REVIEW)
    client.force_login(organiser_of(competition))

    client.post(url_of(competition, "stop"), {"to": "postponed", "reason": "台风 A<B"})
    text = client.get(url_of(competition)).content.decode()
    client.post(url_of(competition, "resume"))

    assert "台风 A&lt;B" in text
    competition.refresh_from_db()
    assert competition.state == CompetitionState.REVIEW


def test_the_page_costs_the_same_for_any_number_of_events(client):
    costs = []
    for number in (1, 3):
        competition = CompetitionFactory(state=CompetitionState.PREPARATION)
        for _event in range(number):
            event_of(competition)
        client.force_login(organiser_of(competition))
        with CaptureQueriesContext(connection) as queries:
            client.get(url_of(competition))
        costs.append(len(queries))

    # Every app above adds its checks and facts, each with a fixed cost.
    assert costs[0] == costs[1]
    assert costs[0] <= 45


@pytest.mark.parametrize(
    "step", ["detail", "edit", "advance", "step-back", "stop", "resume"]
)
@pytest.mark.parametrize("code", ["judge", "unit-contact", "competitor", "organiser"])
def test_the_page_does_not_exist_for_a_strange_role(client, code, step):
    competition = CompetitionFactory(name="别人的竞赛")
    event = EventFactory(competition=competition)
    place = {"competition": CompetitionFactory()}
    if code == "judge":
        place = {"event": event}
    client.force_login(RoleAssignmentFactory(role__code=code, **place).user)

    responses = [client.get(url_of(competition, step))]
    responses.append(client.post(url_of(competition, step), {"reason": "x"}))

    # A step that is only posted answers 405 to reading, whoever asks.
    assert {response.status_code for response in responses} <= {404, 405}
    assert 404 in {response.status_code for response in responses}
    competition.refresh_from_db()
    assert competition.state == CompetitionState.PLANNING


def test_an_administrator_reads_but_changes_nothing(client):
    competition = CompetitionFactory()
    client.force_login(RoleAssignmentFactory(role__code="administrator").user)

    text = client.get(url_of(competition)).content.decode()

    assert url_of(competition, "advance") not in text
    assert url_of(competition, "edit") not in text
    assert client.post(url_of(competition, "advance")).status_code == 404


def test_names_pass_unharmed(client):
    name = '=HYPERLINK("x") A<B & C 𬭎'
    competition = CompetitionFactory(name=name)
    event_of(competition, name=name)
    client.force_login(organiser_of(competition))

    text = client.get(url_of(competition)).content.decode()

    assert text.count("=HYPERLINK(&quot;x&quot;) A&lt;B &amp; C 𬭎") >= 2
    assert "A<B" not in text
