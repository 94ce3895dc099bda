"""Boards in a real browser: pages on the wall, and frames that never arrived."""

import json
import os

import pytest

from tests.servers.browser import DESKTOP, PHONE

pytestmark = pytest.mark.journey

WALL = (1920, 1080)

SHOW = """
from live.enums import BoardState
from live.services.boards import set_board
from tests.factories import NOW, EntryFactory, EntryMemberFactory
from tests.live.conftest import Hall
hall = Hall()
for number in range(3, 21):
    entry = EntryFactory(event=hall.event, number=number)
    EntryMemberFactory(entry=entry, person__name=f"选手{number}")
    hall.entries.append(entry)
hall.mark(hall.theory, *(str(100 - each) for each in range(20)))
set_board(event=hall.event, state=BoardState.LIVE, by=hall.officer, at=NOW)
print(f"event={hall.event.pk}")
"""

HIDE = """
from competitions.models import Event
from live.enums import BoardState
from live.services.boards import set_board
from people.models import User
from tests.factories import NOW
event = Event.objects.get(pk="{event}")
by = User.objects.order_by("pk")[0]
set_board(event=event, state=BoardState.PROGRESS, by=by, at=NOW)
"""


@pytest.fixture(scope="module")
def event(served):
    printed = served.manage("shell", "--verbosity", "0", "-c", SHOW)
    return printed.rpartition("event=")[2].strip()


def ranks(page):
    return page.locator(".board-row:visible .board-rank").all_inner_texts()


def test_the_wall_shows_as_many_rows_as_fit_and_turns_its_pages(event, visitors):
    page = visitors.enter(DESKTOP)
    page.goto(f"/boards/{event}/?view=wall")
    on_first = ranks(page)
    assert on_first == [str(each) for each in range(1, len(on_first) + 1)]
    assert len(on_first) < 20

    page.keyboard.press("ArrowRight")
    assert ranks(page)[0] == str(len(on_first) + 1)
    page.keyboard.press("ArrowLeft")
    page.set_viewport_size({"width": 1440, "height": 600})
    page.wait_for_function(
        "most => document.querySelectorAll('.board-row:not([hidden])').length < most",
        arg=len(on_first),
    )

    shown = ranks(page)
    words = page.locator("[data-board-page]").inner_text()
    assert words == f"第 1–{len(shown)} 名，共 20 名"


def test_a_projector_shows_eight_places_and_the_whole_code(event, visitors):
    page = visitors.enter(WALL)
    page.goto(f"/boards/{event}/?view=wall")

    code = page.locator(".board-scan svg").bounding_box()

    assert ranks(page) == [str(each) for each in range(1, 9)]
    last = page.locator(".board-row:visible").last.bounding_box()
    assert last["y"] + last["height"] < code["y"]
    assert code["y"] + code["height"] < WALL[1]


def test_a_paused_wall_says_so_in_words(event, visitors):
    page = visitors.enter(WALL)
    page.goto(f"/boards/{event}/?view=wall")
    sign = page.locator("[data-board-paused]")
    assert not sign.is_visible()

    page.keyboard.press(" ")
    assert sign.inner_text().strip() == "已暂停"

    page.keyboard.press(" ")
    assert not sign.is_visible()


def test_a_wall_without_scripts_shows_every_row_by_scrolling(event, visitors):
    page = visitors.enter(WALL, java_script_enabled=False)
    page.goto(f"/boards/{event}/?view=wall")

    last = page.locator(".board-row").last
    last.scroll_into_view_if_needed()

    assert last.bounding_box()["y"] < WALL[1]


def test_the_state_reads_alike_before_and_after_the_first_frame(event, visitors):
    still = visitors.enter(PHONE, java_script_enabled=False)
    still.goto(f"/boards/{event}/")
    moving = visitors.enter(PHONE)
    moving.goto(f"/boards/{event}/")
    words = moving.locator("[data-board-state] > span")
    moving.wait_for_function(
        "!document.querySelector('[data-board-state] time')", timeout=10_000
    )

    painted = still.locator("[data-board-state] > span").inner_text()

    assert words.inner_text() == painted.strip()
    assert painted.strip().startswith("实时·未确认・已评 20 / 40 项・截至 ")


def test_a_phone_scrolls_through_everybody(event, visitors):
    page = visitors.enter(PHONE)
    page.goto(f"/boards/{event}/")

    assert len(ranks(page)) == 20


def test_a_missed_frame_leads_to_a_re_read(event, visitors):
    page = visitors.enter(PHONE)
    sockets = []

    def keep(socket):
        sockets.append(socket)

    page.route_web_socket("**/ws/boards/**", keep)
    page.goto(f"/boards/{event}/")
    page.wait_for_function("document.querySelector('[data-board]') !== null")
    version = int(page.locator("[data-board]").get_attribute("data-version"))

    with page.expect_response("**/state.json") as caught:
        sockets[0].send(json.dumps({"version": version + 2, "rows": []}))

    assert caught.value.json()["version"] == version
    assert len(ranks(page)) == 20


# One process is the size of SQLite; with Redis there may be many.
if os.environ["REDIS_URL"]:

    def test_a_change_in_another_process_reaches_the_viewer(event, served, visitors):
        page = visitors.enter(PHONE)
        page.goto(f"/boards/{event}/")
        page.locator(".board-row").first.wait_for()

        served.manage("shell", "--verbosity", "0", "-c", HIDE.format(event=event))

        page.locator("[data-progress]").wait_for()
