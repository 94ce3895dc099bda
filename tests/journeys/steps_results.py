"""The result: prepared by one person, checked by another, published for everybody."""

from playwright.sync_api import Page

from tests.journeys.cast import Story
from tests.journeys.walking import key_in, submit


def prepare(page: Page, story: Story) -> None:
    """Work the result out of the locked marks."""
    page.goto(f"/office/events/{story.event_id}/results/")
    submit(page, "form[action$='/results/prepare/']")
    story.places["result"] = key_in(page.url, "results")


def check(page: Page, story: Story) -> None:
    """Confirm the result, as somebody who did not prepare it."""
    page.goto(f"/office/results/{story.places['result']}/check/")
    submit(page, "main form[method=post]")


def publish(page: Page, story: Story) -> None:
    """Publish the checked result."""
    page.goto(f"/office/results/{story.places['result']}/publish/")
    submit(page, "main form[method=post]")


def published_rows(page: Page, story: Story) -> list[tuple[str, str, str]]:
    """Return rank, name and total of every row of the public page."""
    page.goto(f"/events/{story.event_id}/results/")
    rows = [
        row.locator("td").all_inner_texts() for row in page.locator("tbody tr").all()
    ]
    return [(cells[0].strip(), cells[1], cells[-1].strip()) for cells in rows]
