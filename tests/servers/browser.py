"""Chromium, and the people who use it: one context each, every complaint counted."""

import os
from dataclasses import dataclass, field

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)

from tools import chromium, prepare

PHONE = (390, 844)
TABLET = (1180, 820)
DESKTOP = (1440, 900)
AXE = prepare.ROOT / "vendor" / "axe" / "axe.min.js"


def launch(playwright) -> Browser:
    """Open the Chromium of this machine; a missing one fails the test."""
    path = chromium.find()
    assert path, chromium.ADVICE
    root_needs = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=root_needs)


@dataclass
class Visitors:
    """Makes people with browsers of their own, and hears what goes wrong in them."""

    browser: Browser
    url: str
    contexts: list[BrowserContext] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def enter(self, size: tuple[int, int] = DESKTOP, **options) -> Page:
        """Return the first page of a new visitor with a window of this size."""
        width, height = size
        context = self.browser.new_context(
            base_url=self.url,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            **options,
        )
        self.contexts.append(context)
        context.on("page", self._listen)
        return context.new_page()

    def leave(self) -> None:
        """Close every window, then fail when any page complained."""
        for context in self.contexts:
            context.close()
        assert self.complaints == []

    def _listen(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        # The answer itself is judged by its status below.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(f"console: {message.text}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.complaints.append(f"{response.status}: {response.url}")


def accessibility_violations(page: Page) -> list[str]:
    """Return what axe finds wrong on the page, one line per rule and place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['target']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


__all__ = [
    "DESKTOP",
    "PHONE",
    "TABLET",
    "Visitors",
    "accessibility_violations",
    "launch",
    "sync_playwright",
]
