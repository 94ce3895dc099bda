"""The list of competitions and its workbook."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from competitions.enums import EntryState
from competitions.models import Entry
from tests.factories import (
    NOW,
    CompetitionFactory,
    EventFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LIST = reverse("competitions:competition-list")
EXPORT = reverse("competitions:competition-export")


def holder_of(code, **place):
    return RoleAssignmentFactory(role__code=code, **place).user


def names_on(response):
    return [row.record.name for row in response.context["table"].rows]


def test_an_officer_sees_all_the_latest_first_with_their_counts(client):
    CompetitionFactory(name="早", starts_on=date(2026, 1, 1))
    late = CompetitionFactory(name="晚")
    unit = OrganisationFactory()
    for _number in range(2):
        event = EventFactory(competition=late)
        for state in (EntryState.APPROVED, EntryState.WITHDRAWN, EntryState.SUBMITTED):
            Entry.objects.create(
                event=event, organisation=unit, state=state, created_at=NOW
            )
    client.force_login(holder_of("officer"))

    response = client.get(LIST)

    assert names_on(response) == ["晚", "早"]
    first = response.context["table"].rows[0].record
    assert (first.number_of_events, first.number_of_entries) == (2, 4)


def test_an_organiser_sees_only_the_own_competition(client):
    mine = CompetitionFactory(name="我的")
    CompetitionFactory(name="别人的")
    client.force_login(holder_of("organiser", competition=mine))

    response = client.get(LIST)

    assert names_on(response) == ["我的"]
    assert "别人的" not in response.content.decode()
    assert reverse("competitions:competition-create") not in response.content.decode()


@pytest.mark.parametrize("code", ["judge", "chief-judge", "unit-contact", "competitor"])
@pytest.mark.parametrize("url", [LIST, EXPORT])
def test_a_stranger_to_the_office_finds_no_list(client, code, url):
    CompetitionFactory()
    client.force_login(holder_of(code, event=EventFactory()))

    assert client.get(url).status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=焊", ["焊工赛"]),
        ("q=技师", ["车工赛", "焊工赛"]),
        ("year=2025", ["焊工赛"]),
        ("level=provincial", ["车工赛"]),
        ("competition_class=first", ["焊工赛"]),
        ("state=review", ["车工赛"]),
        ("state=nonsense", ["车工赛", "焊工赛"]),
        ("sort=name", ["焊工赛", "车工赛"]),
    ],
)
def test_the_list_is_narrowed_and_sorted(client, query, found):
    CompetitionFactory(
        name="车工赛", level="provincial", competition_class="none", state="review"
    )
    day = date(2025, 5, 1)
    CompetitionFactory(name="焊工赛", starts_on=day, ends_on=day)
    client.force_login(holder_of("officer"))

    assert names_on(client.get(f"{LIST}?{query}")) == found


def test_a_page_holds_fifty(client):
    CompetitionFactory.create_batch(51)
    client.force_login(holder_of("officer"))

    assert len(client.get(LIST).context["table"].page.object_list) == 50
    assert len(names_on(client.get(f"{LIST}?page=2"))) == 51


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_any_number_of_rows(
    client, django_assert_num_queries, number
):
    for _competition in range(number):
        EventFactory()
    client.force_login(holder_of("officer"))

    with django_assert_num_queries(6):
        client.get(LIST)


def test_an_empty_list_says_what_to_do_next(client):
    client.force_login(holder_of("officer"))

    text = client.get(LIST).content.decode()

    assert "请创建第一项竞赛" in text


def test_the_workbook_holds_texts_and_no_formula(client):
    name = '=HYPERLINK("x") A<B & C 𬭎'
    CompetitionFactory(name=name, document_number="0012")
    client.force_login(holder_of("officer"))

    response = client.get(EXPORT)

    sheet = load_workbook(BytesIO(response.content)).active
    headings, row = list(sheet.iter_rows())
    cells = dict(zip((cell.value for cell in headings), row, strict=True))
    assert (cells["竞赛"].value, cells["竞赛"].data_type) == (name, "s")
    assert (cells["文号"].value, cells["文号"].data_type) == ("0012", "s")
    assert cells["赛项"].value == 0


def test_the_workbook_is_narrowed_like_the_list(client):
    CompetitionFactory(name="车工赛")
    CompetitionFactory(name="焊工赛")
    client.force_login(holder_of("officer"))

    response = client.get(f"{EXPORT}?q=焊工")

    sheet = load_workbook(BytesIO(response.content)).active
    assert [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] == [
        "焊工赛"
    ]


def test_signed_out_people_are_asked_to_sign_in(client):
    response = client.get(LIST)

    assert response.status_code == 302
    assert response["Location"].startswith(reverse("people:sign-in"))


def test_somebody_without_a_role_finds_nothing(client):
    client.force_login(UserFactory())

    assert client.get(LIST).status_code == 404
