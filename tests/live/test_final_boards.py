"""The final board: it shows the published result, in its order and nothing newer."""

import re

import pytest
from django.urls import reverse

from live.enums import BoardState, PublicationKind
from live.frames import frame_of
from live.models import Publication
from live.queries.publications import published
from live.services.boards import publish_board
from live.services.results import publish_results
from live.wording import state_line
from tests.factories import NOW, ComponentFactory


def board(hall):
    return published(PublicationKind.BOARD, hall.event.pk)


def rows(hall):
    return [
        (row["rank"], row["name"], row["total"], row["movement"], row["changed"])
        for row in board(hall).content["rows"]
    ]


@pytest.fixture
def tied(hall):
    """Return a hall whose live board has moved; a guest came first of all."""
    hall.entries += [hall.enter(number) for number in (3, 4)]
    guest = hall.entries[3]
    guest.is_out_of_contest = True
    guest.save(update_fields=["is_out_of_contest"])
    hall.mark(hall.theory, "90", "80", "80", "100")
    hall.show(BoardState.LIVE)
    hall.mark(hall.practical, "50", "90", "90", "100")
    publish_board(event_id=hall.event.pk, at=NOW)
    return hall


def test_a_published_result_turns_the_board_into_the_official_one(tied):
    publish_results(result_list_id=tied.decide().pk, at=NOW)

    assert rows(tied) == [
        (1, "选手乙", "88.00", 0, False),
        (1, "选手丙", "88.00", 0, False),
        (3, "选手甲", "58.00", 0, False),
    ]
    content = board(tied).content
    assert content["state"] == "final"
    assert content["modules"] == [
        {"code": "T", "name": "理论", "counts": True},
        {"code": "P", "name": "实操", "counts": True},
    ]
    assert content["rows"][2]["modules"] == [
        {"mark": "90.00", "max": "100.00"},
        {"mark": "50.00", "max": "100.00"},
    ]


def test_the_official_board_stays_when_a_mark_changes_afterwards(announced):
    before = rows(announced)

    announced.prepare(reason="申诉成立")
    announced.mark(announced.theory, "10", "99")
    publish_board(event_id=announced.event.pk, at=NOW)

    assert rows(announced) == before


def test_without_a_result_a_final_board_is_a_live_one(hall):
    hall.mark(hall.theory, "90", "80")

    hall.show(BoardState.FINAL)

    assert board(hall).content["state"] == "live"


def test_a_new_version_replaces_the_official_board(announced):
    announced.prepare(reason="申诉成立")
    announced.mark(announced.practical, "71.50", "99")
    second = announced.decide(reason="申诉成立")

    publish_results(result_list_id=second.pk, at=NOW)

    assert [row[1] for row in rows(announced)] == ["选手乙", "选手甲"]
    line = state_line(frame_of(board(announced)))
    assert line == "正式成绩・已更正・截至 2026-11-23 10:42"


def test_an_official_board_claims_no_higher_result_and_leads_on(announced, client):
    page = client.get(reverse("live:board", args=(announced.event.pk,)))

    assert "以正式公布成绩为准" not in page.text
    ways = page.text.partition('class="board-ways"')[2].partition("</nav>")[0]
    assert re.findall(r'<a[^>]*href="([^"]+)"', ways) == [
        reverse("live:home"),
        reverse("live:results", args=(announced.event.pk,)),
        "?view=wall",
        f"/en/boards/{announced.event.pk}/",
    ]


def test_a_wall_offers_no_ways_that_nobody_could_follow(announced, client):
    address = reverse("live:board", args=(announced.event.pk,))

    assert "board-ways" not in client.get(f"{address}?view=wall").text


def test_a_superseded_version_that_comes_late_changes_nothing(hall):
    hall.mark(hall.theory, "90", "80")
    hall.mark(hall.practical, "71.50", "60.25")
    first = hall.decide()
    second = hall.decide(reason="申诉成立")
    publish_results(result_list_id=second.pk, at=NOW)
    hall.show(BoardState.HIDDEN)

    publish_results(result_list_id=first.pk, at=NOW)

    assert board(hall) is None
    page = published(PublicationKind.RESULTS, hall.event.pk)
    assert page.content["version"] == second.version


def test_a_tally_older_than_a_component_lacks_its_bar_and_breaks_nothing(hall):
    hall.mark(hall.theory, "90", "80")
    ComponentFactory(
        stage=hall.theory.stage, code="Z", name="答辩", source=hall.theory.source
    )
    hall.mark(hall.theory, "91")

    hall.show(BoardState.LIVE)

    content = Publication.objects.get(kind=PublicationKind.BOARD).content
    assert [each["code"] for each in content["modules"]] == ["T", "P", "Z"]
    assert [[each["mark"] for each in row["modules"]] for row in content["rows"]] == [
        ["91.00", "0.00", "0.00"],
        ["80.00", "0.00", "0.00"],
    ]
