"""Removing a competition that was opened by mistake, and who may."""

import pytest
from django.urls import reverse

from audit.queries import latest
from audit.streams import competition_stream
from audit.wording import sentence
from competitions.models import Competition, RoleAssignment
from competitions.services.competitions import CompetitionDetails, create_competition
from competitions.services.phases import (
    advance_competition,
    resume_competition,
    step_back,
    stop_competition,
)
from competitions.services.removal import CompetitionStays, remove_competition
from tests.competitions.test_phases import ready_competition
from tests.factories import (
    NOW,
    CompetitionFactory,
    EntryFactory,
    EventFactory,
    RoleAssignmentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def url_of(competition, step="remove"):
    return reverse(f"competitions:competition-{step}", args=(competition.pk,))


def organiser_of(competition):
    return RoleAssignmentFactory(role__code="organiser", competition=competition).user


def test_a_mistaken_competition_goes_with_everything_and_stays_in_the_audit(
    django_capture_on_commit_callbacks,
):
    by = UserFactory()
    details = CompetitionDetails(
        name="误建",
        level="city",
        starts_on=NOW.date(),
        ends_on=NOW.date(),
        place="示例技师学院",
    )
    competition = create_competition(details=details, by=by, at=NOW)
    EventFactory(competition=competition)
    stream = competition_stream(competition.pk)

    with django_capture_on_commit_callbacks(execute=True):
        remove_competition(competition=competition, by=by, at=NOW)

    assert not Competition.objects.exists()
    assert not RoleAssignment.objects.exists()
    assert [sentence(event) for event in latest([stream], 1)] == ["删除竞赛：误建"]


def test_entries_keep_a_competition():
    competition = CompetitionFactory()
    EntryFactory(event__competition=competition, state="withdrawn")

    with pytest.raises(CompetitionStays):
        remove_competition(competition=competition, by=UserFactory(), at=NOW)


def test_what_was_public_once_stays_though_it_is_planned_again():
    competition, by = ready_competition(), UserFactory()
    advance_competition(competition=competition, by=by, at=NOW)
    step_back(competition=competition, by=by, at=NOW)

    with pytest.raises(CompetitionStays):
        remove_competition(competition=competition, by=by, at=NOW)


def test_a_postponement_is_public_too():
    competition, by = CompetitionFactory(), UserFactory()
    stop_competition(
        competition=competition, to="postponed", reason="台风", by=by, at=NOW
    )
    resume_competition(competition=competition, by=by, at=NOW)

    with pytest.raises(CompetitionStays):
        remove_competition(competition=competition, by=by, at=NOW)


def test_the_page_asks_first(client):
    competition = CompetitionFactory(name="误建")
    client.force_login(organiser_of(competition))

    page = client.get(url_of(competition))
    standing = Competition.objects.count()
    client.post(url_of(competition))

    assert "“误建”的赛项、评分标准、裁判组和相关角色将一并删除" in page.content.decode()
    assert (standing, Competition.objects.count()) == (1, 0)


@pytest.mark.parametrize(
    ("state", "links"),
    [
        ("planning", (True, True)),
        ("registration", (True, False)),
        ("awards", (True, False)),
        ("closed", (False, False)),
    ],
)
def test_stopping_and_removing_are_linked_where_they_are_open(client, state, links):
    competition = CompetitionFactory(state=state)
    client.force_login(organiser_of(competition))

    text = client.get(url_of(competition, "detail")).content.decode()

    found = tuple(url_of(competition, step) in text for step in ("stop", "remove"))
    assert found == links


@pytest.mark.parametrize("code", ["judge", "administrator", "organiser"])
def test_the_page_does_not_exist_for_others(client, code):
    competition = CompetitionFactory()
    place = {"competition": CompetitionFactory()}
    client.force_login(RoleAssignmentFactory(role__code=code, **place).user)

    assert client.get(url_of(competition)).status_code == 404
    assert client.post(url_of(competition)).status_code == 404
