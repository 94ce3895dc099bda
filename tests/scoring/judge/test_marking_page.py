"""The office follows the marking, opens sheets and locks marks."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from scoring.enums import SheetState
from scoring.marking_checks import check_sheets
from scoring.models import Sheet
from scoring.services.sheets import open_sheets
from tests.factories import NOW, RoleAssignmentFactory, UserFactory
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


@pytest.fixture
def organiser(client, hall):
    """Follows the marking and neither accepts nor locks."""
    user = RoleAssignmentFactory(
        role__code="organiser", competition=hall.event.competition
    ).user
    client.force_login(user)
    client.cookies["django_language"] = "en"
    return user


def accept_all(hall):
    open_sheets(event=hall.event, by=hall.organiser, at=NOW)
    Sheet.objects.filter(entry__event=hall.event).update(state=SheetState.ACCEPTED)


def test_the_organiser_reads_who_locks_the_marks(client, hall, organiser):
    chief = RoleAssignmentFactory(
        role__code="chief-judge", event=hall.event, user__name="沈国梁"
    ).user
    accept_all(hall)

    page = client.get(url(hall))

    assert page.context["next_step"].sentence == (
        f"Every sheet is accepted. The chief judge ({chief.get_full_name()}) now locks"
        " the marks under Marking; then the result can be prepared."
    )
    assert url(hall, "marks-lock") not in page.content.decode()


def test_without_a_chief_judge_the_organiser_is_led_to_appoint_one(
    client, hall, organiser
):
    accept_all(hall)

    step = client.get(url(hall)).context["next_step"]

    assert step.action == "Appoint a chief judge"
    assert step.url == reverse("competitions:panel-list", args=(hall.event.pk,))
    assert client.get(step.url).status_code == 200


def test_who_locks_is_told_among_what_remains_to_be_done(hall):
    accept_all(hall)

    with override("en"):
        (item,) = check_sheets(hall.event.competition, [hall.event])

    assert item.sentence == (
        f"{hall.event.name_en}: every sheet is accepted; the chief judge has to lock"
        " the marks."
    )


def test_cells_are_icons_with_words_and_a_legend(client, hall, chief):
    client.post(url(hall, "sheets-open"))
    hall.mark_all("1", "3", "1")

    page = client.get(url(hall))

    text = page.content.decode()
    assert [cell.word for cell in page.context["matrix"].legend] == ["需重评", "未开始"]
    assert text.count('<span class="visually-hidden">需重评 · 1</span>') == 1
    assert text.count('<span class="visually-hidden">未开始 · ') == 3
