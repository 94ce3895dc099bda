"""The page of an event, its form and its components."""

import pytest
from django.urls import reverse

from competitions.models import Component, Event
from tests.factories import (
    CompetitionFactory,
    ComponentFactory,
    EventFactory,
    OccupationFactory,
    RoleAssignmentFactory,
    StageFactory,
)
from tests.submitted import untouched

pytestmark = pytest.mark.django_db


def url_of(event, page="detail"):
    return reverse(f"competitions:event-{page}", args=(event.pk,))


@pytest.fixture
def event(client):
    event = EventFactory()
    ComponentFactory(stage=StageFactory(event=event), code="A")
    RoleAssignmentFactory(role__code="organiser", competition=event.competition)
    client.force_login(
        RoleAssignmentFactory(
            role__code="organiser", competition=event.competition
        ).user
    )
    return event


def line(**changes):
    return {
        "stage": "决赛",
        "code": "A",
        "name": "实操",
        "kind": "practical",
        "source": "scheme",
        "weight": "100.00",
        "full_mark": "100.00",
        **changes,
    }


def rows(*lines):
    data = {"components-TOTAL_FORMS": len(lines), "components-INITIAL_FORMS": 0}
    for number, values in enumerate(lines):
        data |= {f"components-{number}-{name}": v for name, v in values.items()}
    return data


def test_every_room_of_an_event_has_a_picture_of_its_own(client, event):
    links = client.get(url_of(event)).context["page"].links

    icons = [link.icon for link in links]
    assert len(icons) > 6
    assert sorted(icons) == sorted(set(icons))


def test_the_page_shows_the_components_of_the_event(client, event):
    page = client.get(url_of(event)).context["page"]

    assert [component.code for component in page.components] == ["A"]


def test_the_page_tells_only_what_concerns_the_event(client, event):
    EventFactory(competition=event.competition, name="无组成部分")

    page = client.get(url_of(event)).context["page"]

    assert {task.event_id for task in page.tasks} <= {event.pk}


def test_an_event_is_added_with_its_usual_make_up(client, event):
    OccupationFactory()
    url = reverse("competitions:event-add", args=(event.competition_id,))

    client.post(
        url,
        {
            "name": "焊工",
            "classification": "6-18-02-04 焊工",
            "group": "workers",
            "team_size": 1,
            "parts": "20-80",
            "name_display": "full",
            "measurement_procedure": "agreed",
            "blind_layers": 0,
            "number_of_stations": 0,
        },
    )

    added = Event.objects.get(name="焊工")
    assert str(added.occupation) == "6-18-02-04 焊工"
    weights = Component.objects.filter(stage__event=added).order_by("position")
    assert [f"{component.weight}" for component in weights] == ["20.00", "80.00"]


def test_components_are_saved_from_their_rows(client, event):
    component = Component.objects.get()
    theory = line(code="T", name="理论", kind="theory", weight="30.00")
    practical = line(component_id=component.pk, weight="70.00")

    client.post(url_of(event, "components"), rows(theory, practical))

    saved = Component.objects.order_by("position")
    assert [(row.code, f"{row.weight}") for row in saved] == [
        ("T", "30.00"),
        ("A", "70.00"),
    ]
    assert saved[1].pk == component.pk


def test_weights_that_do_not_sum_up_are_refused_with_what_was_typed(client, event):
    response = client.post(url_of(event, "components"), rows(line(weight="98.50")))

    assert response.context["refused"] == ["各部分权重合计为 98.5 %，应为 100 %。"]
    assert response.context["rows"].forms[0]["weight"].value() == "98.50"


def test_the_blank_row_of_the_page_is_no_component(client, event):
    page = client.get(url_of(event, "components"))
    typed = untouched(page) | {"components-0-name": "实际操作"}

    client.post(url_of(event, "components"), typed)

    assert [row.name for row in Component.objects.all()] == ["实际操作"]


def test_the_blank_row_does_not_hide_what_the_weights_sum_to(client, event):
    page = client.get(url_of(event, "components"))
    typed = untouched(page) | {"components-0-weight": "90"}

    response = client.post(url_of(event, "components"), typed)

    assert response.context["refused"] == ["各部分权重合计为 90 %，应为 100 %。"]


def test_a_pass_mark_nobody_can_reach_is_refused(client, event):
    response = client.post(
        url_of(event, "components"), rows(line(pass_mark="101", full_mark="100"))
    )

    assert response.context["rows"].errors == [{"pass_mark": ["合格线高于满分。"]}]


def test_an_event_is_removed_from_its_page(client, event):
    asked = client.get(url_of(event, "remove")).content.decode()
    standing = Event.objects.count()
    client.post(url_of(event, "remove"))

    assert f"“{event.name}”的成绩组成部分和评分标准将一并删除" in asked
    assert (standing, Event.objects.count()) == (1, 0)


@pytest.mark.parametrize("page", ["detail", "edit", "components", "remove"])
@pytest.mark.parametrize("code", ["judge", "organiser", "competitor"])
def test_the_page_does_not_exist_for_a_strange_role(client, code, page):
    event = EventFactory()
    place = {"competition": CompetitionFactory()}
    if code == "judge":
        place = {"event": event}
    client.force_login(RoleAssignmentFactory(role__code=code, **place).user)

    answers = {
        client.get(url_of(event, page)).status_code,
        client.post(url_of(event, page)).status_code,
    }

    assert 404 in answers
    assert answers <= {404, 405}
    assert Event.objects.filter(pk=event.pk).exists()
