"""The year's statistics add up, name what did not happen, and are the officer's."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from competitions.enums import CompetitionClass, CompetitionState, EntryState, Level
from competitions.exports.year_statistics import year_statistics
from competitions.models import Competition
from people.models import District
from tests.factories import (
    CompetitionFactory,
    EntryFactory,
    EntryMemberFactory,
    RoleAssignmentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ADDRESS = reverse("desk:year-statistics", args=[2026])


def hold(day, level, state=CompetitionState.CLOSED, entrants=()):
    """Hold a competition; each entrant is a district and the state of the entry."""
    competition = CompetitionFactory(
        starts_on=day,
        ends_on=day,
        level=level,
        state=state,
        competition_class=CompetitionClass.FIRST,
    )
    for district, entry_state in entrants:
        entry = EntryFactory(
            event__competition=competition,
            organisation__district=district,
            state=entry_state,
        )
        EntryMemberFactory(entry=entry)


@pytest.fixture
def year():
    """Hold four competitions in 2026, one of them cancelled, and one in 2025."""
    first, second = District.objects.order_by("position")[:2]
    approved, withdrawn = EntryState.APPROVED, EntryState.WITHDRAWN
    hold(date(2026, 3, 1), Level.CITY, entrants=[(first, approved), (second, approved)])
    hold(date(2026, 3, 9), Level.CITY, entrants=[(first, approved), (first, withdrawn)])
    hold(date(2026, 5, 9), Level.PROVINCIAL, entrants=[(first, approved)])
    hold(
        date(2026, 5, 10),
        Level.CITY,
        CompetitionState.CANCELLED,
        entrants=[(second, approved)],
    )
    hold(date(2025, 5, 9), Level.CITY, entrants=[(first, approved)])
    return first, second


def tables(content):
    book = load_workbook(BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book}


def cell(table, down, across):
    column = table[0].index(across)
    return next(row[column] for row in table if row[0] == down)


def test_every_side_has_its_total_and_what_did_not_happen_is_zero(
    year, django_assert_num_queries
):
    first, second = year
    with translation.override("zh-hans"), django_assert_num_queries(3):
        book = tables(year_statistics(Competition.objects.all(), 2026))

    months, entered = book["按月份"], book["各区（县、市）参赛人次"]
    assert [
        cell(months, down, across)
        for down, across in (
            ("市级", "2026年3月"),
            ("市级", "2026年5月"),
            ("省级", "2026年5月"),
            ("国家级", "2026年1月"),
            ("市级", "合计"),
            ("合计", "2026年5月"),
            ("合计", "合计"),
        )
    ] == [2, 1, 1, 0, 3, 2, 4]
    assert [
        cell(entered, down, across)
        for down, across in (
            (first.name, "市级"),
            (first.name, "省级"),
            (second.name, "市级"),
            ("合计", "合计"),
        )
    ] == [2, 1, 1, 4]
    assert cell(book["按状态"], "合计", "已取消") == 1
    assert cell(book["按类别"], "市级", "一类") == 3


def test_an_empty_year_is_all_zeros():
    book = tables(year_statistics(Competition.objects.all(), 1999))

    assert {table[-1][-1] for table in book.values()} == {0}


def test_only_who_sees_the_targets_may_take_it(client):
    client.force_login(RoleAssignmentFactory(role__code="officer").user)
    answer = client.get(ADDRESS)
    client.force_login(UserFactory())
    refused = client.get(ADDRESS)

    assert (answer.status_code, refused.status_code) == (200, 404)
    assert len(tables(answer.content)) == 4
