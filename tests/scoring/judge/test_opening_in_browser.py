"""Choosing another work on a slow network: no tap may ever land on the old one."""

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
for number in range(7):
    hall = build_hall(judged("2.00"), measured("1.00", 3, "跳动"), entries=3)
    hall.judges[0].set_password("{PASSWORD}")
    hall.judges[0].save(update_fields=["password"])
    found.append({{"event": str(hall.event.pk), "judge": hall.judges[0].username}})
print(json.dumps(found))
"""
STORED = """
import json
from scoring.models import Mark, SheetNote
found = [
    [row["sheet__entry__number"], row["value"]]
    for row in Mark.objects.filter(sheet__entry__event="%s")
    .exclude(value="").order_by("sheet__entry__number", "value")
    .values("sheet__entry__number", "value")
]
notes = [
    [row["sheet__entry__number"], row["text"]]
    for row in SheetNote.objects.filter(sheet__entry__event="%s")
    .values("sheet__entry__number", "text")
]
print(json.dumps({"marks": found, "notes": notes}))
"""


@pytest.fixture(scope="module")
def halls(served):
    printed = served.manage("shell", "-v", "0", "-c", HALLS)
    return iter(json.loads(printed.splitlines()[-1]))


@pytest.fixture
def hall(halls):
    """An event of its own for each test, before any mark."""
    return next(halls)


@pytest.fixture
def tablet(hall, visitors):
    page = visitors.enter(TABLET)
    page.goto(f"/account/sign-in/?next=/judge/events/{hall['event']}/")
    page.fill("[name=username]", hall["judge"])
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    # The script writes the sheet into the address when it is ready for taps.
    page.wait_for_url(READING)
    return page


class SlowNetwork:
    """Keeps every reading of a sheet waiting until it is let through, or lost."""

    def __init__(self, page):
        self.waiting = []
        self.is_slow = True
        page.route(READING, self.take)

    def take(self, route):
        if self.is_slow:
            self.waiting.append(route)
        else:
            route.continue_()

    def let_through(self):
        self.is_slow = False
        for route in self.waiting:
            route.continue_()

    def lose(self):
        self.is_slow = False
        for route in self.waiting:
            route.abort()


def stored(served, hall):
    event = hall["event"]
    printed = served.manage("shell", "-v", "0", "-c", STORED % (event, event))
    return json.loads(printed.splitlines()[-1])


def choose(page, code):
    page.locator("[data-sheet-link]", has_text=code).click()


def middle_of(page, answer):
    box = page.locator(f'[data-label="J1"] [data-answer="{answer}"]').bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def opened(page, code):
    page.locator(".blind-code", has_text=code).wait_for()
    page.locator('[data-part="sheet"]:not([inert])').wait_for()


def saved(page):
    page.locator("[data-sync-status]", has_text="已保存").wait_for()


def test_taps_and_keys_wait_for_the_work_that_was_chosen(hall, tablet, served):
    network = SlowNetwork(tablet)
    place = middle_of(tablet, "3")

    choose(tablet, "B-002")
    tablet.mouse.click(*place)
    tablet.keyboard.press("2")
    tablet.locator("[data-sync-status]", has_text="正在打开 B-002").wait_for()
    tablet.mouse.click(*place)
    network.let_through()
    opened(tablet, "B-002")
    tablet.mouse.click(*place)
    saved(tablet)

    assert stored(served, hall)["marks"] == [[2, "3"]]


def test_the_last_choice_counts(hall, tablet, served):
    network = SlowNetwork(tablet)
    place = middle_of(tablet, "1")

    choose(tablet, "B-002")
    choose(tablet, "B-003")
    tablet.mouse.click(*place)
    network.let_through()
    opened(tablet, "B-003")
    tablet.mouse.click(*place)
    saved(tablet)

    assert stored(served, hall)["marks"] == [[3, "1"]]


def test_a_work_that_does_not_come_leaves_the_old_one_and_says_so(hall, tablet, served):
    network = SlowNetwork(tablet)

    choose(tablet, "B-002")
    tablet.locator('[data-part="sheet"][inert]').wait_for()
    network.lose()
    tablet.locator("[data-sync-status]", has_text="B-002 未能打开").wait_for()

    assert tablet.locator(".blind-code").inner_text() == "作品 B-001"
    tablet.mouse.click(*middle_of(tablet, "0"))
    saved(tablet)
    assert stored(served, hall)["marks"] == [[1, "0"]]


def test_going_back_without_a_network_does_not_change_the_work_later(
    hall, tablet, served
):
    choose(tablet, "B-002")
    opened(tablet, "B-002")
    network = SlowNetwork(tablet)

    tablet.evaluate("history.back()")
    tablet.locator('[data-part="sheet"][inert]').wait_for()
    network.lose()
    tablet.locator('[data-part="sheet"]:not([inert])').wait_for()
    with tablet.expect_response(READING):
        tablet.mouse.click(*middle_of(tablet, "2"))
    saved(tablet)

    assert tablet.locator(".blind-code").inner_text() == "作品 B-002"
    assert stored(served, hall)["marks"] == [[2, "2"]]


def test_without_a_network_the_page_says_what_waits_and_what_cannot_be(
    hall, tablet, served
):
    waiting = tablet.locator("[data-waiting]")
    assert waiting.is_hidden()

    tablet.context.set_offline(True)
    waiting.get_by_text("此后输入的内容先留在本页").wait_for()
    tablet.mouse.click(*middle_of(tablet, "3"))
    waiting.get_by_text("1 项输入只留在本页，请勿离开或刷新，否则会丢失。").wait_for()
    tablet.get_by_role("link", name="下一份作品").click()
    waiting.get_by_text("B-002 要等恢复连接后才能打开。").wait_for()

    assert tablet.locator("[data-progress-words]").inner_text() == "已评 1 / 2 项"
    assert tablet.locator(".blind-code").inner_text() == "作品 B-001"
    tablet.context.set_offline(False)
    waiting.wait_for(state="hidden")
    tablet.locator("[data-sync-status]", has_text="B-002 未能打开").wait_for()
    assert stored(served, hall)["marks"] == [[1, "3"]]


def test_a_mark_is_cleared_by_touch_and_digits_cover_nothing(hall, tablet, served):
    clear = tablet.locator('[data-label="J1"] [data-clear]')
    assert clear.is_hidden()
    tablet.locator('[data-label="M1"] [data-measure]').click()
    pad = tablet.locator("[data-keypad]").bounding_box()
    card = tablet.locator('[data-label="M1"]').bounding_box()
    footer = tablet.locator(".judge-footer").bounding_box()
    assert card["y"] + card["height"] <= pad["y"]
    assert pad["y"] + pad["height"] <= footer["y"]

    tablet.mouse.click(*middle_of(tablet, "3"))
    saved(tablet)
    clear.click()
    tablet.get_by_role("button", name="撤销").wait_for()
    saved(tablet)

    assert clear.is_hidden()
    assert stored(served, hall)["marks"] == []


def test_what_is_being_typed_stays_with_its_work(hall, tablet, served):
    tablet.locator('[data-label="M1"] [data-measure]').fill("12.5")
    choose(tablet, "B-002")
    opened(tablet, "B-002")
    tablet.locator('[data-label="J1"] [data-note-toggle]').click()
    tablet.locator('[data-label="J1"] [data-note]').fill("划痕")
    tablet.evaluate("history.back()")
    opened(tablet, "B-001")
    saved(tablet)

    assert stored(served, hall) == {"marks": [[1, "12.5"]], "notes": [[2, "划痕"]]}
