"""Public pages speak the language of their address, pages inside that of the switch."""

import pytest
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.urls import path

from yuejiang import views


@login_not_required
def spoken(request):
    return HttpResponse(request.LANGUAGE_CODE)


urlpatterns = [
    path("language/", views.switch_language, name="switch-language"),
    path("office/page/", spoken),
    path("v/page/", spoken),
    *i18n_patterns(path("page/", spoken, name="page"), prefix_default_language=False),
]

pytestmark = pytest.mark.urls(__name__)


@pytest.mark.parametrize(
    ("address", "cookie", "language"),
    [
        ("/page/", "", "zh-hans"),
        ("/page/", "en", "zh-hans"),
        ("/en/page/", "", "en"),
        ("/en/page/", "zh-hans", "en"),
        ("/office/page/", "", "zh-hans"),
        ("/office/page/", "en", "en"),
        ("/office/page/", "tlh", "zh-hans"),
        ("/v/page/", "en", "en"),
    ],
)
def test_language_of_a_page(client, address, cookie, language):
    if cookie:
        client.cookies[settings.LANGUAGE_COOKIE_NAME] = cookie

    answer = client.get(address, headers={"accept-language": "en"})

    assert answer.content.decode() == language


@pytest.mark.parametrize(
    ("left", "language", "next_page"),
    [
        ("/page/", "en", "/en/page/"),
        ("/en/page/", "zh-hans", "/page/"),
        ("/office/page/", "en", "/office/page/"),
        ("https://elsewhere.example/", "en", "/"),
    ],
)
def test_the_switch_returns_to_the_twin_of_the_page(client, left, language, next_page):
    answer = client.post("/language/", {"language": language, "next": left})

    assert answer.status_code == 302
    assert answer.headers["location"] == next_page
    assert client.cookies[settings.LANGUAGE_COOKIE_NAME].value == language


def test_the_switch_answers_no_link(client):
    assert client.get("/language/").status_code == 405
