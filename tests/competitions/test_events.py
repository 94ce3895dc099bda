"""Adding, changing and removing events."""

from dataclasses import replace

import pytest

from competitions.models import Entry, Event, Occupation
from competitions.services.events import (
    EventChangedMeanwhile,
    EventDetails,
    EventInUse,
    TeamSizeFixed,
    create_event,
    remove_event,
    update_event,
)
from tests.factories import (
    NOW,
    CompetitionFactory,
    EventFactory,
    OccupationFactory,
    OrganisationFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def details_of(event):
    return EventDetails(
        name=event.name,
        name_en=event.name_en,
        occupation=event.occupation,
        group=event.group,
    )


def enter(event):
    return Entry.objects.create(
        event=event, organisation=OrganisationFactory(), created_at=NOW
    )


def test_events_are_numbered_in_the_order_they_are_added():
    competition = CompetitionFactory()
    line = EventDetails(name="车工", skill_number="06")

    for _event in range(2):
        create_event(competition=competition, details=line, by=UserFactory(), at=NOW)

    assert [event.number for event in competition.events.order_by("pk")] == [1, 2]


def test_a_new_occupation_enters_the_dictionary_once():
    competition = CompetitionFactory()
    line = EventDetails(
        name="焊工", occupation=Occupation(code="6-18-02-04", name="焊工")
    )

    for _event in range(2):
        create_event(competition=competition, details=line, by=UserFactory(), at=NOW)

    kept = Occupation.objects.get(code="6-18-02-04")
    assert {event.occupation for event in Event.objects.all()} == {kept}


def test_a_stale_page_of_an_event_saves_nothing():
    event = EventFactory(version=2)

    with pytest.raises(EventChangedMeanwhile):
        update_event(
            event=event,
            version=1,
            details=replace(details_of(event), name="焊工"),
            by=UserFactory(),
            at=NOW,
        )

    event.refresh_from_db()
    assert event.name != "焊工"


def test_the_team_size_is_fixed_once_entries_exist():
    event = EventFactory(occupation=OccupationFactory())
    enter(event)

    with pytest.raises(TeamSizeFixed):
        update_event(
            event=event,
            version=1,
            details=replace(details_of(event), team_size=2),
            by=UserFactory(),
            at=NOW,
        )


def test_only_an_event_nobody_entered_is_removed():
    empty, entered = EventFactory(), EventFactory()
    enter(entered)

    remove_event(event=empty, by=UserFactory(), at=NOW)
    with pytest.raises(EventInUse):
        remove_event(event=entered, by=UserFactory(), at=NOW)

    assert list(Event.objects.all()) == [entered]
