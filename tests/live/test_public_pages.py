"""Public pages: they read snapshots only, say what is public and leak nothing else."""

import json
from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation

from competitions.enums import CompetitionState
from live.enums import BoardState
from live.models import Publication
from live.services.boards import set_board
from live.services.competitions import publish_competition
from tests.factories import NOW, CompetitionFactory, EventFactory

HOME = "/"


def pages(hall):
    return {
        "home": HOME,
        "competition": address_of("competition", hall.event.competition_id),
        "board": address_of("board", hall.event.pk),
        "results": address_of("results", hall.event.pk),
    }


def address_of(name, key):
    # A page asked for under /en/ leaves its language behind in this thread.
    with translation.override("zh-hans"):
        return reverse(f"live:{name}", args=[key])


def words(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_every_page_reads_what_was_published_and_not_the_tables(client, announced):
    before = {name: words(client, url) for name, url in pages(announced).items()}

    announced.event.name = "改过的名称"
    announced.event.save(update_fields=["name"])
    for member in announced.entries[0].members.select_related("person"):
        member.person.name = "改过的姓名"
        member.person.save(update_fields=["name"])

    assert {name: words(client, url) for name, url in pages(announced).items()} == (
        before
    )


@pytest.mark.parametrize(
    ("name", "statements"),
    [("home", 2), ("competition", 2), ("board", 1), ("results", 1)],
)
def test_pages_take_few_statements(
    client, announced, name, statements, django_assert_num_queries
):
    address = pages(announced)[name]
    client.get(address)

    with django_assert_num_queries(statements):
        client.get(address)


def test_nobody_gets_a_cookie(client, announced):
    for address in pages(announced).values():
        for language in ("", "/en"):
            response = client.get(f"{language}{address}")
            assert (response.status_code, dict(response.cookies)) == (200, {})


def test_the_same_snapshot_is_not_sent_twice(client, announced):
    for address in pages(announced).values():
        tag = client.get(address)["ETag"]

        again = client.get(address, headers={"if-none-match": tag})

        assert (again.status_code, again.content) == (304, b"")


def test_english_stands_under_its_own_address(client, announced):
    address = pages(announced)["results"]

    assert "Official result" in words(client, f"/en{address}")
    assert "正式成绩" in words(client, address)


def test_a_hidden_board_does_not_exist(client, shown):
    set_board(event=shown.event, state=BoardState.HIDDEN, by=shown.officer, at=NOW)

    for name in ("board", "board-state"):
        assert client.get(address_of(name, shown.event.pk)).status_code == 404


def test_progress_names_nobody_though_names_and_marks_are_there(client, shown):
    set_board(event=shown.event, state=BoardState.PROGRESS, by=shown.officer, at=NOW)

    seen = [
        words(client, pages(shown)["board"]),
        words(client, address_of("board-state", shown.event.pk)),
    ]

    for text in seen:
        assert [leak for leak in ("选手甲", "90.00", "71.50") if leak in text] == []
    assert json.loads(seen[1])["done"] == 4


def test_what_is_only_planned_is_nobodys_business(client, shown):
    competition = shown.event.competition
    competition.state = CompetitionState.PLANNING
    competition.save(update_fields=["state"])
    publish_competition(competition_id=competition.pk, at=NOW)

    assert client.get(pages(shown)["competition"]).status_code == 404
    assert competition.name not in words(client, HOME)


def test_the_state_of_a_board_carries_its_version(client, shown):
    state = json.loads(
        words(client, reverse("live:board-state", args=[shown.event.pk]))
    )

    published = Publication.objects.get(subject=str(shown.event.pk), kind="board")
    assert state["version"] == published.version
    assert [row["total"] for row in state["rows"]] == ["75.20", "64.20"]


def test_a_public_page_answers_head_as_link_checkers_ask(client, announced):
    answers = {name: client.head(url) for name, url in pages(announced).items()}

    assert {
        name: (each.status_code, each.content) for name, each in answers.items()
    } == (dict.fromkeys(answers, (200, b"")))


def listed(client, **asked):
    response = client.get(address_of_list(), asked)
    return [row.record.content["name"] for row in response.context["table"].rows]


def address_of_list():
    with translation.override("zh-hans"):
        return reverse("live:competitions")


@pytest.fixture
def archive(db):
    """Publish three competitions of two years and two levels; a fourth is no more."""
    for name, year, level, event in (
        ("第一届技能竞赛", 2024, "city", "焊工"),
        ("第二届技能竞赛", 2025, "city", "车工"),
        ("浙江省技能大赛", 2025, "provincial", "焊工"),
        ("没有公布的竞赛", 2025, "city", "焊工"),
    ):
        competition = CompetitionFactory(
            name=name,
            level=level,
            place="绍兴市会展中心",
            starts_on=date(year, 5, 1),
            ends_on=date(year, 5, 2),
            state=CompetitionState.REGISTRATION,
        )
        EventFactory(competition=competition, name=event)
        publish_competition(competition_id=competition.pk, at=NOW)
    competition.state = CompetitionState.CANCELLED
    competition.save(update_fields=["state"])
    publish_competition(competition_id=competition.pk, at=NOW)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"第一届技能竞赛", "第二届技能竞赛", "浙江省技能大赛"}),
        ({"year": "2024"}, {"第一届技能竞赛"}),
        ({"level": "provincial"}, {"浙江省技能大赛"}),
        ({"q": "焊工"}, {"第一届技能竞赛", "浙江省技能大赛"}),
        ({"q": "第二届"}, {"第二届技能竞赛"}),
        ({"q": "会展", "year": "2024"}, {"第一届技能竞赛"}),
        ({"q": "没有公布"}, set()),
        ({"q": "%"}, set()),
    ],
)
def test_the_public_finds_earlier_competitions(client, archive, asked, found):
    assert set(listed(client, **asked)) == found


def test_the_list_shows_the_latest_first_and_whose_result_is_official(
    client, announced, archive, django_assert_num_queries
):
    with django_assert_num_queries(3):
        page = words(client, address_of_list())

    assert page.count("正式成绩") == 1
    assert listed(client)[-1] == "第一届技能竞赛"
