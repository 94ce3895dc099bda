"""What a tablet says when the server does not take a value, and for how long."""

import json
import re

import pytest

from tests.servers.browser import TABLET

pytestmark = pytest.mark.journey

PASSWORD = "correct horse battery"
READING = re.compile(r"/judge/events/[^/]+/\?sheet=")
HALLS = f"""
import json
from tests.scoring.halls import build_hall, judged, measured
found = []
for number in range(4):
    hall = build_hall(judged("2.00"), measured("1.00", 3, "跳动"), entries=2)
    hall.judges[0].set_password("{PASSWORD}")
    hall.judges[0].save(update_fields=["password"])
    found.append({{"event": str(hall.event.pk), "judge": hall.judges[0].username}})
print(json.dumps(found))
"""
STORED = """
import json
from scoring.models import Mark
marks = Mark.objects.filter(sheet__entry__event="%s").exclude(value="")
print(json.dumps(sorted(marks.values_list("value", flat=True))))
"""
QUESTION = "此项已在另一台平板上更改"


@pytest.fixture(scope="module")
def halls(served):
    printed = served.manage("shell", "-v", "0", "-c", HALLS)
    return iter(json.loads(printed.splitlines()[-1]))


@pytest.fixture
def hall(halls):
    """An event of its own for each test, before any mark."""
    return next(halls)


@pytest.fixture
def enter(hall, visitors):
    def enter():
        page = visitors.enter(TABLET)
        page.goto(f"/account/sign-in/?next=/judge/events/{hall['event']}/")
        page.fill("[name=username]", hall["judge"])
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        # The script writes the sheet into the address when it is ready for taps.
        page.wait_for_url(READING)
        return page

    return enter


def stored(served, hall):
    printed = served.manage("shell", "-v", "0", "-c", STORED % hall["event"])
    return json.loads(printed.splitlines()[-1])


def tap(page, answer):
    page.locator(f'[data-label="J1"] [data-answer="{answer}"]').click()


def status(page, words):
    page.locator("[data-sync-status]", has_text=words).wait_for()


def read_again(page):
    """Wait until the page has shown what the server says now, then once more."""
    for _ in range(2):
        with page.expect_response(READING):
            pass


def question(page):
    return page.locator('[data-label="J1"] [data-error]', has_text=QUESTION)


def test_two_tablets_ask_until_the_judge_has_answered(hall, enter, served):
    one, other = enter(), enter()
    other.route(READING, lambda route: route.abort())
    tap(one, "1")
    status(one, "已保存")
    tap(other, "3")
    question(other).wait_for()
    other.unroute(READING)
    read_again(other)

    status(other, "1 项未采用")
    assert question(other).locator("button").all_inner_texts() == ["保留 1", "改为 3"]
    pressed = other.locator('[data-label="J1"] [aria-pressed="true"]')
    assert pressed.get_attribute("data-answer") == "1"

    question(other).get_by_role("button", name="改为 3").click()
    status(other, "已保存")
    question(other).wait_for(state="hidden")
    assert stored(served, hall) == ["3"]


def test_taps_without_a_network_ask_when_it_is_back(hall, enter, served):
    one, other = enter(), enter()
    other.context.set_offline(True)
    tap(other, "2")
    tap(other, "3")
    tap(one, "1")
    status(one, "已保存")
    other.context.set_offline(False)
    question(other).wait_for()
    read_again(other)

    assert stored(served, hall) == ["1"]
    # A tap on what is stored keeps it, as the button would.
    tap(other, "1")
    status(other, "已保存")
    question(other).wait_for(state="hidden")
    assert stored(served, hall) == ["1"]


def test_a_refused_number_stays_wrong_until_it_is_put_right(hall, enter, served):
    page = enter()
    field = page.locator('[data-label="M1"] [data-measure]')
    field.fill("12.5")
    field.press("Enter")
    page.locator('[data-label="M1"] .aspect-mark', has_text="1.00").wait_for()
    field.fill("abc")
    field.press("Enter")
    status(page, "1 项未采用")
    error = page.locator('[data-label="M1"] [data-error]')
    sentence = "“abc”不是数字"

    page.locator("[data-sheet-link]", has_text="B-002").click()
    page.locator(".blind-code", has_text="B-002").wait_for()
    page.locator("[data-sync-status]").get_by_role("link", name="查看").click()
    page.locator(".blind-code", has_text="B-001").wait_for()

    assert field.input_value() == "abc"
    assert field.get_attribute("aria-invalid") == "true"
    assert error.inner_text().startswith(sentence)
    assert error.get_by_role("button").all_inner_texts() == ["保留 12.5"]
    assert page.locator('[data-label="M1"] .aspect-mark').is_hidden()

    field.fill("12.6")
    field.press("Enter")
    status(page, "已保存")
    error.wait_for(state="hidden")
    assert stored(served, hall) == ["12.6"]


def test_leaving_with_a_refused_number_asks_first(hall, enter):
    page = enter()
    asked = []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    field = page.locator('[data-label="M1"] [data-measure]')
    field.fill("0.0151234567")
    field.press("Enter")
    status(page, "1 项未采用")
    with page.expect_event("dialog"):
        page.locator("[data-sign]").click()

    assert asked == ["beforeunload"]
    assert field.input_value() == "0.0151234567"
    assert "最多 6 位" in page.locator('[data-label="M1"] [data-error]').inner_text()
    page.get_by_role("button", name="留空").click()
    status(page, "已保存")
