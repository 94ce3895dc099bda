"""The pages of accounts and roles."""

import html
import re

import pytest
from django.conf import settings
from django.urls import reverse

from competitions.models import RoleAssignment
from people.encryption import search_hash
from people.models import User
from tests.factories import (
    CompetitionFactory,
    EventFactory,
    OrganisationFactory,
    PersonFactory,
    RoleAssignmentFactory,
    RoleFactory,
    UserFactory,
)
from tests.identity_numbers import number_of
from tests.submitted import untouched

pytestmark = pytest.mark.django_db

LIST = reverse("competitions:role-assignments")


@pytest.fixture
def administrator(client):
    user = RoleAssignmentFactory(role__code="administrator", user__name="管理员").user
    client.force_login(user)
    return user


def test_accounts_are_found_by_name_and_role(client, administrator):
    RoleAssignmentFactory(role__code="organiser", user__name="李组织")
    UserFactory(name="王小明")
    role = RoleFactory(code="organiser")

    def names(query):
        table = client.get(f"{LIST}?{query}").context["table"]
        return [row.record.name for row in table.rows]

    assert names("q=小明") == ["王小明"]
    assert names(f"role={role.pk}") == ["李组织"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_rows(
    client, administrator, django_assert_num_queries, number
):
    for _row in range(number):
        RoleAssignmentFactory(role__code="judge", event=EventFactory())

    with django_assert_num_queries(6):
        client.get(LIST)


def test_a_role_is_given_and_withdrawn_on_the_page_of_the_account(
    client, administrator
):
    holder, unit = UserFactory(), OrganisationFactory(name="示例学院")
    page = reverse("competitions:user-detail", args=(holder.pk,))
    role = RoleFactory(code="unit-contact")

    client.post(page, {"role": role.pk, "organisation": "示例学院"})
    given = RoleAssignment.objects.get(user=holder)
    client.post(reverse("competitions:role-withdraw", args=(given.pk,)))

    assert given.organisation == unit
    assert not RoleAssignment.objects.filter(user=holder).exists()


def test_a_withdrawn_role_is_given_back_by_one_link(client, administrator):
    unit = OrganisationFactory(name="示例学院")
    given = RoleAssignmentFactory(role__code="unit-contact", organisation=unit)
    withdraw = reverse("competitions:role-withdraw", args=(given.pk,))

    page = client.post(withdraw, follow=True)
    link = re.search(r'href="([^"#]+)#give-title"', page.content.decode())
    again = client.get(html.unescape(link[1]))

    assert untouched(again)["role"] == str(given.role_id)
    assert untouched(again)["organisation"] == "示例学院"


def test_a_role_is_not_given_twice(client, administrator):
    given = RoleAssignmentFactory(role__code="officer", user__name="沈敏")
    page = reverse("competitions:user-detail", args=(given.user_id,))

    response = client.post(page, {"role": given.role_id})

    assert response.context["form"].errors == {"role": ["沈敏已有该角色。"]}


@pytest.mark.parametrize(
    ("code", "field", "sentence"),
    [
        ("officer", "competition", "请留空：市局工作人员的角色适用于全系统。"),
        ("officer", "event", "请留空：市局工作人员的角色适用于全系统。"),
        ("organiser", "event", "请留空：赛务组织者负责整项竞赛。"),
        ("officer", "organisation", "请留空：市局工作人员不代表某个单位。"),
    ],
)
def test_a_role_reaches_no_less_than_its_scope(
    client, administrator, code, field, sentence
):
    event, unit = EventFactory(), OrganisationFactory(name="示例学院")
    places = {
        "competition": event.competition_id,
        "event": event.pk,
        "organisation": unit.name,
    }
    page = reverse("competitions:user-detail", args=(UserFactory().pk,))

    response = client.post(
        page, {"role": RoleFactory(code=code).pk, field: places[field]}
    )

    assert response.context["form"].errors == {field: [sentence]}


def test_each_role_names_the_field_of_its_place(client, administrator):
    codes = ("officer", "organiser", "judge", "unit-contact")
    roles = {str(RoleFactory(code=code).pk): code for code in codes}
    page = reverse("competitions:user-detail", args=(UserFactory().pk,))

    text = client.get(page).content.decode()
    found = re.findall(r'<option value="(\d+)" data-place="(\w*)"', text)

    assert {roles[pk]: place for pk, place in found if pk in roles} == {
        "officer": "",
        "organiser": "competition",
        "judge": "event",
        "unit-contact": "organisation",
    }


def test_accounts_stand_in_the_order_of_their_pinyin(client, administrator):
    for name in ("张三", "陈四", "单五"):
        UserFactory(name=name)

    table = client.get(LIST).context["table"]

    names = [row.record.name for row in table.rows if row.record.name != "管理员"]
    assert names == ["陈四", "单五", "张三"]


def test_a_role_without_its_place_is_refused_beside_the_field(client, administrator):
    holder = UserFactory()
    page = reverse("competitions:user-detail", args=(holder.pk,))

    response = client.post(page, {"role": RoleFactory(code="judge").pk})

    assert response.context["form"].errors == {
        "event": ["请选择赛项：裁判员按赛项选派。"]
    }


def test_an_account_shows_its_first_password_once(client, administrator):
    response = client.post(
        reverse("competitions:user-add"), {"name": "李组织", "username": "13900000000"}
    )

    password = response.context["opened"].first_password
    user = User.objects.get(username="13900000000")
    assert user.check_password(password)
    assert password in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    page = client.get(reverse("competitions:user-detail", args=(user.pk,)))
    assert password not in page.content.decode()


def test_an_account_belongs_to_the_person_with_the_identity_number(
    client, administrator
):
    number = number_of(7)
    person = PersonFactory(identity_hash=search_hash(number))
    typed = {"name": person.name, "username": "winner", "identity_number": number}

    client.post(reverse("competitions:user-add"), typed)
    again = client.post(
        reverse("competitions:user-add"), {**typed, "username": "winner2"}
    )

    assert User.objects.get(username="winner").person == person
    assert again.context["form"].errors == {
        "identity_number": [f"{person.name}已有账号“winner”。"]
    }


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (number_of(8), "没有登记该证件号码的人员，请逐位核对。"),
        (number_of(8)[:16], "16"),
    ],
)
def test_an_account_is_not_opened_for_an_unknown_number(
    client, administrator, number, sentence
):
    response = client.post(
        reverse("competitions:user-add"),
        {"name": "王", "username": "winner", "identity_number": number},
    )

    assert sentence in response.context["form"].errors["identity_number"][0]
    assert not User.objects.filter(username="winner").exists()


def test_a_locked_pin_is_reset(client, administrator):
    judge = UserFactory(pin_hash="set", pin_failures=5)
    page = reverse("competitions:user-detail", args=(judge.pk,))

    locked = client.get(page).content.decode()
    client.post(reverse("competitions:user-reset-pin", args=(judge.pk,)))

    judge.refresh_from_db()
    assert "已锁定" in locked
    assert (judge.pin_hash, judge.pin_failures) == ("", 0)


def test_a_user_name_is_taken_once(client, administrator):
    UserFactory(username="li")

    response = client.post(
        reverse("competitions:user-add"), {"name": "李", "username": "li"}
    )

    assert list(response.context["form"].errors) == ["username"]


@pytest.mark.parametrize("code", ["officer", "organiser", "judge", "competitor"])
def test_only_administrators_see_accounts(client, code):
    holder = RoleAssignmentFactory(role__code="administrator", user__name="机密").user
    user = RoleAssignmentFactory(role__code=code, competition=CompetitionFactory()).user
    client.force_login(user)
    account = reverse("competitions:user-detail", args=(holder.pk,))
    renew = reverse("competitions:user-renew-password", args=(holder.pk,))
    given = RoleAssignment.objects.get(user=holder)
    withdraw = reverse("competitions:role-withdraw", args=(given.pk,))
    pin = reverse("competitions:user-reset-pin", args=(holder.pk,))

    answers = [
        client.get(LIST),
        client.get(account),
        client.post(account, {"role": given.role_id}),
        client.post(reverse("competitions:user-add"), {}),
        client.post(renew),
        client.post(withdraw),
        client.post(pin),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert RoleAssignment.objects.filter(pk=given.pk).exists()


def test_the_filter_names_roles_in_the_language_of_the_reader(client):
    client.force_login(UserFactory(is_superuser=True))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    form = client.get(reverse("competitions:role-assignments")).context["form"]

    words = {str(label) for _key, label in form.fields["role"].choices}
    assert {"Chief judge", "Judge", "Organiser"} <= words
    assert not any("裁判" in word for word in words)
