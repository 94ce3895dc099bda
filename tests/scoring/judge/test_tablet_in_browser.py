"""The tablet in real browsers: a panel marks, reveals, scores again and signs."""

import json

import pytest

from tests.servers.browser import PHONE, TABLET, accessibility_violations

pytestmark = pytest.mark.journey

PASSWORD = "correct horse battery"
PIN = "270418"
HALL = f"""
import json
from django.utils import timezone
from people.services.pins import set_pin
from tests.factories import RoleAssignmentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured
one = build_hall(
    judged("2.00", "外观"), judged("1.00", "线缆"), measured("4.00", 1, "级数"),
    measured("2.00", 3, "跳动"), measured("1.00", None, "防护罩"), entries=2,
)
many = build_hall(*[judged("1.00", f"第 {{n}} 项") for n in range(60)])
chief = UserFactory()
names = {{}}
for hall in (one, many):
    RoleAssignmentFactory(user=chief, role__code="chief-judge", event=hall.event)
    for user in (*hall.judges, chief):
        set_pin(user=user, pin="{PIN}", at=timezone.now())
for user in (*one.judges, *many.judges, chief):
    user.set_password("{PASSWORD}")
    user.save(update_fields=["password"])
print(json.dumps({{
    "one": str(one.event.pk), "many": str(many.event.pk), "chief": chief.username,
    "judges": [user.username for user in one.judges],
    "others": [user.username for user in many.judges],
}}))
"""
COUNT = """
import json
from scoring.models import Mark, MarkOperation
of = {"sheet__entry__event": "%s"}
print(json.dumps({
    "marks": Mark.objects.filter(**of).exclude(value="").count(),
    "operations": MarkOperation.objects.filter(event="%s").count(),
}))
"""


@pytest.fixture(scope="module")
def hall(served):
    return json.loads(served.manage("shell", "-v", "0", "-c", HALL).splitlines()[-1])


@pytest.fixture
def enter(visitors):
    def enter(name, address, size=TABLET, **options):
        page = visitors.enter(size, **options)
        page.goto(f"/account/sign-in/?next={address}")
        page.fill("[name=username]", name)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(f"**{address}*")
        return page

    return enter


def stored(served, event):
    printed = served.manage("shell", "-v", "0", "-c", COUNT % (event, event))
    return json.loads(printed.splitlines()[-1])


def tap(page, label, answer):
    button = page.locator(f'[data-label="{label}"] [data-answer="{answer}"]')
    button.click()
    saved(page)


def saved(page):
    page.locator("[data-sync-status]", has_text="已保存").wait_for()


def type_number(page, label, digits):
    page.locator(f'[data-label="{label}"] [data-measure]').click()
    for digit in digits:
        page.locator(f'[data-key="{digit}"]').click()
    page.locator('[data-key="done"]').click()
    saved(page)


def test_a_panel_marks_scores_again_and_signs(hall, enter):
    address = f"/judge/events/{hall['one']}/"
    tablets = [enter(name, address) for name in hall["judges"]]

    for page, value in zip(tablets, ("1", "3", "1"), strict=True):
        tap(page, "J1", value)
    for page in tablets:
        page.get_by_text("三位裁判员 1・3・1，相差大于 1").wait_for()
    for page in tablets:
        tap(page, "J1", "2")
    for page in tablets:
        page.get_by_text("三位裁判员 2・2・2").wait_for()
    for page in tablets:
        tap(page, "J2", "3")

    recorder = tablets[0]
    tap(recorder, "M1", "4")
    type_number(recorder, "M2", "12.5")
    tap(recorder, "M3", "1")
    for page in tablets:
        page.locator(".judge-total", has_text="9.33 / 10.00").wait_for()

    for page in tablets:
        page.goto(f"{address}sign/")
        page.get_by_text("1 份评分表未完成").wait_for()
        page.fill("[name=pin]", PIN)
        page.get_by_role("button", name="签字提交 1 份").click()
        page.get_by_text("回执码").first.wait_for()

    chief = enter(hall["chief"], f"{address}accept/")
    chief.fill("[name=pin]", PIN)
    chief.get_by_role("button", name="确认 1 份").click()
    chief.get_by_text("已确认 1 份评分表").wait_for()
    chief.goto(f"/office/events/{hall['one']}/marking/")
    assert chief.locator(".marking-matrix .pill-ok").count() == 1


def test_sixty_aspects_are_marked_by_taps_alone(hall, enter, served):
    address = f"/judge/events/{hall['many']}/"
    page = enter(hall["others"][0], address)
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))

    for number in range(1, 61):
        page.locator(f'[data-label="J{number}"] [data-answer="2"]').click()
    saved(page)
    page.locator(".judge-progress-words", has_text="已评 60 / 60 项").wait_for()

    assert dialogs == []
    assert page.locator("dialog[open]").count() == 0
    assert stored(served, hall["many"]) == {"marks": 60, "operations": 60}


def test_a_lost_answer_neither_loses_nor_doubles_a_mark(hall, enter, served):
    page = enter(hall["others"][1], f"/judge/events/{hall['many']}/")
    before = stored(served, hall["many"])
    lost = []

    def lose(route):
        if lost:
            route.continue_()
            return
        # The server stores it, but its answer never arrives.
        lost.append(route.fetch())
        route.abort()

    page.route("**/operations", lose)
    page.locator('[data-label="J1"] [data-answer="3"]').click()
    page.locator("[data-sync-status]", has_text="重试中").wait_for()
    saved(page)
    page.locator('[data-label="J1"].is-waiting').wait_for()

    after = stored(served, hall["many"])
    assert len(lost) == 1
    assert after["marks"] == before["marks"] + 1
    assert after["operations"] == before["operations"] + 1


def test_a_keyboard_marks_undoes_and_opens_the_next_work(hall, enter):
    page = enter(hall["judges"][1], f"/judge/events/{hall['one']}/")
    # The script writes the sheet into the address when it is ready for keys.
    page.wait_for_url("**/?sheet=*")
    page.locator("[data-sheet-link]", has_text="A1 装配精度").click()
    page.locator("[data-sheet-link]", has_text="B-002").click()
    page.locator(".blind-code", has_text="B-002").wait_for()
    # Once the first work is signed the page begins at this one, and opens it anew.
    page.locator('[data-part="sheet"]:not([inert])').wait_for()

    page.keyboard.press("2")
    page.locator('[data-label="J1"] [aria-pressed=true][data-answer="2"]').wait_for()
    page.keyboard.press("u")
    page.locator('[data-label="J1"][data-value=""]').wait_for()
    saved(page)
    page.keyboard.press("ArrowLeft")
    page.locator(".blind-code", has_text="B-001").wait_for()


@pytest.mark.parametrize("size", [TABLET, (820, 1180), PHONE])
def test_targets_are_large_and_the_page_is_accessible(hall, enter, size):
    page = enter(hall["others"][2], f"/judge/events/{hall['many']}/", size)

    # The skip link is for keyboards and lies outside the page until it has the focus.
    inside = ":is(.judge-header, .judge-body)"
    targets = page.locator(f"{inside} :is(a, button, summary)").element_handles()
    small = [
        target.inner_text()
        for target in targets
        if target.is_visible() and target.bounding_box()["height"] < 52
    ]

    assert small == []
    assert accessibility_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize("size", [TABLET, (820, 1180), PHONE])
def test_the_current_sheet_is_in_sight_and_taps_move_nothing(hall, enter, size):
    page = enter(hall["others"][2], f"/judge/events/{hall['many']}/", size)
    page.wait_for_url("**/?sheet=*")
    page.locator(".rail [data-sheet-link]", has_text="B1").click()
    page.locator("h1", has_text="传动调试").wait_for()

    for current in page.locator(".rail [aria-current]").element_handles():
        box = current.bounding_box()
        assert 0 <= box["x"] <= size[0] - box["width"]
        assert 0 <= box["y"] <= size[1] - box["height"]

    page.locator(".rail [data-sheet-link]", has_text="A1").click()
    page.locator("h1", has_text="装配精度").wait_for()
    tap(page, "J1", "1")
    undo = page.locator("[data-undo]")
    assert page.evaluate("scrollY") == 0
    assert undo.evaluate("bar => bar.closest('footer') !== null")
    undo.get_by_role("button").click()
    page.locator('[data-label="J1"][data-value=""]').wait_for()
    saved(page)
