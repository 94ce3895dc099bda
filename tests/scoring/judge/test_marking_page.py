"""The office follows the marking, opens sheets and locks marks."""

import pytest
from django.urls import reverse

from scoring.enums import SheetState
from scoring.models import Sheet
from tests.factories import RoleAssignmentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db

STATEMENTS = 18


@pytest.fixture
def hall():
    return build_hall(judged("3.00"), measured("1.00"), entries=2, opened=False)


@pytest.fixture
def chief(client, hall):
    user = UserFactory()
    RoleAssignmentFactory(user=user, role__code="chief-judge", event=hall.event)
    client.force_login(user)
    return user


def url(hall, name="marking-progress"):
    return reverse(f"scoring:{name}", args=(hall.event.pk,))


def words(response):
    return [
        [cell.word for cell in row.cells] for row in response.context["matrix"].rows
    ]


def test_sheets_are_opened_from_the_page(client, hall, chief):
    assert "还没有评分表" in client.get(url(hall)).content.decode()

    client.post(url(hall, "sheets-open"))

    assert Sheet.objects.filter(entry__event=hall.event).count() == 4


def test_the_matrix_shows_states_and_who_is_missing(client, hall, chief):
    client.post(url(hall, "sheets-open"))
    hall.mark_all("1", "3", "1")
    hall.mark(1, "1", position=2)
    hall.mark(1, "2", entry=1)

    page = client.get(url(hall))

    assert words(page) == [["需重评", "未开始"], ["评分进行中", "未开始"]]
    assert [(each.entered, each.expected) for each in page.context["judges"]] == [
        (3, 6),
        (1, 2),
        (1, 2),
    ]
    text = page.content.decode()
    assert all(entry.organisation.name not in text for entry in hall.entries)


def test_marks_are_locked_once_everything_is_accepted(client, hall, chief):
    client.post(url(hall, "sheets-open"))
    early = client.post(url(hall, "marks-lock"), follow=True)
    assert "4" in str(next(iter(early.context["messages"])))

    Sheet.objects.filter(entry__event=hall.event).update(state=SheetState.ACCEPTED)
    client.post(url(hall, "marks-lock"))

    hall.event.refresh_from_db()
    assert hall.event.marks_locked_at is not None
    assert words(client.get(url(hall)))[0] == ["已锁定", "已锁定"]


def test_strangers_and_judges_do_not_find_the_page(client, hall):
    client.force_login(hall.judges[0])

    assert client.get(url(hall)).status_code == 404
    assert client.post(url(hall, "sheets-open")).status_code == 404
    assert client.post(url(hall, "marks-lock")).status_code == 404


def test_the_statements_do_not_depend_on_the_number_of_works(
    client, hall, chief, django_assert_num_queries
):
    client.post(url(hall, "sheets-open"))
    larger = build_hall(judged("3.00"), entries=9)
    RoleAssignmentFactory(user=chief, role__code="chief-judge", event=larger.event)
    client.get(url(hall))

    with django_assert_num_queries(STATEMENTS):
        client.get(url(hall))
    with django_assert_num_queries(STATEMENTS):
        client.get(url(larger))
