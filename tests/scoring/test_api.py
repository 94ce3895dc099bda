"""The tablet's interface: who may call it, and what it answers to wrong input."""

import json
from uuid import uuid4

import pytest
from django.test import Client

from people.models import Device
from scoring.models import Mark, MarkOperation
from tests.factories import RoleAssignmentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    return build_hall(judged("3.00"), measured("4.00", calculation=1))


@pytest.fixture
def judge(hall, client):
    client.force_login(hall.judges[0])
    return client


def address(hall, name="operations"):
    return f"/api/v1/events/{hall.event.pk}/{name}"


def body_of(operation, **changes):
    fields = {
        "op_id": str(operation.op_id),
        "sequence": operation.sequence,
        "kind": operation.kind,
        "sheet_id": str(operation.sheet_id),
        "aspect_id": str(operation.aspect_id),
        "value": operation.value,
        "base_version": operation.base_version,
    }
    return {**fields, **changes}


def post(client, hall, *operations, **extra):
    return client.post(
        address(hall),
        json.dumps({"operations": operations}, ensure_ascii=False),
        content_type="application/json",
        **extra,
    )


def test_a_batch_is_answered_operation_by_operation(judge, hall):
    operation = hall.operation("2")

    response = post(
        judge, hall, body_of(operation), body_of(hall.operation("9", position=2))
    )

    assert response.status_code == 200
    first, second = response.json()["answers"]
    assert (first["op_id"], first["status"], first["mark"]) == (
        str(operation.op_id),
        200,
        "2.00",
    )
    assert (first["server_seq"], first["sheet"]["done"]) == (1, 1)
    assert (second["status"], "9" in second["message"]) == (400, True)


def test_the_same_batch_again_is_answered_alike(judge, hall):
    body = body_of(hall.operation("2"))
    post(judge, hall, body)

    answer = post(judge, hall, body).json()["answers"][0]

    assert (answer["status"], answer["replayed"], answer["version"]) == (200, True, 1)
    assert MarkOperation.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("op_id", "1"),
        ("op_id", None),
        ("sheet_id", "keine"),
        ("aspect_id", 7),
        ("sequence", -1),
        ("sequence", 2**60),
        ("sequence", "1"),
        ("kind", "delete"),
        ("value", 2),
        ("value", "x" * 501),
        ("value", "\ud800"),
        ("base_version", 2**40),
        ("base_version", 1.5),
    ],
)
def test_a_malformed_field_is_named_and_its_neighbours_are_stored(
    judge, hall, field, value
):
    bad = body_of(hall.operation("2"), **{field: value})
    response = judge.post(
        address(hall),
        json.dumps({"operations": [bad, body_of(hall.operation("3", position=2))]}),
        content_type="application/json",
    )

    refused, stored = response.json()["answers"]
    assert (refused["status"], field in refused["message"]) == (400, True)
    assert stored["status"] == 200
    assert Mark.objects.get().value == "3"


@pytest.mark.parametrize("bad", [None, 1, "x", [], {}])
def test_an_operation_that_is_no_object_is_refused_alone(judge, hall, bad):
    refused, stored = post(judge, hall, bad, body_of(hall.operation("2"))).json()[
        "answers"
    ]

    assert (refused["status"], bool(refused["message"])) == (400, True)
    assert stored["status"] == 200


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 5000,
        b"\xff\xfe",
        '{"operations": []}',
        '{"operations": "x"}',
        json.dumps({"operations": [{}] * 51}),
    ],
)
def test_an_unreadable_batch_is_refused_with_a_sentence(judge, hall, body):
    response = judge.post(address(hall), body, content_type="application/json")

    assert response.status_code == 400
    assert response.json()["message"]
    assert not MarkOperation.objects.exists()


def test_whoever_has_no_seat_finds_nothing(hall, client):
    other = build_hall()
    client.force_login(other.judges[0])

    response = post(client, hall, body_of(hall.operation("2")))

    assert (
        response.status_code,
        client.get(address(hall, "worklist")).status_code,
    ) == (
        404,
        404,
    )
    assert not MarkOperation.objects.exists()


def test_an_organiser_without_a_seat_does_not_mark(hall, client):
    organiser = RoleAssignmentFactory(
        role__code="organiser", competition=hall.event.competition
    ).user
    client.force_login(organiser)

    assert post(client, hall, body_of(hall.operation("2"))).status_code == 404


def test_an_unknown_event_is_not_found(judge):
    response = judge.get(f"/api/v1/events/{uuid4()}/worklist")

    assert (response.status_code, bool(response.json()["message"])) == (404, True)


def test_whoever_is_not_signed_in_is_told_so(hall, client):
    response = post(client, hall, body_of(hall.operation("2")))

    assert (response.status_code, bool(response.json()["message"])) == (401, True)


def test_a_post_without_the_token_of_the_page_is_refused(hall):
    client = Client(enforce_csrf_checks=True)
    client.force_login(hall.judges[0])

    response = post(client, hall, body_of(hall.operation("2")))

    assert (response.status_code, bool(response.json()["message"])) == (403, True)
    assert not MarkOperation.objects.exists()


def test_the_token_of_the_page_lets_a_post_in(hall):
    client = Client(enforce_csrf_checks=True)
    client.force_login(hall.judges[0])
    client.cookies["csrftoken"] = token = "a" * 32

    response = post(
        client, hall, body_of(hall.operation("2")), headers={"X-CSRFToken": token}
    )

    assert response.status_code == 200


def test_one_tablet_stays_one_whoever_signs_in(hall, client):
    for judge in hall.judges[:2]:
        client.force_login(judge)
        client.get(address(hall, "worklist"))
        post(client, hall, body_of(hall.operation("2")))

    assert Device.objects.exclude(pk=hall.device.pk).count() == 1
    assert client.cookies["tablet"]["httponly"]


def test_the_worklist_is_never_kept_by_a_cache(judge, hall):
    response = judge.get(address(hall, "worklist"))

    assert response["Cache-Control"] == "no-store"
    assert response.json()["event"]["name"] == hall.event.name
    assert Device.objects.filter(pk=response.json()["device"]).exists()


@pytest.mark.parametrize("page", ["docs", "openapi.json"])
def test_the_description_is_for_administrators(page, hall, client):
    client.force_login(hall.judges[0])
    assert client.get(f"/api/v1/{page}").status_code == 404

    administrator = RoleAssignmentFactory(role__code="administrator").user
    client.force_login(administrator)
    assert client.get(f"/api/v1/{page}").status_code == 200

    client.force_login(UserFactory())
    assert client.get(f"/api/v1/{page}").status_code == 404
