"""What is left to do after publication, and the way to it."""

import pytest
from django.urls import reverse

from certificates.award_checks import check_awards
from certificates.models import Award
from certificates.services.awards import make_awards
from competitions.event_links import links_of
from scoring.queries.results import published_list
from scoring.result_dependants import dependants_of
from tests.certificates.podiums import award, certify, podium
from tests.factories import NOW, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    return podium((90, 95), (90, 90))


def open_items(made):
    """Return what is open as (severity, address)."""
    found = check_awards(made.event.competition, [made.event])
    return [(item.severity, item.url) for item in found if not item.is_done]


def test_nothing_is_asked_before_publication(made):
    assert list(check_awards(made.event.competition, [made.event])) == []


def test_a_published_result_asks_for_awards_then_for_certificates(made):
    room = reverse("certificates:award-list", args=(made.event.pk,))
    made.publish()
    before = open_items(made)

    awards = award_again(made)
    between = open_items(made)
    certify(made, awards=awards)

    assert before == [("blocker", room)]
    assert between == [("warning", room)]
    assert open_items(made) == []


def test_many_events_cost_the_same(made, django_assert_num_queries):
    award(made)

    with django_assert_num_queries(3):
        list(check_awards(made.event.competition, [made.event] * 5))


def test_awards_and_certificates_hang_on_the_published_result(made):
    room = reverse("certificates:award-list", args=(made.event.pk,))
    award(made)
    awarded = dependants_of(made.event.pk)
    certify(made, awards=list(Award.objects.all()))
    certified = dependants_of(made.event.pk)

    assert [each.url for each in awarded] == [room]
    assert [each.url for each in certified] == [room, room]


def test_nothing_hangs_on_a_result_without_awards(made):
    made.publish()

    assert dependants_of(made.event.pk) == ()


def test_the_room_of_awards_is_linked_for_those_who_manage_them(made):
    room = reverse("certificates:award-list", args=(made.event.pk,))

    assert room in [link.url for link in links_of(made.officer, made.event)]
    assert room not in [link.url for link in links_of(UserFactory(), made.event)]


def award_again(made):
    """Make the awards of the result that is published already."""
    found = published_list(made.event.pk)
    return make_awards(result_list=found, by=made.officer, at=NOW).awards
