"""Where everybody lands after signing in."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competitions.enums import CompetitionState, EntryState
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

HOME = reverse("desk:home")


def enter(client, code, **place):
    user = RoleAssignmentFactory(role__code=code, **place).user
    client.force_login(user)
    return client.get(HOME)


def test_an_officer_sees_the_year_and_what_needs_attention(client):
    held_up = CompetitionFactory(state=CompetitionState.REVIEW, name="缺主办")
    CompetitionFactory(state=CompetitionState.PLANNING)

    response = enter(client, "officer")

    concerns = response.context["concerns"]
    assert [concern.competition for concern in concerns] == [held_up]
    states = response.context["states"]
    assert [(count.state, count.number) for count in states] == [
        ("planning", 1),
        ("review", 1),
    ]


def test_the_year_looks_into_a_bounded_number_of_competitions(client):
    enter(client, "officer")
    costs = []
    for _round in range(2):
        CompetitionFactory.create_batch(6, state=CompetitionState.REVIEW)
        with CaptureQueriesContext(connection) as queries:
            client.get(HOME)
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_an_organiser_of_one_competition_lands_on_it(client):
    competition = CompetitionFactory()

    response = enter(client, "organiser", competition=competition)

    assert response["Location"] == reverse(
        "competitions:competition-detail", args=(competition.pk,)
    )


def test_an_organiser_of_several_lands_on_the_list(client):
    user = UserFactory()
    for _competition in range(2):
        RoleAssignmentFactory(
            user=user, role__code="organiser", competition=CompetitionFactory()
        )
    client.force_login(user)

    assert client.get(HOME)["Location"] == reverse("competitions:competition-list")


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("administrator", "competitions:role-assignments"),
        ("judge", "scoring:judge-home"),
        ("chief-judge", "scoring:judge-home"),
        ("competition-creator", "competitions:competition-list"),
        ("competitor", "certificates:my-page"),
    ],
)
def test_everybody_else_lands_on_their_own_work(client, code, place):
    event = EventFactory() if "judge" in code else None

    assert enter(client, code, event=event)["Location"] == reverse(place)


def test_a_unit_contact_finds_the_own_unit_and_what_is_over_latest_first(client):
    unit = OrganisationFactory(name="示例学院")
    for year in (2025, 2026):
        competition = CompetitionFactory(
            state=CompetitionState.CLOSED,
            starts_on=date(year, 1, 1),
            ends_on=date(year, 1, 2),
        )
        Entry.objects.create(
            event=EventFactory(competition=competition),
            organisation=unit,
            created_at=NOW,
        )

    response = enter(client, "unit-contact", organisation=unit)

    years = [event.competition.starts_on.year for event in response.context["entered"]]
    assert years == [2026, 2025]
    assert "<strong>示例学院</strong>" in response.content.decode()


def test_a_unit_contact_sees_open_events_and_the_own_entries(client):
    unit, other = OrganisationFactory(), OrganisationFactory()
    registering = CompetitionFactory(state=CompetitionState.REGISTRATION)
    open_event = EventFactory(competition=registering)
    closed = EventFactory(
        competition=CompetitionFactory(state=CompetitionState.MARKING)
    )
    EventFactory(competition=CompetitionFactory(state=CompetitionState.MARKING))
    for event, organisation, state in (
        (open_event, unit, EntryState.RETURNED),
        (open_event, other, EntryState.SUBMITTED),
        (open_event, unit, EntryState.WITHDRAWN),
        (closed, unit, EntryState.APPROVED),
        (closed, unit, EntryState.APPROVED),
    ):
        Entry.objects.create(
            event=event, organisation=organisation, state=state, created_at=NOW
        )

    response = enter(client, "unit-contact", organisation=unit)

    open_rows, entered = response.context["open_events"], response.context["entered"]
    assert [(row, row.number_of_own, row.number_of_returned) for row in open_rows] == [
        (open_event, 1, 1)
    ]
    assert [(row, row.number_of_own) for row in entered] == [(closed, 2)]
    assert client.get(reverse("competitions:competition-list")).status_code == 404
