"""What every visitor does: sign in, fill in a form, press its button."""

from playwright.sync_api import Page

from tests.journeys.cast import Account


def sign_in(page: Page, account: Account) -> None:
    """Enter through the sign-in page, in Chinese as it comes."""
    page.goto("/account/sign-in/")
    page.fill("[name=username]", account.username)
    page.fill("[name=password]", account.password)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def enter(visitors, size: tuple[int, int], account: Account) -> Page:
    """Let somebody in with a browser of his own, signed in."""
    page = visitors.enter(size)
    sign_in(page, account)
    return page


def fill(page: Page, **values: str) -> None:
    """Fill fields by their names; ``__`` stands for a hyphen."""
    for name, value in values.items():
        page.fill(f"main [name='{name.replace('__', '-')}']", value)


def press(page: Page, label: str) -> None:
    """Press the first button of this exact name and wait for the page after it."""
    button = page.get_by_role("button", name=label, exact=True).first
    with page.expect_navigation():
        button.click()


def follow(page: Page, label: str) -> None:
    """Follow the first link of this exact name."""
    page.get_by_role("link", name=label, exact=True).first.click()


def key_in(url: str, after: str) -> str:
    """Return the key that follows a word in an address."""
    return url.partition(f"/{after}/")[2].partition("/")[0]


def submit(page: Page, form: str) -> None:
    """Press the main button of a form found by a selector."""
    with page.expect_navigation():
        page.locator(f"{form} button[type=submit]").first.click()
