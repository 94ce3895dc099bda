"""A shared last place that the policy leaves to the office."""

import pytest
from django.urls import reverse

from certificates.models import Award, AwardPolicy, PolicyChoice
from certificates.services.open_awards import NotOpen, give_open_award
from tests.certificates.podiums import award, awards_of, podium
from tests.factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def made():
    """Three entries; two share the only second prize."""
    made = podium((90, 95), (90, 90), (90, 90))
    line = {"tie_at_boundary": "office", "places": {"kind": "count", "count": 1}}
    policy = AwardPolicy.objects.create(
        code="office",
        name="办法",
        rules={
            "prizes": [
                {"code": "first", "name": "一等奖", **line},
                {"code": "second", "name": "二等奖", **line},
            ]
        },
        created_at=NOW,
    )
    PolicyChoice.objects.create(event=made.event, policy=policy)
    return made


def give(made, number, code="second"):
    return give_open_award(
        entry=made.entries[number - 1], code=code, by=made.officer, at=NOW
    )


def test_a_shared_last_place_is_given_to_nobody_at_first(made):
    award(made)

    assert awards_of(made) == [(1, "first")]


def test_the_office_gives_it_on_the_page(client, made):
    award(made)
    client.force_login(made.officer)
    path = reverse("certificates:award-list", args=(made.event.pk,))
    second = made.entries[1]

    shown = client.get(path).context["rows"]
    client.post(
        reverse("certificates:award-give", args=(made.event.pk, second.pk)),
        {"code": "second"},
    )

    assert [row.is_open for row in shown] == [False, True, True]
    assert Award.objects.get(code="second").entry == second


@pytest.mark.parametrize(("number", "code"), [(1, "second"), (2, "first"), (2, "x")])
def test_what_is_not_open_is_not_given(made, number, code):
    award(made)

    with pytest.raises(NotOpen):
        give(made, number, code)


def test_nothing_is_given_before_the_others_are_made(made):
    made.publish()

    with pytest.raises(NotOpen):
        give(made, 2)


def test_it_is_not_given_twice(made):
    award(made)
    give(made, 2)

    with pytest.raises(NotOpen):
        give(made, 2)
