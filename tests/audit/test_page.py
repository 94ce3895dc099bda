"""The audit page: for those who may see it, as sentences, fifty at a time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from audit import wording
from audit.services import Fact, record_many
from people.models import User
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


@pytest.fixture
def auditor(client):
    user = User.objects.create_user("auditor", name="李审计", is_superuser=True)
    client.force_login(user)
    return client


def happen(number: int, stream: str = "event:1") -> None:
    wording.register("page.tested", "Approved %(name)s")
    actor = f"user:{User.objects.get(username='auditor').pk}"
    facts = [
        Fact(
            actor=actor,
            action="page.tested",
            object_id=f"entry:{place}",
            payload={"name": f"A<B {place}"},
            at=AT + timedelta(days=place),
        )
        for place in range(number)
    ]
    record_many(stream=stream, facts=facts)


def sentences(response) -> list[str]:
    return [row.get_cell("happened") for row in response.context["table"].page]


def test_page_does_not_exist_for_others(client):
    client.force_login(User.objects.create_user("judge"))
    assert client.get(reverse("audit")).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_page_takes_a_fixed_number_of_statements(
    auditor, rows, django_assert_num_queries
):
    for event in EventFactory.create_batch(2):
        happen(rows, stream=f"event:{event.pk}")
        happen(rows, stream=f"competition:{event.competition_id}")
    # session, user, count, events; names of actors, of competitions and of events
    with django_assert_num_queries(7):
        response = auditor.get(reverse("audit"))
    assert response.content.decode().count("Approved A&lt;B") == 4 * rows


def test_latest_events_come_first_fifty_a_page(auditor):
    happen(51)
    first = auditor.get(reverse("audit"))
    second = auditor.get(reverse("audit"), {"page": 2})
    assert len(sentences(first)) == 50
    assert sentences(first)[0] == "Approved A<B 50"
    assert sentences(second) == ["Approved A<B 0"]


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ({"stream": "event:2"}, [0]),
        ({"stream": "event:none"}, []),
        ({"q": "entry:1"}, [1]),
        ({"q": "李审"}, [2, 1, 0, 0]),
        ({"q": "nobody"}, []),
        ({"first_day": "2026-11-24", "last_day": "2026-11-24"}, [1]),
        ({"last_day": "2026-11-22"}, []),
    ],
)
def test_events_are_narrowed_by_stream_object_and_local_day(auditor, query, places):
    happen(3)
    happen(1, stream="event:2")
    shown = sentences(auditor.get(reverse("audit"), query))
    assert shown == [f"Approved A<B {place}" for place in places]


def test_events_are_found_by_the_name_of_their_competition(auditor):
    event = EventFactory(name="焊工", competition__name="第二届技能竞赛")
    happen(2, stream=f"event:{event.pk}")
    happen(1, stream=f"competition:{event.competition_id}")
    happen(1, stream="register")

    by_event = auditor.get(reverse("audit"), {"q": "焊工"})
    by_competition = auditor.get(reverse("audit"), {"q": "第二届"})
    narrowed = auditor.get(reverse("audit"), {"stream": f"event:{event.pk}"})

    assert len(sentences(by_event)) == 2
    assert len(sentences(by_competition)) == 3
    assert len(sentences(narrowed)) == 2
    assert "只看焊工 · 第二届技能竞赛" in narrowed.content.decode()


def test_a_wrong_day_is_told_and_not_ignored(auditor):
    page = auditor.get(reverse("audit"), {"first_day": "2026-13-45"}).content.decode()

    assert page.count('class="field-error"') == 1
