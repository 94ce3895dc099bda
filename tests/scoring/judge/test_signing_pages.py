"""The pages on which judges set PINs, sign and accept lists of sheets."""

import pytest
from django.urls import reverse

from people.services.pins import set_pin
from scoring.enums import SheetState
from scoring.models import SheetSignature
from scoring.services.signing import sign_sheets
from tests.factories import NOW, PASSWORD, RoleAssignmentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db(transaction=True)

PIN = "270418"


@pytest.fixture
def hall():
    """Two works, of which the first is marked on A1."""
    hall = build_hall(judged("3.00"), entries=2)
    hall.mark_all("2", "2", "3")
    for judge in hall.judges:
        set_pin(user=judge, pin=PIN, at=NOW)
    return hall


def sign_url(hall, seat=1):
    return reverse("scoring:judge-sign", args=(hall.event.pk,))


def signed(hall):
    return SheetSignature.objects.filter(sheet__entry__event=hall.event).count()


def shown_rows(response):
    return response.context["form"].rows


def test_the_list_shows_blanks_first_and_signs_the_rest(client, hall):
    client.force_login(hall.judges[0])
    page = client.get(sign_url(hall))

    assert [each.entry_code for each in page.context["chosen"].blank] == ["B-002"]
    answer = client.post(sign_url(hall), {"pin": PIN, "row": shown_rows(page)})

    assert answer.status_code == 302
    assert signed(hall) == 1
    assert "回执码" in client.get(sign_url(hall)).content.decode()


def test_a_wrong_pin_signs_nothing_and_says_how_many_tries_are_left(client, hall):
    client.force_login(hall.judges[0])
    rows = shown_rows(client.get(sign_url(hall)))

    answer = client.post(sign_url(hall), {"pin": "999999", "row": rows})

    assert answer.status_code == 422
    assert len(answer.context["form"].errors["pin"]) == 1
    assert signed(hall) == 0


@pytest.mark.parametrize("pin", ["12", "abcdef", "２７０４１８"])
def test_what_cannot_be_a_pin_uses_up_no_try(client, hall, pin):
    client.force_login(hall.judges[0])
    rows = shown_rows(client.get(sign_url(hall)))

    for _ in range(6):
        answer = client.post(sign_url(hall), {"pin": pin, "row": rows})

    hall.judges[0].refresh_from_db()
    assert hall.judges[0].pin_failures == 0
    assert answer.context["form"].errors["pin"] == ["签名密码为六位数字。"]
    assert signed(hall) == 0


def test_a_list_that_changed_meanwhile_is_not_signed(client, hall):
    client.force_login(hall.judges[0])
    sheet = hall.sheet()

    answer = client.post(sign_url(hall), {"pin": PIN, "row": [f"{sheet.pk}=9.99"]})

    assert answer.status_code == 422
    assert answer.context["form"].non_field_errors() == [
        "清单在打开后有变化，请重新核对后再签字。"
    ]
    assert signed(hall) == 0


def test_two_values_that_changed_places_are_seen_before_they_are_signed(client):
    hall = build_hall(measured("3.00"), measured("3.00"), judges=2)
    first, second = hall.mark(1, "1", position=1), hall.mark(1, "0", position=2)
    set_pin(user=hall.judges[1], pin=PIN, at=NOW)
    client.force_login(hall.judges[1])
    rows = shown_rows(client.get(sign_url(hall)))

    hall.mark(1, "0", position=1, base_version=first.version)
    hall.mark(1, "1", position=2, base_version=second.version)
    answer = client.post(sign_url(hall), {"pin": PIN, "row": rows})

    assert answer.context["form"].non_field_errors() == [
        "清单在打开后有变化，请重新核对后再签字。"
    ]
    assert signed(hall) == 0


def test_the_chief_judge_accepts_what_the_whole_panel_signed(client, hall):
    chief = UserFactory()
    RoleAssignmentFactory(user=chief, role__code="chief-judge", event=hall.event)
    set_pin(user=chief, pin=PIN, at=NOW)
    for judge in hall.judges:
        sign_sheets(sheets=[hall.sheet()], judge=judge, pin=PIN, at=NOW)
    client.force_login(chief)
    url = reverse("scoring:judge-accept", args=(hall.event.pk,))

    page = client.get(url)
    answer = client.post(url, {"pin": PIN, "row": shown_rows(page)})

    assert answer.status_code == 302
    assert hall.sheet().state == SheetState.ACCEPTED
    assert hall.entries[0].organisation.name not in page.content.decode()


@pytest.fixture
def chief(hall):
    user = UserFactory()
    RoleAssignmentFactory(user=user, role__code="chief-judge", event=hall.event)
    return user


def test_the_chief_judge_reads_every_mark_of_a_signed_sheet(client, chief):
    hall = build_hall(judged("3.00"), measured("1.00"), measured("2.00", 3))
    RoleAssignmentFactory(user=chief, role__code="chief-judge", event=hall.event)
    hall.mark_all("1", "2", "2")
    hall.mark(1, "1", position=2)
    hall.mark(1, "12.5", position=3)
    for judge in hall.judges:
        set_pin(user=judge, pin=PIN, at=NOW)
        sign_sheets(sheets=[hall.sheet()], judge=judge, pin=PIN, at=NOW)
    client.force_login(chief)
    accept = reverse("scoring:judge-accept", args=(hall.event.pk,))
    sheet = reverse("scoring:judge-accept-sheet", args=(hall.event.pk, hall.sheet().pk))

    assert f'href="{sheet}"' in client.get(accept).content.decode()
    page = client.get(sheet)

    assert [
        (each.label, each.values, str(each.mark))
        for each in page.context["shown"].aspects
    ] == [
        ("J1", ["1", "2", "2"], "1.67"),
        ("M1", ["是"], "1.00"),
        ("M2", ["12.5"], "2.00"),
    ]
    assert hall.entries[0].organisation.name not in page.content.decode()
    client.force_login(hall.judges[0])
    assert client.get(sheet).status_code == 404


def test_a_sheet_that_is_not_signed_is_not_read_by_the_chief_judge(client, hall, chief):
    client.force_login(chief)
    args = (hall.event.pk, hall.sheet().pk)

    answer = client.get(reverse("scoring:judge-accept-sheet", args=args))

    assert answer.status_code == 404


def test_a_receipt_is_found_again_on_the_page(client, hall):
    hall.mark_all("2", "2", "2", entry=1)
    client.force_login(hall.judges[0])
    rows = shown_rows(client.get(sign_url(hall)))

    answer = client.post(sign_url(hall), {"pin": PIN, "row": rows}, follow=True)
    later = client.get(sign_url(hall), {"list": answer.context["lists"][0].key})

    (receipt,) = later.context["chosen"].receipts
    said = str(next(iter(answer.context["messages"])))
    assert said == f"已签字 2 份评分表，回执码 {receipt.code}。"
    assert receipt.sheets == 2
    assert "属于清单及其内容" in later.content.decode()


def test_the_list_that_is_open_has_a_heading_and_signed_ones_a_mark(client, hall):
    hall.mark_all("2", "2", "2", entry=1)
    client.force_login(hall.judges[0])
    rows = shown_rows(client.get(sign_url(hall)))
    client.post(sign_url(hall), {"pin": PIN, "row": rows})

    page = client.get(sign_url(hall), {"list": "day-1"})

    assert '<h2 class="list-title">第 1 天全部</h2>' in page.content.decode()
    assert [(each.label, each.is_done) for each in page.context["lists"]] == [
        ("A1 装配精度", True),
        ("B1 传动调试", False),
        ("第 1 天全部", True),
        ("第 2 天全部", False),
    ]


def test_no_page_with_a_pin_is_kept_by_the_tablet(client, hall):
    RoleAssignmentFactory(
        user=hall.judges[0], role__code="chief-judge", event=hall.event
    )
    client.force_login(hall.judges[0])

    for url in (
        sign_url(hall),
        reverse("scoring:judge-accept", args=(hall.event.pk,)),
        reverse("scoring:judge-pin"),
    ):
        for response in (client.get(url), client.post(url, {"pin": "1"})):
            assert response["Cache-Control"] == "private, no-store"


def test_a_judge_may_not_accept(client, hall):
    client.force_login(hall.judges[0])

    url = reverse("scoring:judge-accept", args=(hall.event.pk,))

    assert client.get(url).status_code == 404


def test_a_pin_is_set_with_the_password(client, hall):
    client.force_login(hall.judges[0])
    url = reverse("scoring:judge-pin")
    typed = {"password": "wrong", "pin": "852741", "again": "852741"}

    refused = client.post(url, typed)
    accepted = client.post(url, {**typed, "password": PASSWORD})

    assert refused.context["form"].errors["password"] == ["登录密码不正确。"]
    assert (accepted.status_code, accepted.url) == (302, "/judge/")


def test_two_different_pins_are_refused(client, hall):
    client.force_login(hall.judges[0])

    answer = client.post(
        reverse("scoring:judge-pin"),
        {"password": PASSWORD, "pin": "852741", "again": "852742"},
    )

    assert answer.context["form"].errors["again"] == [
        "两次输入不一致，请输入相同的六位数字。"
    ]


def test_the_first_page_says_what_waits(client, hall):
    client.force_login(hall.judges[0])

    (room,) = client.get(reverse("scoring:judge-home")).context["rooms"]

    assert (room.done, room.expected, room.to_sign) == (1, 4, 1)


def test_who_marks_nothing_does_not_find_the_first_page(client):
    client.force_login(UserFactory())

    assert client.get(reverse("scoring:judge-home")).status_code == 404


def test_rows_name_their_form_only_where_a_list_has_several(client, hall):
    client.force_login(hall.judges[0])
    page = client.get(sign_url(hall))

    assert [(each.label, each.has_many_forms) for each in page.context["lists"]] == [
        ("A1 装配精度", False),
        ("B1 传动调试", False),
        ("第 1 天全部", False),
        ("第 2 天全部", False),
    ]


@pytest.mark.parametrize("name", ["judge-sign", "judge-accept", "judge-pin"])
def test_every_page_around_the_sheets_leads_back(client, hall, name):
    chief = UserFactory()
    RoleAssignmentFactory(user=chief, role__code="chief-judge", event=hall.event)
    client.force_login(hall.judges[0] if name == "judge-sign" else chief)
    args = () if name == "judge-pin" else (hall.event.pk,)

    text = client.get(reverse(f"scoring:{name}", args=args)).content.decode()
    crumbs = text.partition('class="breadcrumbs')[2].partition("</nav>")[0]

    assert crumbs.count('href="/judge/"') == 1
