"""The pages nobody owns speak both languages and keep to the content policy."""

import re

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

ERROR_PAGES = {
    "400.html": ("无法识别此请求", "This request could not be read"),
    "403.html": ("您没有此项权限", "You may not do this"),
    "403_csrf.html": ("表单已过期", "The form has expired"),
    "404.html": ("页面不存在", "This page does not exist"),
    "500.html": ("系统出现故障", "Something went wrong on our side"),
    "registration/too_many_attempts.html": ("尝试次数过多", "Too many attempts"),
}


def words(html):
    """Return what a reader sees, without tags and line breaks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def heading(html):
    return words(re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[1])


def title(html):
    return words(re.search(r"<title>(.*?)</title>", html, re.DOTALL)[1])


def breaches(html):
    """Return what the content policy would refuse."""
    scripts = re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", html)
    styles = re.findall(r"<style[^>]*>|\sstyle=|\son[a-z]+=", html)
    elsewhere = re.findall(r"(?:src|href)=\"(?:https?:)?//[^\"]*", html)
    return scripts + styles + elsewhere


def rendered(source, context=None, *, path="/"):
    request = RequestFactory().get(path)
    return engines["django"].from_string(source).render(context or {}, request)


@pytest.mark.parametrize("template", ERROR_PAGES)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_error_page_says_what_happened(template, language):
    chinese, english = ERROR_PAGES[template]
    expected = chinese if language == "zh-hans" else english
    brand = "越匠" if language == "zh-hans" else "Yuejiang"
    with translation.override(language):
        html = render_to_string(template)
    assert heading(html) == expected
    assert title(html) == f"{expected} · {brand}"
    assert f'<html lang="{language}"' in html
    assert breaches(html) == []


def test_unknown_address_shows_the_page_of_its_language(client, settings):
    settings.DEBUG = False
    assert heading(client.get("/no-such-page/").content.decode()) == "页面不存在"
    assert (
        heading(client.get("/en/no-such-page/").content.decode())
        == "This page does not exist"
    )


def test_form_without_token_is_refused_with_a_way_on(client, settings):
    settings.DEBUG = False
    client.handler.enforce_csrf_checks = True
    response = client.post("/account/sign-in/", {"username": "a", "password": "b"})
    html = response.content.decode()
    assert response.status_code == 403
    assert heading(html) == "表单已过期"
    assert 'class="btn btn-primary" href="/"' in html


@pytest.mark.django_db
def test_sign_in_page_is_chinese_until_english_is_chosen(client):
    chinese = client.get("/account/sign-in/").content.decode()
    client.post("/language/", {"language": "en", "next": "/account/sign-in/"})
    english = client.get("/account/sign-in/").content.decode()
    assert (heading(chinese), title(chinese)) == ("登录", "登录 · 越匠")
    assert (heading(english), title(english)) == ("Sign in", "Sign in · Yuejiang")
    assert breaches(chinese + english) == []


@pytest.mark.django_db
def test_wrong_password_is_answered_in_a_summary(client):
    response = client.post("/account/sign-in/", {"username": "a", "password": "b"})
    html = response.content.decode()
    assert title(html) == "有误 · 登录 · 越匠"
    assert html.count("data-error-summary") == 1


@pytest.mark.django_db
def test_sixth_attempt_is_told_to_wait(client):
    for _ in range(5):
        response = client.post("/account/sign-in/", {"username": "a", "password": "b"})
    assert response.status_code == 429
    assert heading(response.content.decode()) == "尝试次数过多"


def test_state_pill_is_colour_icon_and_word():
    html = rendered('{% load design %}{% state_pill "returned" "已退回" %}')
    assert html == (
        '<span class="pill pill-warn">'
        '<svg class="icon" aria-hidden="true" focusable="false">'
        '<use href="/static/vendor/icons.svg#arrow-back-up"></use></svg>'
        "已退回</span>"
    )


def test_unknown_state_stays_neutral_and_escapes_its_word():
    html = rendered('{% load design %}{% state_pill "odd" word %}', {"word": "A<B & C"})
    assert html.startswith('<span class="pill pill-neutral">')
    assert html.endswith("A&lt;B &amp; C</span>")


def test_icon_with_a_label_speaks():
    html = rendered('{% load design %}{% icon "check" "Done" %}')
    assert html.endswith('<span class="visually-hidden">Done</span>')


def test_page_links_keep_the_filters():
    source = '{% load design %}{% include "components/pages.html" with page=page %}'
    page = Paginator(range(500), 25).page(2)
    html = rendered(source, {"page": page}, path="/office/?district=330602&page=2")
    links = re.findall(r'href="([^"]+)"', html)
    assert "?district=330602&amp;page=3" in links
    assert words(html).startswith("第 26–50 条，共 500 条")


def test_field_names_its_hint_and_its_error():
    class CodeForm(forms.Form):
        code = forms.CharField(label="代码", help_text="六位数字", max_length=6)

    html = rendered('{% include "components/fields.html" %}', {"form": CodeForm({})})
    assert '<a href="#id_code">代码</a>' in html
    assert 'aria-describedby="id_code_helptext id_code_error"' in html
    assert 'id="id_code_helptext"' in html
    assert 'id="id_code_error"' in html
