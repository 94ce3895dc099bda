"""Creating a competition on one page, and editing it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from competitions.models import Competition, RoleAssignment
from tests.factories import (
    CompetitionFactory,
    CompetitionHostFactory,
    OccupationFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NEW = reverse("competitions:competition-create")


def rows(prefix, lines):
    data = {f"{prefix}-TOTAL_FORMS": len(lines), f"{prefix}-INITIAL_FORMS": 0}
    for number, line in enumerate(lines):
        data |= {f"{prefix}-{number}-{name}": value for name, value in line.items()}
    return data


def typed(hosts=(), events=(), **changes):
    details = {
        "name": "绍兴市第十二届职业技能大赛",
        "level": "city",
        "competition_class": "first",
        "starts_on": "2026-11-24",
        "ends_on": "2026-11-26",
        "place": "示例技师学院",
        "document_number": "绍市人社发〔2026〕12号",
        **changes,
    }
    return details | rows("hosts", hosts) | rows("events", events)


EVENT = {
    "name": "车工（数控车工）",
    "classification": "6-18-01-01",
    "group": "workers",
    "team_size": 1,
    "parts": "30-70",
}


def text_of(response):
    """Return what a page says, without its tags."""
    return " ".join(re.sub("<[^>]+>", "", response.content.decode()).split())


UNKNOWN_CODE = (
    "职业库中还没有 6-18-02-04；请在代码后写上规范名称，例如 6-18-01-01 车工。"
)


def organisers_of(competition):
    held = RoleAssignment.objects.filter(
        competition=competition, role__code="organiser"
    )
    return [assignment.user for assignment in held]


@pytest.fixture
def officer(client):
    user = RoleAssignmentFactory(role__code="officer").user
    client.force_login(user)
    return user


def test_one_page_makes_a_competition_with_hosts_and_events(client, officer):
    OrganisationFactory(name="市总工会")
    OrganisationFactory(name="团市委")
    OccupationFactory()
    hosts = [
        {"kind": "host", "organisation": "市总工会"},
        {"kind": "host", "organisation": " 团市委 "},
        {"kind": "organiser", "organisation": ""},
    ]
    skill = EVENT | {"name": "网站技术", "classification": "17", "parts": "practical"}

    response = client.post(NEW, typed(hosts, [EVENT, skill]))

    competition = Competition.objects.get()
    assert response["Location"] == reverse(
        "competitions:competition-detail", args=(competition.pk,)
    )
    ordered = competition.hosts.order_by("position")
    assert [host.organisation.name for host in ordered] == ["市总工会", "团市委"]
    events = competition.events.order_by("number")
    assert [str(event.occupation or event.skill_number) for event in events] == [
        "6-18-01-01 车工",
        "17",
    ]


@pytest.mark.parametrize(
    ("wrong", "where", "sentence"),
    [
        (
            {"ends_on": "2026-11-23"},
            "form",
            {"ends_on": ["结束日期早于开始日期。"]},
        ),
        (
            {"hosts": [{"kind": "host", "organisation": "无此单位"}]},
            "hosts",
            {
                "organisation": [
                    "没有名为“无此单位”的单位。请从列表中选择；新单位由市局在“单位”中登记。"
                ]
            },
        ),
        (
            {"events": [EVENT | {"classification": "焊接"}]},
            "events",
            {
                "classification": [
                    "“焊接”两者都不是：职业编码形如 6-18-01-01，世赛项目编号形如 17。"
                ]
            },
        ),
        (
            {"events": [EVENT | {"classification": "9-99-99-99"}]},
            "events",
            {
                "classification": [
                    "没有编码为 9-99-99-99 的职业：编码以大类 1 至 8 开头。"
                ]
            },
        ),
        (
            {"events": [EVENT | {"classification": "6-18-02-04"}]},
            "events",
            {
                "classification": [
                    UNKNOWN_CODE,
                ]
            },
        ),
    ],
)
def test_wrong_input_names_the_field_and_saves_nothing(
    client, officer, wrong, where, sentence
):
    response = client.post(NEW, typed(**wrong))

    shown = response.context[where]
    errors = shown.errors if where == "form" else shown.errors[0]
    assert errors == sentence
    assert Competition.objects.count() == 0


def test_the_summary_names_everything_that_is_wrong(client, officer):
    wrong = EVENT | {"classification": "焊接", "team_size": 99}

    response = client.post(NEW, typed(events=[EVENT, wrong], ends_on="2026-11-23"))

    text = text_of(response)
    assert "结束日期：结束日期早于开始日期。" in text
    assert "赛项第 2 行 · 职业编码或世赛项目编号：“焊接”两者都不是" in text
    assert "赛项第 2 行 · 每队人数：" in text


@pytest.mark.parametrize(
    ("days", "errors"),
    [
        (
            {"starts_on": "1900-01-01", "ends_on": "1900-01-02"},
            {"starts_on": "开始日期在 1900 年；请核对年份，应在 {} 年至 {} 年之间。"},
        ),
        (
            {"starts_on": "2026-01-01", "ends_on": "2027-01-02"},
            {"ends_on": "从开始日期到结束日期共 367 天；一项竞赛最长 366 天。"},
        ),
    ],
)
def test_absurd_days_are_refused_with_what_would_be_right(
    client, officer, days, errors
):
    year = timezone.localdate().year

    response = client.post(NEW, typed(**days))

    assert response.context["form"].errors == {
        field: [sentence.format(year - 30, year + 5)]
        for field, sentence in errors.items()
    }
    assert Competition.objects.count() == 0


def test_the_officer_may_register_a_missing_unit_beside_the_form(client, officer):
    link = reverse("people:organisation-add")

    assert link in client.get(NEW).content.decode()


def test_a_creator_is_not_sent_to_a_page_he_cannot_see(client):
    client.force_login(RoleAssignmentFactory(role__code="competition-creator").user)

    assert reverse("people:organisation-add") not in client.get(NEW).content.decode()


def test_two_units_of_one_name_are_told_apart_by_their_district(client, officer):
    from tests.factories import DistrictFactory  # noqa: PLC0415  # only needed here

    keqiao = DistrictFactory(code="330603", name="柯桥区", name_en="Keqiao")
    OrganisationFactory(name="示例公司")
    second = OrganisationFactory(name="示例公司", district=keqiao)

    host = {"kind": "host", "organisation": "示例公司"}
    refused = client.post(NEW, typed([host]))
    client.post(NEW, typed([host | {"organisation": "示例公司 · 柯桥区"}]))

    assert refused.context["hosts"].errors == [
        {"organisation": ["有多个名为“示例公司”的单位，请选择带区县的一项。"]}
    ]
    assert Competition.objects.get().hosts.get().organisation == second


def test_editing_keeps_what_is_typed_when_somebody_was_faster(client):
    competition = CompetitionFactory(version=2, name="旧名")
    client.force_login(
        RoleAssignmentFactory(role__code="organiser", competition=competition).user
    )
    url = reverse("competitions:competition-edit", args=(competition.pk,))

    response = client.post(url, typed(version=1, name="新名"))

    assert response.context["form"].non_field_errors()[0].startswith("您编辑期间")
    assert response.context["form"]["name"].value() == "新名"
    competition.refresh_from_db()
    assert competition.name == "旧名"


def test_a_host_is_taken_away_by_its_box(client):
    competition = CompetitionFactory()
    host = CompetitionHostFactory(competition=competition)
    client.force_login(
        RoleAssignmentFactory(role__code="organiser", competition=competition).user
    )
    url = reverse("competitions:competition-edit", args=(competition.pk,))
    line = {"kind": "host", "organisation": host.organisation.name, "DELETE": "on"}

    client.post(url, typed([line], version=1))

    assert competition.hosts.count() == 0


@pytest.mark.parametrize("code", ["organiser", "administrator", "judge"])
def test_who_may_not_create_competitions_finds_no_page(client, code):
    place = {"competition": CompetitionFactory()}
    client.force_login(RoleAssignmentFactory(role__code=code, **place).user)

    assert client.get(NEW).status_code == 404
    assert client.post(NEW, typed()).status_code == 404


def test_who_creates_a_competition_becomes_its_organiser(client):
    creator = RoleAssignmentFactory(role__code="competition-creator").user
    client.force_login(creator)

    response = client.post(NEW, typed())

    competition = Competition.objects.get()
    assert organisers_of(competition) == [creator]
    assert client.get(response["Location"]).context["can_manage"]


def test_a_creator_sees_only_what_he_organises(client):
    other = CompetitionFactory()
    client.force_login(RoleAssignmentFactory(role__code="competition-creator").user)

    listed = client.get(reverse("competitions:competition-list"))
    refused = client.get(reverse("competitions:competition-detail", args=(other.pk,)))

    assert (listed.context["can_create"], len(listed.context["table"].rows)) == (
        True,
        0,
    )
    assert refused.status_code == 404


def test_a_creator_cannot_give_the_competition_to_somebody_else(client):
    creator = RoleAssignmentFactory(role__code="competition-creator").user
    UserFactory(name="俞静")
    client.force_login(creator)

    client.post(NEW, typed(organiser="俞静"))

    assert organisers_of(Competition.objects.get()) == [creator]


def test_the_officer_names_the_organiser(client, officer):
    named = UserFactory(name="俞静")

    client.post(NEW, typed(organiser="俞静"))

    assert organisers_of(Competition.objects.get()) == [named]


def test_an_officer_who_names_nobody_needs_no_role(client, officer):
    client.post(NEW, typed())

    assert organisers_of(Competition.objects.get()) == []


def test_an_organiser_without_an_account_is_refused_beside_the_field(client, officer):
    response = client.post(NEW, typed(organiser="无此人"))

    assert response.context["form"].errors == {
        "organiser": [
            "没有名为“无此人”的账号。请从列表中选择，或请系统管理员先开通账号。"
        ]
    }
    assert Competition.objects.count() == 0
