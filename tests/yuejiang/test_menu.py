"""The menu links what its reader may open, and marks where the reader is."""

import pytest
from django.contrib.auth.models import AnonymousUser

from competitions.enums import Capability, RoleScope
from tests.factories import OrganisationFactory, RoleAssignmentFactory, UserFactory
from yuejiang.menu import visible_sections


def labels(sections):
    return [str(link.label) for _, links in sections for link in links]


def current(sections):
    return [link.url for _, links in sections for link in links if link.is_current]


def user_with(*capabilities):
    user = UserFactory()
    RoleAssignmentFactory(
        user=user,
        role__code="-".join(capabilities),
        role__name="某角色",
        role__name_en="Some role",
        role__scope=RoleScope.SYSTEM,
        role__capabilities=list(capabilities),
    )
    return user


def test_stranger_finds_nothing():
    assert visible_sections(AnonymousUser(), "/office/") == ()


@pytest.mark.django_db
def test_user_without_a_role_finds_nothing():
    assert visible_sections(UserFactory(), "/office/") == ()


@pytest.mark.django_db
def test_each_finds_the_pages_of_his_role():
    keeper = user_with(Capability.PEOPLE_SEE)
    auditor = user_with(Capability.AUDIT_SEE)
    creator = user_with(Capability.COMPETITIONS_CREATE)
    assert labels(visible_sections(keeper, "/office/")) == ["人员", "单位"]
    assert labels(visible_sections(auditor, "/office/")) == ["审计日志"]
    assert labels(visible_sections(creator, "/office/")) == ["竞赛"]


@pytest.mark.django_db
def test_nearest_page_above_is_the_current_one():
    keeper = user_with(Capability.PEOPLE_SEE)
    person = visible_sections(keeper, "/office/people/add/")
    unit = visible_sections(keeper, "/office/units/add/")
    assert current(person) == ["/office/people/"]
    assert current(unit) == ["/office/units/"]
    assert current(visible_sections(keeper, "/me/")) == []


@pytest.mark.django_db
def test_rooms_of_an_event_belong_to_the_competitions():
    officer = user_with(Capability.TARGETS_SEE, Capability.COMPETITIONS_SEE)
    home = visible_sections(officer, "/office/")
    event = visible_sections(officer, "/office/events/1/entries/")
    assert current(home) == ["/office/"]
    assert current(event) == ["/office/competitions/"]


@pytest.mark.django_db
def test_a_unit_contact_finds_the_entries_of_the_unit():
    contact = RoleAssignmentFactory(
        role__code="unit-contact", organisation=OrganisationFactory()
    ).user
    found = visible_sections(contact, "/office/events/1/entries/")
    assert (labels(found), current(found)) == (["我的报名"], ["/office/"])
