"""The way of ranking: previewed on the marks that stand, ordered, refused in words."""

import pytest
from django.urls import reverse

from scoring.models import ResultPolicy
from tests.scoring.contests import contest, organiser_of, prepared

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return contest(("90", "80"), ("70", "60"))


@pytest.fixture
def client(client, event):
    client.force_login(organiser_of(event))
    client.cookies["django_language"] = "en"
    return client


def url(name, key):
    return reverse(f"scoring:{name}", args=[key])


def words(response):
    return response.content.decode()


POLICY = {
    "key_1": "total",
    "key_2": "component:P",
    "scale": "700",
    "awards_medals": "on",
    "medal_gap": "2",
    "document_number": "绍人社〔2026〕1号",
}


def test_the_way_of_ranking_is_previewed_and_then_saved(client, event):
    preview = client.post(url("result-policy", event.pk), POLICY | {"preview": "1"})
    rows = [row.record.result for row in preview.context["table"].rows]
    assert [(row.entry.number, row.rank, row.scale_score) for row in rows] == [
        (1, 1, 720),
        (2, 2, 680),
    ]
    assert not ResultPolicy.objects.exists()

    client.post(url("result-policy", event.pk), POLICY)

    policy = ResultPolicy.objects.get(event=event)
    assert policy.tie_break == ["total", "component:P"]
    assert (policy.scale, policy.awards_medals) == ("700", True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"key_3": "component:P"}, "This comes twice; once is enough."),
        ({"key_2": "total"}, "This comes twice; once is enough."),
        ({"key_1": "", "awards_medals": ""}, "This field is required."),
        ({"key_2": "time"}, "Select a valid choice. time is not one of the available"),
        (
            {"key_1": "component:P", "key_2": "total"},
            "Medals go by the total; rank by the total first, or award none.",
        ),
        ({"scale": "none"}, "Medals need a scale; choose one."),
    ],
)
def test_a_way_of_ranking_that_cannot_be_is_refused(client, event, change, sentence):
    answer = client.post(url("result-policy", event.pk), POLICY | change)
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not ResultPolicy.objects.exists()


def test_the_office_orders_what_entries_are_compared_by(client):
    # Practice first: 20 % of 100 and 80 % of 70 is less than 20 % of 60 and 80 of 80.
    event = contest(("100", "75"), ("60", "80"))
    client.force_login(organiser_of(event))
    order = {"key_1": "component:P", "key_2": "component:T", "key_3": "total"}
    chosen = {"scale": "none", "medal_gap": "2"} | order

    client.post(url("result-policy", event.pk), chosen)

    policy = ResultPolicy.objects.get(event=event)
    assert policy.tie_break == list(order.values())
    page = client.get(url("result-policy", event.pk))
    form = page.context["form"]
    assert [form[name].value() for name in (*order, "key_4")] == [
        *order.values(),
        None,
    ]
    shown = [
        (row.cells["number"], row.cells["why"]) for row in page.context["table"].rows
    ]
    assert shown == [
        (2, "Rank 1: Practical decided."),
        (1, "Rank 2: Practical decided."),
    ]


@pytest.mark.parametrize(("size", "warns"), [(7, True), (8, False)])
def test_a_small_field_on_the_scale_of_700_is_pointed_out(client, size, warns):
    event = contest(*[(str(60 + mark), "80") for mark in range(size)])
    client.force_login(organiser_of(event))
    preview = client.post(url("result-policy", event.pk), POLICY | {"preview": "1"})
    client.post(url("result-policy", event.pk), POLICY)

    page = client.get(url("result-list", prepared(event).pk))

    sentence = f"Only {size} entries stand on the scale of 700."
    assert (sentence in words(preview), sentence in words(page)) == (warns, warns)
