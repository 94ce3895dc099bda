"""Giving roles, taking them back, and opening accounts."""

import pytest
from django.core.exceptions import ValidationError

from audit.queries import of_object
from audit.wording import sentence
from competitions.enums import Capability
from competitions.models import RoleAssignment
from competitions.permissions import has_capability
from competitions.services.roles import (
    OwnRole,
    Place,
    assign_role,
    open_account,
    renew_password,
    withdraw_role,
)
from people.models import User
from tests.factories import (
    NOW,
    CompetitionFactory,
    EventFactory,
    OrganisationFactory,
    RoleAssignmentFactory,
    RoleFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def test_a_role_reaches_as_far_as_its_place():
    mine, other = CompetitionFactory(), CompetitionFactory()
    user = UserFactory()

    assign_role(
        user=user,
        role=RoleFactory(code="organiser"),
        place=Place(competition=mine),
        by=UserFactory(),
        at=NOW,
    )

    manage = Capability.COMPETITIONS_MANAGE
    assert has_capability(user, manage, competition_id=mine.pk)
    assert not has_capability(user, manage, competition_id=other.pk)
    assert not has_capability(user, manage)


def test_the_same_role_in_the_same_place_is_held_once():
    user, role, by = UserFactory(), RoleFactory(code="officer"), UserFactory()

    for _time in range(2):
        assign_role(user=user, role=role, place=Place(), by=by, at=NOW)

    assert RoleAssignment.objects.count() == 1
    assert [sentence(event) for event in of_object(f"user:{user.pk}")] == [
        f"授予{user.name}“市局工作人员”角色"
    ]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("organiser", "competition"),
        ("judge", "event"),
        ("unit-contact", "organisation"),
    ],
)
def test_a_role_without_the_place_it_needs_names_the_field(code, field):
    with pytest.raises(ValidationError) as refused:
        assign_role(
            user=UserFactory(),
            role=RoleFactory(code=code),
            place=Place(),
            by=UserFactory(),
            at=NOW,
        )

    assert list(refused.value.message_dict) == [field]


def test_a_judge_and_a_unit_contact_hold_theirs_in_an_event_and_for_a_unit():
    event, unit, user = EventFactory(), OrganisationFactory(), UserFactory()

    judge = assign_role(
        user=user,
        role=RoleFactory(code="judge"),
        place=Place(event=event),
        by=UserFactory(),
        at=NOW,
    )
    contact = assign_role(
        user=user,
        role=RoleFactory(code="unit-contact"),
        place=Place(organisation=unit),
        by=UserFactory(),
        at=NOW,
    )

    assert judge.reach == f"event:{event.pk}"
    assert contact.reach == f"system@{unit.pk}"


def test_nobody_withdraws_his_own_right_to_give_roles():
    administrator = UserFactory()
    own = RoleAssignmentFactory(user=administrator, role__code="administrator")
    other = RoleAssignmentFactory(role__code="officer")

    withdraw_role(assignment=other, by=administrator, at=NOW)
    with pytest.raises(OwnRole):
        withdraw_role(assignment=own, by=administrator, at=NOW)

    assert list(RoleAssignment.objects.all()) == [own]


def test_whoever_set_the_system_up_may_give_the_first_role():
    founder = UserFactory(is_superuser=True)

    assert has_capability(founder, Capability.ROLES_ASSIGN)


def test_an_inactive_account_holds_nothing():
    user = UserFactory(is_active=False)
    RoleAssignmentFactory(user=user, role__code="officer")

    assert not has_capability(user, Capability.COMPETITIONS_SEE)


def test_a_first_password_is_strong_and_told_once():
    opened = open_account(
        username="13900000000", name="李组织", by=UserFactory(), at=NOW
    )
    renewed = renew_password(user=opened.user, by=UserFactory(), at=NOW)

    user = User.objects.get(username="13900000000")
    assert [len(part) for part in renewed.first_password.split("-")] == [4, 4, 4]
    assert user.check_password(renewed.first_password)
    assert not user.check_password(opened.first_password)
