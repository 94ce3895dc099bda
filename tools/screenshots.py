"""Takes the screenshots of the README from a served demo.

Start the demo with ``make run``, then ``python -m tools.screenshots [ADDRESS]``.
"""

import io
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools import chromium

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
PASSWORD = "yuejiang-demo"  # noqa: S105  # the demo's, printed at every start
COLOURS = 192
DESKTOP, TABLET, PHONE = (1440, 900), (1180, 820), (390, 844)


def main(address: str) -> None:
    """Take every picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    shots: dict[str, tuple[tuple[int, int], Callable[[Page], None]]] = {
        "organiser": (DESKTOP, organiser),
        "judge": (TABLET, judge),
        "board": (DESKTOP, board),
        "verify": (PHONE, verify),
    }
    with sync_playwright() as playwright:
        path = chromium.find()
        if path is None:
            raise SystemExit(chromium.ADVICE)
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"]
        )
        for name, (size, visit) in shots.items():
            take(browser, address, name, size, visit)
        browser.close()


def take(
    browser: Browser,
    address: str,
    name: str,
    size: tuple[int, int],
    visit: Callable[[Page], None],
) -> None:
    """Visit a page with a window of this size and keep its picture, made small."""
    width, height = size
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        locale="zh-CN",
    )
    page = context.new_page()
    visit(page)
    page.wait_for_load_state("load")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    file = FOLDER / f"{name}.png"
    picture.quantize(COLOURS).save(file, optimize=True)
    print(f"{file.name} {file.stat().st_size // 1024} KB")
    context.close()


def organiser(page: Page) -> None:
    """Open the competition that is being marked now."""
    sign_in(page, "officer")
    page.goto("/office/competitions/?state=marking")
    page.locator("tbody a[href*='/office/competitions/']").first.click()
    page.locator(".state-strip").wait_for()


def judge(page: Page) -> None:
    """Open a judge's tablet."""
    sign_in(page, "judge1")
    page.goto("/judge/")
    page.locator("main a[href^='/judge/events/']").first.click()
    page.locator("[data-sheet]").wait_for()


def board(page: Page) -> None:
    """Open the board of the event that is being marked, as on a wall."""
    page.goto("/")
    address = page.locator("main a[href^='/boards/']").first.get_attribute("href")
    page.goto(f"{address}?view=wall")
    page.locator(".board-row").first.wait_for()


def verify(page: Page) -> None:
    """Check the winner's certificate, as anybody may."""
    sign_in(page, "officer")
    page.goto("/office/certificates/")
    page.locator("tbody a").first.click()
    page.goto(page.locator("main a[href*='/v/']").first.get_attribute("href") or "/v/")
    page.locator("main dl.facts").wait_for()


def sign_in(page: Page, username: str) -> None:
    """Sign in with an account of the demo."""
    page.goto("/account/sign-in/")
    page.fill("[name=username]", username)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000")
