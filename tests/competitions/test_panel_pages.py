"""The pages of panels, judges and conflicts: who opens them and what they do."""

import pytest
from django.urls import reverse

from competitions.enums import ConflictHandling, SeatKind
from competitions.models import ConflictDeclaration, Panel, PanelSeat, RoleAssignment
from competitions.services.appointments import appoint_chief_judge
from people.models import User
from tests.competitions.appointing import entry_of, judge_of, office, panel_of
from tests.factories import (
    NOW,
    EventFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
)

pytestmark = pytest.mark.django_db
STRANGE = ["A<B & C", '=HYPERLINK("x")', "陈𬭎", "阿卜杜热依木·" + "买" * 43]


@pytest.fixture
def event():
    return EventFactory()


@pytest.fixture
def organiser(event, client):
    user = office(event)
    client.force_login(user)
    return user


def words(response):
    return response.content.decode()


def url(name, *args):
    return reverse(f"competitions:{name}", args=args)


def every_page(event, by):
    unit = OrganisationFactory()
    _panel, (seat,) = panel_of(event, by, judge_of(unit))
    entry = entry_of(event, unit)
    return [
        url("panel-list", event.pk),
        url("judge-add", event.pk),
        url("conflict-list", event.pk),
        url("conflict-decide", seat.pk, entry.pk),
        url("seat-conflicts", seat.pk),
        url("panel-edit", seat.panel_id),
        url("seat-edit", seat.pk),
        url("seat-remove", seat.pk),
    ]


@pytest.mark.parametrize("role", ["judge", "chief-judge", "administrator"])
def test_pages_do_not_exist_for_other_roles(event, client, role):
    pages = every_page(event, office(event))
    client.force_login(RoleAssignmentFactory(role__code=role, event=event).user)
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)
    actions = [page for page in pages if "conflicts/" not in page[-11:]]
    assert {client.post(page).status_code for page in actions[1:]} == {404}


def test_pages_do_not_exist_for_the_organiser_of_another_competition(event, client):
    pages = every_page(event, office(event))
    client.force_login(office(EventFactory()))
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)


def test_every_page_opens_for_the_organiser(event, organiser, client):
    pages = every_page(event, organiser)
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


def test_library_of_judges_needs_the_right_to_appoint(event, organiser, client):
    assert client.get(url("judge-list")).status_code == 200
    client.force_login(RoleAssignmentFactory(role__code="judge", event=event).user)
    assert client.get(url("judge-list")).status_code == 404


def test_page_leads_to_one_thing_at_a_time(event, organiser, client):
    unit = OrganisationFactory()
    panel_of(event, organiser, judge_of(unit))
    free = words(client.get(url("panel-list", event.pk)))
    entry_of(event, unit)
    held_up = words(client.get(url("panel-list", event.pk)))

    assert [page.count("btn-primary") for page in (free, held_up)] == [1, 1]


def test_conflicts_say_when_all_are_decided(event, organiser, client):
    unit = OrganisationFactory()
    _panel, (seat,) = panel_of(event, organiser, judge_of(unit))
    entry = entry_of(event, unit)
    page = url("conflict-list", event.pk)
    open_words = words(client.get(page))
    client.post(
        url("conflict-decide", seat.pk, entry.pk),
        {"handling": ConflictHandling.BLOCKED, "reason": "同单位"},
    )
    decided = words(client.get(page))

    assert ("尚未处理" in open_words, "尚未处理" in decided) == (True, False)
    assert "回避事项均已处理。" in decided


def test_chief_judge_on_a_panel_is_named_on_the_page(event, organiser, client):
    chief = judge_of(name="陈裁判")
    panel_of(event, organiser, chief)
    appoint_chief_judge(event=event, judge=chief, by=organiser, at=NOW)

    page = words(client.get(url("panel-list", event.pk)))

    assert "陈裁判同时在裁判组中，将审定本人的评分" in page


def test_panel_is_added_once(event, organiser, client):
    added = client.post(url("panel-add", event.pk), {"name": "第1组"})
    assert (added.status_code, added.url) == (302, url("panel-list", event.pk))
    again = client.post(url("panel-add", event.pk), {"name": "第1组"})
    assert again.status_code == 422
    assert "已有同名裁判组，请换一个名称。" in words(again)
    assert Panel.objects.count() == 1


@pytest.mark.parametrize("name", STRANGE)
def test_judge_is_seated_by_name_whatever_it_is(event, organiser, client, name):
    judge = judge_of(name=name)
    panel, _ = panel_of(event, organiser)
    answer = client.post(
        url("seat-add", panel.pk),
        {"judge": name, "kind": SeatKind.JUDGE, "part": "recorder"},
    )
    assert answer.status_code == 302
    assert PanelSeat.objects.get().judge == judge
    page = words(client.get(url("panel-list", event.pk)))
    escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
    assert f"<strong>{escaped}</strong>" in page


def test_namesakes_are_told_apart_by_unit_and_user_name(event, organiser, client):
    unit = OrganisationFactory(name="甲单位")
    same = [judge_of(unit, "陈同名"), judge_of(unit, "陈同名")]
    other = judge_of(OrganisationFactory(name="乙单位"), "陈同名")
    for judge in (*same, other):
        RoleAssignmentFactory(user=judge, role__code="judge", event=EventFactory())
    panel, _ = panel_of(event, organiser)
    data = {"kind": SeatKind.JUDGE, "part": "co_signer"}
    unclear = client.post(url("seat-add", panel.pk), {"judge": "陈同名", **data})
    assert "有多人名为“陈同名”；请从列表中选择。" in words(unclear)
    suggested = f"陈同名 · 甲单位 · {same[1].username}"
    assert f'<option value="{suggested}">' in words(unclear)
    client.post(url("seat-add", panel.pk), {"judge": suggested, **data})
    client.post(url("seat-add", panel.pk), {"judge": "陈同名 · 乙单位", **data})
    seated = [seat.judge for seat in PanelSeat.objects.order_by("number")]
    assert seated == [same[1], other]


def test_unknown_judge_is_a_sentence_beside_the_field(event, organiser, client):
    panel, _ = panel_of(event, organiser)
    answer = client.post(
        url("seat-add", panel.pk),
        {"judge": "无此人", "kind": SeatKind.JUDGE, "part": "co_signer"},
    )
    assert answer.status_code == 422
    assert "没有名为“无此人”的账号。" in words(answer)
    assert PanelSeat.objects.count() == 0


def test_second_recorder_is_offered_only_where_two_pairs_measure(
    event, organiser, client
):
    panel_of(event, organiser)
    assert 'value="second"' not in words(client.get(url("panel-list", event.pk)))
    event.measurement_procedure = "dual"
    event.save(update_fields=["measurement_procedure"])
    assert 'value="second"' in words(client.get(url("panel-list", event.pk)))


def test_first_password_of_a_new_judge_is_shown_once(event, organiser, client):
    unit = OrganisationFactory()
    answer = client.post(
        url("judge-add", event.pk),
        {"name": "沈技师", "organisation": unit.name, "username": "shen"},
    )
    judge = User.objects.get(username="shen")
    shown = answer.context["opened"].first_password
    assert shown in words(answer)
    assert judge.check_password(shown)
    assert "no-store" in answer["Cache-Control"]
    assert RoleAssignment.objects.get(user=judge).role.code == "judge"
    assert shown not in words(client.get(url("panel-list", event.pk)))


def test_chief_judge_is_appointed_and_dismissed(event, organiser, client):
    judge = judge_of(name="俞裁判长")
    client.post(url("chief-judge-add", event.pk), {"judge": "俞裁判长"})
    assert RoleAssignment.objects.get(user=judge).role.code == "chief-judge"
    client.post(url("chief-judge-dismiss", event.pk, judge.pk))
    assert not RoleAssignment.objects.filter(user=judge).exists()


def test_seats_are_revised_moved_and_removed(event, organiser, client):
    first, second, third = (judge_of(name=f"陈{number}") for number in "一二三")
    panel, seats = panel_of(event, organiser, first, second)
    client.post(
        url("seat-edit", seats[0].pk),
        {"judge": "陈三", "kind": SeatKind.JUDGE, "part": "recorder"},
    )
    client.post(url("seat-move-up", seats[1].pk))
    order = [seat.judge for seat in panel.seats.order_by("number")]
    assert order == [second, third]
    client.post(url("seat-remove", seats[1].pk))
    assert [seat.judge for seat in panel.seats.all()] == [third]
    client.post(url("panel-remove", panel.pk))
    assert Panel.objects.count() == 0


def test_conflict_is_decided_on_its_page(event, organiser, client):
    unit = OrganisationFactory(name="越城精工")
    _, (seat,) = panel_of(event, organiser, judge_of(unit, "陈同"))
    entry = entry_of(event, unit, "李同")
    listed = words(client.get(url("conflict-list", event.pk)))
    assert "陈同" in listed
    assert "同单位：越城精工" in listed
    page = url("conflict-decide", seat.pk, entry.pk)
    refused = client.post(
        page, {"handling": ConflictHandling.REPLACED, "reason": "同单位"}
    )
    assert "没有可替补且无需回避的候补裁判员" in words(refused)
    client.post(page, {"handling": ConflictHandling.BLOCKED, "reason": "同单位"})
    assert ConflictDeclaration.objects.get().handling == ConflictHandling.BLOCKED


def test_library_shows_only_seats_of_events_one_may_see(event, organiser, client):
    judge = judge_of(name="陈两处")
    other = EventFactory(name="别处的赛项")
    panel_of(event, organiser, judge)
    panel_of(other, office(other), judge)
    page = words(client.get(url("judge-list")))
    assert "陈两处" in page
    assert event.name in page
    assert "别处的赛项" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_lists_take_the_same_statements_however_long(
    event, organiser, client, django_assert_num_queries, number
):
    unit = OrganisationFactory()
    panel_of(event, organiser, *(judge_of(unit) for _ in range(number)))
    for _ in range(number):
        entry_of(event, unit)
    client.get(url("panel-list", event.pk))
    with django_assert_num_queries(STATEMENTS["panel-list"]):
        client.get(url("panel-list", event.pk))
    with django_assert_num_queries(STATEMENTS["conflict-list"]):
        client.get(url("conflict-list", event.pk))
    with django_assert_num_queries(STATEMENTS["judge-list"]):
        client.get(url("judge-list"))


STATEMENTS = {"panel-list": 13, "conflict-list": 10, "judge-list": 7}
