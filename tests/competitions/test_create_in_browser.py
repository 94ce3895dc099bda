"""A competition is created in a real browser, with scripts and without."""

import pytest

from tests.servers.browser import DESKTOP, accessibility_violations

pytestmark = pytest.mark.journey

PASSWORD = "correct horse battery"
PEOPLE = f"""
from django.utils import timezone
from people.models import District, User
from people.services import OrganisationDetails, register_organisation
User.objects.create_superuser("founder", password="{PASSWORD}", name="陈局长")
district = District.objects.get(code="330602")
for name in ("市人力社保局", "市总工会", "团市委"):
    details = OrganisationDetails(name=name, district=district)
    register_organisation(details=details, actor="system", at=timezone.now())
"""


@pytest.fixture(scope="module")
def peopled(served):
    served.manage("shell", "-v", "0", "-c", PEOPLE)
    return served


def sign_in(page):
    page.goto("/account/sign-in/")
    page.fill("[name=username]", "founder")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/office/**")


def fill_details(page, name):
    page.goto("/office/competitions/new/")
    page.fill("[name=name]", name)
    page.fill("[name=starts_on]", "2026-12-01")
    page.fill("[name=ends_on]", "2026-12-02")
    page.fill("[name=place]", "示例技师学院")
    page.fill("[name=hosts-0-organisation]", "市总工会")
    page.fill("[name=events-0-name]", "车工（数控车工）")
    page.fill("[name=events-0-classification]", "6-18-01-01")


def create(page):
    page.get_by_role("button", name="创建竞赛").click()
    page.get_by_text("竞赛已创建").wait_for()


def test_rows_are_added_moved_and_removed(peopled, visitors):
    page = visitors.enter(DESKTOP)
    sign_in(page)
    fill_details(page, "有脚本的大赛")
    hosts = page.locator("[data-rows=hosts]")
    for number, name in ((1, "市人力社保局"), (2, "团市委")):
        hosts.get_by_role("button", name="添加单位").click()
        page.fill(f"[name=hosts-{number}-organisation]", name)
    hosts.get_by_role("button", name="上移").nth(1).click()
    hosts.get_by_role("button", name="移除本行").nth(2).click()

    create(page)

    lead = page.locator(".hosts")
    assert lead.inner_text() == "主办 市人力社保局 · 市总工会"
    assert page.locator("tbody th").all_inner_texts() == ["车工（数控车工）"]


def test_the_same_page_works_without_scripts(peopled, visitors):
    page = visitors.enter(DESKTOP, java_script_enabled=False)
    sign_in(page)
    fill_details(page, "无脚本的大赛")

    create(page)

    assert page.locator(".hosts").inner_text() == "主办 市总工会"


def test_the_pages_of_the_organiser_are_accessible(peopled, visitors):
    page = visitors.enter(DESKTOP)
    sign_in(page)
    fill_details(page, "无障碍的大赛")
    found = accessibility_violations(page)
    create(page)
    found += accessibility_violations(page)
    page.get_by_role("link", name="车工（数控车工）").click()
    found += accessibility_violations(page)
    page.get_by_role("link", name="设置组成部分").click()
    found += accessibility_violations(page)
    for address in ("/office/", "/office/competitions/", "/office/roles/"):
        page.goto(address)
        found += accessibility_violations(page)

    assert found == []
