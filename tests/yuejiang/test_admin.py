"""The reference data's admin: for administrators, and for nobody else there."""

import pytest

from people.models import User
from tests.factories import RoleAssignmentFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_strangers_are_sent_to_the_one_sign_in(client):
    answer = client.get("/admin/", follow=True)

    assert answer.redirect_chain[-1][0].startswith("/account/sign-in/?next=/admin/")


@pytest.mark.parametrize("role", ["officer", "unit-contact", "judge"])
def test_other_roles_find_no_admin(client, role):
    user = UserFactory()
    RoleAssignmentFactory(user=user, role__code=role)
    client.force_login(user)

    assert client.get("/admin/", follow=True).status_code == 404


def test_an_administrator_finds_the_reference_data(client):
    client.force_login(User.objects.create_superuser(username="root"))

    answer = client.get("/admin/")

    assert answer.status_code == 200
