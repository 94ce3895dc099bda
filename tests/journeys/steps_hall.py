"""The hall: what the board shows on the wall and on phones, without being reloaded."""

from playwright.sync_api import Page

from tests.journeys.cast import Story
from tests.journeys.walking import submit


def show_board(page: Page, story: Story, state: str) -> None:
    """Let the board show something else from now on."""
    page.goto(f"/office/events/{story.event_id}/board/")
    page.check(f"main [name=state][value={state}]")
    submit(page, "main form.card")


def watch(page: Page, story: Story, *, on_wall: bool) -> None:
    """Open the board, and mark the page so that a reload would be noticed."""
    view = "?view=wall" if on_wall else ""
    page.goto(f"/boards/{story.event_id}/{view}")
    page.evaluate("window.isSamePage = true")


def totals(page: Page) -> list[str]:
    """Return the totals as they stand, from the first place down."""
    return page.locator(".board-row .board-total").all_inner_texts()


def wait_for_totals(page: Page, expected: list[str]) -> None:
    """Wait until the board shows these totals, pushed to it and not reloaded."""
    page.wait_for_function(
        """expected => JSON.stringify(expected) === JSON.stringify(
            [...document.querySelectorAll(".board-row .board-total")]
              .map((each) => each.textContent.trim()))""",
        arg=expected,
    )
    assert page.evaluate("window.isSamePage") is True


def wait_for_state(page: Page, words: str) -> None:
    """Wait until the board says in words what it shows; nobody touches the page."""
    page.locator("[data-board-state]", has_text=words).wait_for()
