"""The tablet's page: what a judge sees of a sheet, and what he must not."""

import re

import pytest
from django.urls import reverse

from tests.factories import UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db

# Two of them read the session and the user.
STATEMENTS = 21


def opened(client, hall, seat=1, **asked):
    client.force_login(hall.judges[seat - 1])
    return client.get(reverse("scoring:judge-event", args=(hall.event.pk,)), asked)


def card(response, position=1):
    return response.context["page"].cards[position - 1]


def test_the_page_shows_the_blind_code_and_the_ladder(client):
    hall = build_hall(judged("3.00"))

    response = opened(client, hall)

    assert response.context["page"].entry_code == "B-001"
    assert [option.label for option in card(response).options] == [
        "低于行业标准",
        "达到行业标准",
        "部分超出标准",
        "全面超出，优秀",
    ]


def test_nobody_but_the_judges_finds_the_page(client):
    hall = build_hall()
    client.force_login(UserFactory())

    response = client.get(reverse("scoring:judge-event", args=(hall.event.pk,)))

    assert response.status_code == 404


def test_entrants_units_and_colleagues_marks_stay_out(client):
    hall = build_hall(judged("3.00"), judged("1.00"))
    hall.mark(2, "3")

    text = opened(client, hall).content.decode()

    entry = hall.entries[0]
    assert entry.organisation.name not in text
    assert str(entry.pk) not in text
    assert 'aria-pressed="true"' not in text


def test_an_unchanged_page_is_not_sent_again(client):
    hall = build_hall(judged("3.00"))
    url = reverse("scoring:judge-event", args=(hall.event.pk,))
    first = opened(client, hall)

    again = client.get(url, headers={"if-none-match": first["ETag"]})
    hall.mark(2, "2")
    unseen = client.get(url, headers={"if-none-match": first["ETag"]})
    hall.mark(1, "2")
    later = client.get(url, headers={"if-none-match": unseen["ETag"]})

    assert [each.status_code for each in (again, unseen, later)] == [304, 304, 200]
    assert unseen["ETag"] != first["ETag"]


def test_a_judge_who_has_scored_waits_for_the_others(client):
    hall = build_hall(judged("3.00"))
    hall.mark(1, "2")

    found = card(opened(client, hall))

    assert (found.look, found.status) == (
        "is-waiting",
        "已打分，等待其他裁判员。",
    )


def test_scores_far_apart_are_shown_and_asked_for_again(client):
    hall = build_hall(judged("3.00"))
    hall.mark_all("1", "3", "1")

    found = card(opened(client, hall))

    assert (found.look, found.value) == ("is-rescore", "")
    assert found.alert == (
        "三位裁判员 1・3・1，相差大于 1：请讨论。全体裁判员都要重新打分，"
        "维持原分的也要再打一次。"
    )


def test_who_has_scored_again_still_reads_that_all_do(client):
    hall = build_hall(judged("3.00"))
    first = hall.mark_all("1", "3", "1")[0]
    hall.mark(1, "1", base_version=first.version)

    found = card(opened(client, hall))

    assert found.alert.endswith("维持原分的也要再打一次。")
    assert (found.value, found.status) == ("1", "已重新打分，等待其他裁判员。")


def test_agreed_scores_close_the_aspect(client):
    hall = build_hall(judged("3.00"))
    hall.mark_all("2", "3", "2")

    found = card(opened(client, hall, sheet=str(hall.sheet().pk)))

    assert (found.status, found.mark) == ("三位裁判员 2・3・2", "2.33")
    assert found.view["locked"]


def test_a_co_signer_reads_who_records(client):
    hall = build_hall(measured("4.00", calculation=1))
    hall.mark(1, "2")

    found = card(opened(client, hall, 3, sheet=str(hall.sheet().pk)))

    assert found.status == "裁判1 为裁判组记录此项测量。"
    assert (found.value, found.mark, found.view["locked"]) == ("2", "2.00", True)


def test_two_pairs_that_differ_are_told(client):
    hall = build_hall(measured("4.00", calculation=1), dual=True)
    hall.mark(1, "2")
    hall.mark(2, "3")

    found = card(opened(client, hall, sheet=str(hall.sheet().pk)))

    assert found.look == "is-rescore"
    assert found.alert == "两组测量值不一致：请一起重新测量。"


def test_the_rail_lists_the_forms_of_the_work_and_the_works_of_the_form(client):
    hall = build_hall(judged("3.00"), entries=3)
    hall.mark(1, "2", entry=1)

    page = opened(client, hall, sheet=str(hall.sheet("A1", 1).pk)).context["page"]

    assert [(link.label, link.note) for link in page.forms] == [
        ("A1 装配精度", "已评完"),
        ("B1 传动调试", "0/1"),
    ]
    assert [(link.label, link.note) for link in page.works] == [
        ("B-001", "—"),
        ("B-002", "已评完"),
        ("B-003", "—"),
    ]


def test_the_statements_do_not_depend_on_the_number_of_sheets(
    client, django_assert_num_queries
):
    large = build_hall(*[judged("1.00") for _ in range(9)], entries=7)
    client.force_login(large.judges[0])

    with django_assert_num_queries(STATEMENTS):
        client.get(reverse("scoring:judge-event", args=(large.event.pk,)))


@pytest.mark.parametrize("asked", ["nothing", "019ab5f0-0000-7000-8000-000000000000"])
def test_a_sheet_that_is_not_the_judges_is_not_found(client, asked):
    hall = build_hall()

    assert opened(client, hall, sheet=asked).status_code == 404


def test_without_sheets_the_page_says_who_opens_them(client):
    hall = build_hall(opened=False)

    assert "还没有评分表" in opened(client, hall).content.decode()


def test_a_reserve_judge_reads_when_he_marks(client):
    hall = build_hall(judged("3.00"), reserves=1)
    sentence = "您是装配组的候补裁判员。"

    room = opened(client, hall, seat=4).content.decode()
    home = client.get(reverse("scoring:judge-home")).content.decode()

    assert (sentence in room, sentence in home) == (True, True)
    assert ("还没有评分表" in room, "还没有评分表" in home) == (False, False)
    assert sentence not in opened(client, hall, seat=1).content.decode()


def test_a_number_shows_its_unit_and_what_it_earns(client):
    hall = build_hall(measured("2.00", calculation=3))
    row = hall.aspect().calculation
    row.parameters.append(["UNIT_LABEL", "mm"])
    row.save(update_fields=["parameters"])

    found = card(opened(client, hall))

    assert found.unit == "mm"
    assert found.view["input"]["rule"] == [
        "目标 12.5，12.4 至 12.6 mm 得 2.00，其余得 0.00"
    ]


def test_a_mark_that_is_written_is_in_marks(client):
    hall = build_hall(measured("6.00", calculation=2))

    found = card(opened(client, hall))

    assert (found.unit, found.view["input"]["rule"]) == (
        "分",
        ["直接填写得分，0.00 至 6.00"],
    )


def test_the_first_score_stays_in_sight_when_it_is_asked_for_again(client):
    hall = build_hall(judged("3.00"))
    hall.mark_all("1", "3", "1")

    found = card(opened(client, hall, seat=2))

    assert [option.is_earlier for option in found.options] == [
        False,
        False,
        False,
        True,
    ]
    assert [option.is_pressed for option in found.options] == [False] * 4


def test_the_menu_leads_to_everything_that_is_the_judges_own(client):
    hall = build_hall(judged("3.00"))

    text = opened(client, hall).content.decode()
    menu = text.partition('class="judge-account-menu"')[2].partition("</details>")[0]

    assert re.findall(r'<(?:a|form) [^>]*(?:href|action)="([^"]+)"', menu) == [
        "/judge/",
        "/judge/pin/",
        "/account/password/",
        "/language/",
        "/account/sign-out/",
    ]
