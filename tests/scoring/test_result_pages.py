"""The pages of results: who opens them, what they show, and the way to publication."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from competitions import readiness
from competitions.models import EntryMember
from scoring.enums import ResultState
from scoring.models import ResultList, ResultPolicy
from tests.factories import EntryFactory, RoleAssignmentFactory
from tests.scoring.contests import (
    chief_judge_of,
    contest,
    organiser_of,
    prepared,
    published,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return contest(("90", "90"), ("80", "80"), ("80", "80"), ("58", "92"))


@pytest.fixture
def sign_in(client):
    def enter(user):
        client.force_login(user)
        client.cookies["django_language"] = "en"
        return client

    return enter


def url(name, key):
    return reverse(f"scoring:{name}", args=[key])


def words(response):
    return response.content.decode()


LIST_PAGES = (
    "result-list",
    "result-check",
    "result-publish",
    "result-workbook",
    "result-summary",
)


def statuses(client, event, result_list):
    pages = [
        url("result-lists", event.pk),
        url("result-policy", event.pk),
        url("component-scores", event.pk),
        url("scores-export", event.pk),
        url("entry-standing", event.entries.first().pk),
        *(url(name, result_list.pk) for name in LIST_PAGES),
    ]
    return [client.get(page).status_code for page in pages]


def test_every_page_opens_for_the_organiser(event, sign_in):
    client = sign_in(organiser_of(event))
    assert statuses(client, event, prepared(event)) == [200] * 10


def test_the_chief_judge_reads_and_checks_and_changes_nothing(event, sign_in):
    client = sign_in(chief_judge_of(event))
    result_list = prepared(event)

    assert statuses(client, event, result_list) == [
        *(200, 404, 404, 404, 404),
        *(200, 200, 404, 200, 200),
    ]
    assert client.post(url("result-prepare", event.pk)).status_code == 404
    assert client.post(url("result-publish", result_list.pk)).status_code == 404


@pytest.mark.parametrize("role", ["judge", "administrator", "unit-contact"])
def test_results_do_not_exist_for_other_roles(event, sign_in, role):
    place = {"event": event} if role == "judge" else {}
    client = sign_in(RoleAssignmentFactory(role__code=role, **place).user)
    assert statuses(client, event, prepared(event)) == [404] * 10
    assert client.post(url("result-prepare", event.pk)).status_code == 404


def test_the_organiser_of_another_competition_finds_nothing(event, sign_in):
    client = sign_in(organiser_of(contest(("1", "1"))))
    assert statuses(client, event, prepared(event)) == [404] * 10


def test_from_preparing_to_publication(event, sign_in):
    client = sign_in(organiser_of(event))
    answer = client.post(url("result-prepare", event.pk), follow=True)
    result_list = ResultList.objects.get(event=event)
    assert "a second person has to check it" in words(answer)
    own = client.post(url("result-check", result_list.pk), follow=True)
    assert "a second person has to check it" in words(own)

    client = sign_in(chief_judge_of(event))
    client.post(url("result-check", result_list.pk))
    result_list.refresh_from_db()
    assert result_list.state == ResultState.CHECKED

    client = sign_in(organiser_of(event))
    answer = client.post(url("result-publish", result_list.pk), follow=True)
    assert "The result is published." in words(answer)
    result_list.refresh_from_db()
    assert result_list.state == ResultState.PUBLISHED


def test_what_is_missing_stands_instead_of_the_button(event, sign_in):
    EntryFactory(event=event, number=9)
    client = sign_in(organiser_of(event))

    page = words(client.get(url("result-lists", event.pk)))
    assert "Marks are missing for 1 entries: 9." in page
    assert url("result-prepare", event.pk) not in page

    answer = client.post(url("result-prepare", event.pk))
    assert "Marks are missing for 1 entries: 9." in words(answer)
    assert not ResultList.objects.exists()


def test_replacing_a_published_result_asks_why(event, sign_in):
    published(event)
    client = sign_in(organiser_of(event))

    answer = client.post(url("result-prepare", event.pk), {"reason": " "})
    assert answer.status_code == 422
    assert "Say why the published result is replaced." in words(answer)

    client.post(url("result-prepare", event.pk), {"reason": "申诉成立"})
    assert ResultList.objects.get(version=2).reason == "申诉成立"


def test_a_list_says_why_each_stands_where_it_stands(event, sign_in):
    client = sign_in(organiser_of(event))
    page = words(client.get(url("result-list", prepared(event).pk)))

    assert "Rank 1 by the total." in page
    assert "Rank 3 is shared: every comparator is equal." in page
    assert "No. 2 选手2号, No. 3 选手3号 share a rank" in page
    assert "1 entries fail a pass mark: No. 4 选手4号." in page


def test_rows_are_narrowed_by_name_and_by_standing(event, sign_in):
    client = sign_in(organiser_of(event))
    address = url("result-list", prepared(event).pk)

    def numbers(query):
        rows = client.get(address, query).context["table"].rows
        return [row.record.result.entry.number for row in rows]

    assert numbers({}) == [1, 4, 2, 3]
    assert numbers({"show": "failed"}) == [4]
    assert numbers({"q": "选手3"}) == [3]
    assert numbers({"show": "unranked"}) == []


def test_changed_scores_stop_the_check(event, sign_in):
    result_list = prepared(event)
    client = sign_in(organiser_of(event))
    entry = event.entries.get(number=1)
    component = event.stages.get().components.get(code="T")
    name = f"{component.pk}-{entry.pk}"
    client.post(
        url("component-scores", event.pk), {name: "91", f"initial-{name}": "90.00"}
    )

    page = words(client.get(url("result-list", result_list.pk)))
    answer = client.post(url("result-check", result_list.pk), follow=True)

    for text in (page, words(answer)):
        assert "Prepare it again." in text
    result_list.refresh_from_db()
    assert result_list.state == ResultState.PROVISIONAL


def test_a_new_version_shows_who_moved(event, sign_in):
    published(event)
    ResultPolicy.objects.create(event=event, tie_break=["total", "component:P"])
    client = sign_in(organiser_of(event))
    entry = event.entries.get(number=3)
    prepared(event, reason="申诉成立")  # opens the scores again
    component = event.stages.get().components.get(code="P")
    name = f"{component.pk}-{entry.pk}"
    client.post(
        url("component-scores", event.pk), {name: "99", f"initial-{name}": "80.00"}
    )

    page = client.get(url("result-list", prepared(event, reason="申诉成立").pk))

    assert page.context["before"].version == 1
    assert page.context["changes"] == [
        ("No. 3 选手3号", "rank 3 · 80.00 → rank 1 · 95.20"),
        ("No. 1 选手1号", "rank 1 · 90.00 → rank 2 · 90.00"),
        ("No. 4 选手4号", "rank 2 · 85.20 → rank 3 · 85.20"),
        ("No. 2 选手2号", "rank 3 · 80.00 → rank 4 · 80.00"),
    ]


def test_the_spreadsheet_holds_marks_as_text_and_strange_names_as_names(event, sign_in):
    person = EntryMember.objects.get(entry__event=event, entry__number=1).person
    person.name = '=HYPERLINK("x")'
    person.save(update_fields=["name"])
    client = sign_in(organiser_of(event))

    content = client.get(url("result-workbook", prepared(event).pk)).content
    first = next(load_workbook(BytesIO(content)).active.iter_rows(min_row=2))

    assert [cell.value for cell in first][:7] == [
        1,
        1,
        '=HYPERLINK("x")',
        event.entries.get(number=1).organisation.name,
        "90.00",
        "90.00",
        "90.00",
    ]
    assert {cell.data_type for cell in first[2:7]} == {"s"}


def test_the_summary_is_a_pdf(event, sign_in):
    client = sign_in(organiser_of(event))
    answer = client.get(url("result-summary", prepared(event).pk))
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")


def test_statements_do_not_grow_with_the_entries(sign_in, django_assert_num_queries):
    small = contest(("90", "90"))
    large = contest(*[("90", str(60 + mark)) for mark in range(12)])
    counts = []
    for each in (small, large):
        client = sign_in(organiser_of(each))
        address = url("result-list", prepared(each).pk)
        with django_assert_num_queries(17) as captured:
            client.get(address)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_a_published_result_is_ready_and_a_missing_score_is_not(event):
    def items():
        with translation.override("en"):
            return [
                (item.is_done, item.sentence.split(": ")[1])
                for item in readiness.items_of(event.competition)
                if item.phase == "results"
            ]

    EntryFactory(event=event, number=9)
    assert items() == [
        (False, "2 component scores are missing."),
        (False, "the result is not published yet."),
    ]
    event.entries.get(number=9).delete()
    published(event)
    assert [done for done, _sentence in items()] == [True, True]


def test_only_filters_that_some_row_can_answer_are_offered(event, sign_in):
    page = sign_in(organiser_of(event)).get(url("result-list", prepared(event).pk))

    assert [value for value, _label in page.context["form"].fields["show"].choices] == [
        "",
        "ranked",
        "unranked",
        "failed",
    ]


def test_an_entry_number_does_not_read_like_a_rank(event, sign_in):
    page = sign_in(organiser_of(event)).get(url("result-list", prepared(event).pk))

    assert page.context["page"].notices[0] == (
        "No. 2 选手2号, No. 3 选手3号 share a rank: every comparator is equal."
    )
