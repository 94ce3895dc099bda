"""The address of a button, opened by hand, is a page, not the browser's error."""

import pytest
from django.urls import reverse

from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
BUTTON = "/language/"
HTML = {"accept": "text/html"}


def test_a_reader_is_told_and_led_on(client):
    answer = client.get(BUTTON, headers=HTML)

    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert "这个地址属于一个按钮" in answer.content.decode()


def test_a_program_gets_the_bare_answer(client):
    answer = client.get(BUTTON, headers={"accept": "application/json"})

    assert (answer.status_code, answer.content) == (405, b"")


def test_the_language_switch_leads_back_from_the_answer_to_a_form(client):
    client.force_login(UserFactory())
    page = reverse("people:password-change")
    answer = client.post(
        page, {}, headers={"referer": f"http://testserver{page}?from=menu"}
    )
    elsewhere = client.post(page, {}, headers={"referer": "https://evil.example/x"})

    assert f'name="next" value="{page}?from=menu"' in answer.content.decode()
    assert 'name="next" value="/"' in elsewhere.content.decode()
