"""What judges do on their tablets: set a PIN, mark, score again, sign, accept."""

from playwright.sync_api import Page

from tests.journeys.cast import PIN, Account, Story
from tests.journeys.expected import Marks, find_marks
from tests.journeys.walking import submit

STORED = 200


def set_pin(page: Page, account: Account) -> None:
    """Set the six digits to sign with, by the password of the account."""
    page.goto("/judge/pin/")
    own, pin, again = page.locator(
        "main form.form input[maxlength], main form.form input[type=password]"
    ).all()
    own.fill(account.password)
    pin.fill(PIN)
    again.fill(PIN)
    submit(page, "main form.form")
    page.wait_for_url(lambda url: "/pin/" not in url)


def assign_marks(page: Page, story: Story) -> dict[str, Marks]:
    """Decide what the judges will find on each sheet of the rail, by its address."""
    page.goto(f"/judge/events/{story.event_id}/")
    links = page.locator("[data-part=rail] ul").nth(1).locator("a").all()
    found = find_marks(story.random, len(links))
    sheets = [link.get_attribute("href") for link in links]
    return dict(zip(sheets, found, strict=True))


def open_sheet(page: Page, story: Story, sheet: str) -> None:
    """Open one sheet of the tablet."""
    page.goto(f"/judge/events/{story.event_id}/{sheet}")


def judge(page: Page, score: int) -> None:
    """Tap a step of the ladder and see it stored."""
    _tap(page, f"[data-input=ladder] [data-answer='{score}']")


def measure(page: Page, marks: Marks) -> None:
    """Tap what was measured: the yes or no, then the count."""
    yes_no = page.locator("[data-input=yes_no] [data-answer]")
    answer = yes_no.nth(0 if marks.yes else 1).get_attribute("data-answer")
    _tap(page, f"[data-input=yes_no] [data-answer='{answer}']")
    _tap(page, f"[data-input=count] [data-answer='{marks.count}']")


def mark_everything(judges: list[Page], story: Story, sheets: dict[str, Marks]) -> None:
    """Let every judge score every sheet, the recorder also enter the measurements."""
    for sheet, marks in sheets.items():
        for seat, page in enumerate(judges):
            open_sheet(page, story, sheet)
            judge(page, marks.first[seat])
            if seat == 0:
                measure(page, marks)
        if marks.first != marks.scores:
            rescore(judges, story, sheet, marks)


def rescore(judges: list[Page], story: Story, sheet: str, marks: Marks) -> None:
    """Score again where the first scores lay too far apart."""
    for seat, page in enumerate(judges):
        open_sheet(page, story, sheet)
        page.locator("[data-input=ladder] .aspect-alert").wait_for()
        judge(page, marks.scores[seat])


def sign(page: Page, story: Story) -> None:
    """Sign the whole list with one PIN."""
    _sign_list(page, f"/judge/events/{story.event_id}/sign/")


def accept(page: Page, story: Story) -> None:
    """Accept everything that is signed, as the chief judge."""
    _sign_list(page, f"/judge/events/{story.event_id}/accept/")


def lock(page: Page, story: Story) -> None:
    """Lock the marks of the event: nothing changes any more."""
    page.goto(f"/office/events/{story.event_id}/marking/lock/")
    submit(page, "main form")
    assert page.url.endswith("/marking/")


def _sign_list(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("form.signature input[name=pin]").fill(PIN)
    submit(page, "form.signature")


def _tap(page: Page, answer: str) -> None:
    with page.expect_response("**/operations") as caught:
        page.locator(answer).click()
    statuses = [each["status"] for each in caught.value.json()["answers"]]
    assert statuses == [STORED], caught.value.json()
