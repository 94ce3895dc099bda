"""The served product answers over TCP as its users meet it."""

import pytest

from tests.servers.browser import PHONE


@pytest.mark.journey
def test_pages_are_chinese_and_carry_the_security_policy(visitors):
    page = visitors.enter(PHONE)

    answer = page.goto("/admin/")

    assert answer.status == 200
    assert page.locator("html").get_attribute("lang") == "zh-hans"
    policy = answer.header_value("content-security-policy")
    assert set(policy.split("; ")) == {
        "default-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
    }
