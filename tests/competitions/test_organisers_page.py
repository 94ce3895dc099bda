"""Those who run a competition name others who do."""

import pytest
from django.urls import reverse

from competitions.models import RoleAssignment
from competitions.permissions import can_manage_competition
from people.models import User
from tests.factories import CompetitionFactory, RoleAssignmentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def competition():
    return CompetitionFactory()


def url_of(competition):
    return reverse("competitions:competition-organisers", args=(competition.pk,))


def organiser_of(competition):
    return RoleAssignmentFactory(role__code="organiser", competition=competition).user


def test_an_organiser_is_named_after_the_competition_was_created(client, competition):
    client.force_login(organiser_of(competition))
    named = UserFactory(name="俞静")

    page = client.post(url_of(competition), {"organiser": "俞静"}, follow=True)

    assert can_manage_competition(User.objects.get(pk=named.pk), competition)
    assert [row.user.name for row in page.context["organisers"]][-1] == "俞静"


def test_naming_somebody_twice_gives_one_role(client, competition):
    client.force_login(organiser_of(competition))
    named = UserFactory(name="俞静")

    for _time in range(2):
        client.post(url_of(competition), {"organiser": "俞静"})

    assert RoleAssignment.objects.filter(user=named).count() == 1


def test_a_name_without_an_account_is_a_sentence_beside_the_field(client, competition):
    client.force_login(organiser_of(competition))

    answer = client.post(url_of(competition), {"organiser": "A<B & C"})

    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        "organiser": [
            "没有名为“A<B & C”的账号。请从列表中选择，或请系统管理员先开通账号。"
        ]
    }


@pytest.mark.parametrize("role", ["judge", "unit-contact", "organiser"])
def test_the_page_does_not_exist_for_others(client, competition, role):
    elsewhere = CompetitionFactory()
    client.force_login(
        RoleAssignmentFactory(role__code=role, competition=elsewhere).user
    )

    assert client.get(url_of(competition)).status_code == 404
