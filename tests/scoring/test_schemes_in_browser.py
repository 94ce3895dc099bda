"""A scheme is imported and edited in a real browser, with scripts and without."""

import pytest
from playwright.sync_api import expect

from scoring.exports.cis_workbook import write_scheme
from tests.factories import PASSWORD
from tests.scoring.halls import judged, measured, scheme_of
from tests.servers.browser import DESKTOP, PHONE, accessibility_violations

pytestmark = pytest.mark.journey

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVENT = """
from competitions.models import Panel
from tests.factories import EventFactory, UserFactory
from tests.scoring.preparing import component_of
UserFactory(username="preparer", is_superuser=True)
for _ in range(3):
    component = component_of(EventFactory())
    Panel.objects.create(event=component.stage.event, name="第一组")
    print(component.pk)
"""


@pytest.fixture(scope="module")
def components(served):
    """The components that get a scheme, each test takes its own."""
    return served.manage("shell", "-v", "0", "-c", EVENT).split()


def sign_in(page):
    page.goto("/account/sign-in/")
    page.fill("[name=username]", "preparer")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/office/**")


def import_scheme(page, component):
    """Hand a workbook in, see its report, save it; return the scheme's address."""
    page.goto(f"/office/components/{component}/scheme/import/")
    content = write_scheme(scheme_of(judged("2.00"), measured("1.50", 1)))
    file = {"name": "方案.xlsx", "mimeType": XLSX, "buffer": content}
    page.set_input_files("[name=file]", file)
    page.get_by_role("button", name="检查工作簿").click()
    page.get_by_text("尚未保存").wait_for()
    page.get_by_role("button", name="保存评分标准").click()
    page.get_by_text("评分标准已保存").wait_for()
    return page.url


def first_labels(page):
    return page.locator("#place-1 .aspect-label").all_inner_texts()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_an_aspect_is_moved_and_given_a_calculation(components, visitors, has_scripts):
    page = visitors.enter(DESKTOP, java_script_enabled=has_scripts)
    sign_in(page)
    scheme = import_scheme(page, components[has_scripts])

    page.goto(f"{scheme}edit/")
    page.locator('[id="place-1.1.2"]').get_by_role("button", name="上移").click()
    page.locator('[id="place-1.1.1"] .aspect-M').wait_for()
    assert first_labels(page) == ["M1", "J2"]

    page.locator('[id="place-1.1.1"]').get_by_role("link", name="修改").click()
    page.select_option("[name=calculation]", "TOLERANCE_ALL_OR_NOTHING")
    if not has_scripts:
        page.get_by_role("button", name="显示对应字段").click()
    page.fill("[name=TARGET_VALUE]", "12.5")
    page.fill("[name=TOLERANCE]", "0.1")
    page.fill("[name=max_mark]", "0.50")
    page.press("[name=max_mark]", "Enter")
    page.get_by_text("修改已保存").wait_for()

    assert "12.5 ± 0.1" in page.locator('[id="place-1.1.1"]').inner_text()
    assert "99.00，应为 100.00" in page.locator(".running-total").inner_text()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_what_was_removed_is_put_back_in_view(components, visitors, has_scripts):
    page = visitors.enter(DESKTOP, java_script_enabled=has_scripts)
    sign_in(page)
    scheme = import_scheme(page, components[has_scripts])

    page.goto(f"{scheme}edit/2/")
    page.get_by_role("button", name="删除").click()
    removed = page.locator("#removed")
    expect(removed).to_be_in_viewport()
    expect(removed).to_contain_text("已删除 B“调试”，共 96.50 分。")

    removed.get_by_role("button", name="撤销").click()
    expect(page.locator("#place-2")).to_be_in_viewport()
    expect(page.locator(".running-total")).to_contain_text("100.00")
    expect(removed).to_have_count(0)


def test_the_pages_of_schemes_are_accessible_and_fit_a_phone(components, visitors):
    page = visitors.enter(PHONE)
    sign_in(page)
    scheme = import_scheme(page, components[2])

    found = []
    for room in ("", "edit/", "edit/1.1/", "edit/1.1.1/", "edit/sections/", "panels/"):
        page.goto(scheme + room)
        found += accessibility_violations(page)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], room

    assert found == []
