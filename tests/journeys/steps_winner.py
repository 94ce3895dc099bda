"""After the result: prizes, a title by decision, the certificate and its holder."""

import re
from io import BytesIO

from playwright.sync_api import Page
from pypdf import PdfReader

from tests.journeys.cast import Account, Competitor, Story
from tests.journeys.walking import fill, submit

POLICY = "小赛项奖励办法"
DECISION = "绍人社发〔2026〕88号"


def write_policy(page: Page) -> None:
    """Write a policy for small events after a sample; it holds for every event."""
    page.goto("/office/policies/")
    page.locator("tbody a").first.click()
    page.wait_for_url("**/office/policies/*-*/")
    page.goto(f"{page.url}edit/")
    fill(
        page,
        name=POLICY,
        document_number="绍人社发〔2026〕12号",
        titles__0__minimum_participants="2",
    )
    page.select_option("main [name=status]", index=1)
    submit(page, "main form.form")


def follow_policy(page: Page, story: Story) -> None:
    """Let the event follow that policy."""
    page.goto(f"/office/events/{story.event_id}/awards/")
    choices = page.locator("form.policy-choice option", has_text=POLICY)
    value = choices.first.get_attribute("value")
    page.select_option("form.policy-choice [name=policy]", value)
    submit(page, "form.policy-choice")


def make_awards(page: Page, story: Story) -> None:
    """Give the awards the policy gives, and issue their certificates."""
    page.goto(f"/office/events/{story.event_id}/awards/make/")
    submit(page, "main form.form")
    page.goto(f"/office/events/{story.event_id}/certificates/issue/")
    fill_date(page)
    submit(page, "main form[method=post]")


def grant_title(page: Page, winner: Competitor) -> None:
    """Grant the title to the winner by a recorded decision, with its certificate."""
    page.goto("/office/titles/?state=eligible")
    row = page.locator("tbody tr", has_text=winner.name)
    row.locator("input[type=checkbox]").check()
    submit(page, "#grant")
    fill(page, document_number=DECISION, document_title="关于授予技能称号的决定")
    fill_date(page)
    submit(page, "main form.form")
    page.goto("/office/titles/certificates/")
    fill_date(page)
    submit(page, "main form[method=post]")


def revoke_title(page: Page, winner: Competitor) -> None:
    """Revoke the title with a reason."""
    page.goto("/office/titles/?state=granted")
    row = page.locator("tbody tr", has_text=winner.name)
    row.locator("a[href*='/revoke/']").click()
    page.wait_for_url("**/revoke/")
    fill(page, reason="申报材料不实")
    fill_date(page)
    submit(page, "main form[method=post]")


def open_own_account(page: Page, winner: Competitor) -> Account:
    """Open the winner's account, bound to the person by the identity number."""
    account = Account(name=winner.name, username="winner")
    page.goto("/office/roles/accounts/new/")
    fill(
        page,
        name=winner.name,
        username=account.username,
        identity_number=winner.identity_number,
    )
    submit(page, "main form.form")
    account.password = page.locator("main .copyable code").inner_text()
    return account


def download_all(page: Page) -> dict[str, str]:
    """Return the text of every certificate on one's own page, by its number."""
    page.goto("/me/")
    found = {}
    for link in page.locator("a[href$='.pdf']").all():
        number = link.locator(".visually-hidden").inner_text().strip()
        answer = page.request.get(link.get_attribute("href"))
        assert answer.headers["content-type"] == "application/pdf"
        found[number] = text_of(answer.body())
    return found


def text_of(pdf: bytes) -> str:
    """Return what a reader copies out of a PDF, without the spaces of its layout."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return re.sub(r"\s+", "", "".join(pages))


def verify(page: Page, number: str, name: str) -> str:
    """Check a certificate as anybody may: by number and name; return the answer."""
    page.goto("/v/")
    fill(page, number=number, name=name)
    submit(page, "main form")
    return page.locator("main").inner_text()


def dossier(page: Page, winner: Competitor) -> str:
    """Return what stands in the winner's dossier."""
    page.goto(f"/office/people/?q={winner.name}")
    page.locator("tbody a", has_text=winner.name).first.click()
    page.wait_for_url(lambda url: "/people/0" in url)
    return page.locator("main").inner_text()


def fill_date(page: Page) -> None:
    """Give today as the date of a form that asks for one and proposes none."""
    for field in page.locator("main input[type=date]").all():
        if not field.input_value():
            field.fill("2026-12-05")


def titles_of_the_year(page: Page) -> int:
    """Return how many titles count on this year's targets."""
    page.goto("/office/")
    text = page.locator("main").inner_text()
    return int(re.findall(r"绍兴市技术能手\s+(\d+)", text)[0])
