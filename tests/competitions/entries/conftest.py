"""The people who work with entries, as tests sign them in."""

import pytest
from django.utils import translation

from tests.factories import (
    CompetitionFactory,
    EventFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
)


@pytest.fixture(autouse=True)
def in_english():
    """Read the sentences as the source writes them."""
    with translation.override("en"):
        yield


@pytest.fixture
def event():
    """An event of a competition that takes entries."""
    return EventFactory(competition=CompetitionFactory(state="registration"))


@pytest.fixture
def organiser(event):
    """The organiser of the event's competition."""
    return RoleAssignmentFactory(competition=event.competition).user


@pytest.fixture
def unit():
    """A unit with a contact."""
    return OrganisationFactory(name="示例机械有限公司", pinyin="shi li ji xie")


@pytest.fixture
def contact(unit):
    """The contact of the unit."""
    return RoleAssignmentFactory(role__code="unit-contact", organisation=unit).user


@pytest.fixture
def stranger():
    """The contact of another unit."""
    unit = OrganisationFactory(name="别的工厂", pinyin="bie de gong chang")
    return RoleAssignmentFactory(role__code="unit-contact", organisation=unit).user


@pytest.fixture
def sign_in(client):
    """Signs somebody in who reads English."""

    def enter(user):
        client.force_login(user)
        client.cookies["django_language"] = "en"
        return client

    return enter
