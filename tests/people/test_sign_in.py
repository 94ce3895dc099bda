"""Signing in and out, and one's own password."""

import pytest
from django.urls import reverse

from audit.models import AuditEvent
from people.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "Kiln-42-blue-river"
LIST = "/office/people/"


@pytest.fixture
def user() -> User:
    return User.objects.create_user(
        "officer", password=PASSWORD, name="李审", is_superuser=True
    )


def sign_in(client, password: str, username: str = "officer"):
    page = f"{reverse('people:sign-in')}?next={LIST}"
    return client.post(page, {"username": username, "password": password})


def test_right_password_leads_to_the_page_that_was_asked_for(client, user):
    answer = sign_in(client, PASSWORD)
    assert answer.headers["Location"] == LIST
    assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("username", ["officer", "nobody"])
def test_wrong_password_is_answered_alike_for_known_and_unknown_names(
    client, user, username
):
    answer = sign_in(client, "wrong", username)
    assert answer.status_code == 200
    assert len(answer.context["form"].non_field_errors()) == 1
    assert client.get(LIST).status_code == 302


def test_signing_in_never_leads_elsewhere(client, user):
    page = f"{reverse('people:sign-in')}?next=https://example.com/"
    answer = client.post(page, {"username": "officer", "password": PASSWORD})
    assert "example.com" not in answer.headers["Location"]


def test_signing_out_closes_the_office(client, user):
    client.force_login(user)
    client.post(reverse("people:sign-out"))
    assert client.get(LIST).status_code == 302


def test_new_password_is_kept_and_this_session_stays_open(client, user):
    client.force_login(user)
    typed = {
        "old_password": PASSWORD,
        "new_password1": "Loom-17-green-hill",
        "new_password2": "Loom-17-green-hill",
    }
    answer = client.post(reverse("people:password-change"), typed)
    assert answer.headers["Location"] == reverse("people:password-changed")
    assert client.get(LIST).status_code == 200
    user.refresh_from_db()
    assert user.check_password("Loom-17-green-hill")
    event = AuditEvent.objects.get()
    assert (event.action, event.payload) == (
        "user.password_changed",
        {"username": "officer"},
    )


def test_weak_new_password_is_refused_with_sentences(client, user):
    client.force_login(user)
    typed = {
        "old_password": PASSWORD,
        "new_password1": "12345",
        "new_password2": "12345",
    }
    answer = client.post(reverse("people:password-change"), typed)
    assert list(answer.context["form"].errors) == ["new_password2"]
    assert not AuditEvent.objects.exists()
