"""A chief judge finds every room he may open, and no link to one he may not."""

import re

import pytest
from django.urls import reverse

from people.services.pins import set_pin
from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.services.signing import lock_marks
from tests.factories import NOW
from tests.scoring.contests import chief_judge_of, organiser_of, prepared
from tests.scoring.halls import build_hall, measured

pytestmark = pytest.mark.django_db

LINK = re.compile(r'href="(/(?:office|judge)[^"#?]*)')


def links(response):
    return set(LINK.findall(response.content.decode()))


def url(name, *args):
    return reverse(f"scoring:{name}", args=args)


@pytest.fixture
def hall():
    """One work, marked to the end."""
    hall = build_hall(measured("3.00"))
    for code in ("A1", "B1"):
        hall.mark(1, "1", code=code)
    return hall


@pytest.fixture
def chief(client, hall):
    user = chief_judge_of(hall.event)
    client.force_login(user)
    return user


def test_every_link_of_a_chief_judge_opens(client, hall, chief):
    set_pin(user=chief, pin="294753", at=NOW)
    Sheet.objects.update(state=SheetState.ACCEPTED)
    event = hall.event.pk
    seen, waiting = set(), {"/judge/", url("marks-lock", event)}
    while waiting:
        page = waiting.pop()
        seen.add(page)
        response = client.get(page, follow=True)
        assert (page, response.status_code) == (page, 200)
        waiting |= links(response) - seen

    assert seen >= {
        url("marking-progress", event),
        url("judge-accept", event),
        url("result-lists", event),
    }


def test_a_chief_judge_reads_where_he_is_and_gets_back_to_the_tablet(
    client, hall, chief
):
    for name in ("marking-progress", "result-lists"):
        page = client.get(url(name, hall.event.pk))

        assert "/judge/" in links(page)
        assert hall.event.display_name in page.content.decode()
        assert reverse("competitions:event-detail", args=(hall.event.pk,)) not in links(
            page
        )


def test_a_chief_judge_opens_the_result_he_checks(client, hall, chief):
    Sheet.objects.update(state=SheetState.ACCEPTED)
    lock_marks(event=hall.event, by=chief, at=NOW)
    result_list = prepared(hall.event)

    (opened,) = links(client.get(url("result-lists", hall.event.pk))) & {
        url("result-list", result_list.pk)
    }

    assert url("result-check", result_list.pk) in links(client.get(opened))


def test_an_office_still_finds_the_event_and_its_competition(client, hall):
    client.force_login(organiser_of(hall.event))

    found = links(client.get(url("marking-progress", hall.event.pk)))

    assert found >= {
        reverse("competitions:event-detail", args=(hall.event.pk,)),
        reverse("competitions:competition-detail", args=(hall.event.competition_id,)),
    }
