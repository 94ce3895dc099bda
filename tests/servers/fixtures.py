"""The fixtures journeys ask for: the served product, and visitors with browsers."""

import pytest

from tests.servers.browser import Visitors, launch, sync_playwright
from tests.servers.served import serve


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """Serve the product over TCP on a database of its own, for one module."""
    with serve(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="module")
def browser():
    """Open Chromium for one module; longer, and its event loop would disturb others."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture
def visitors(browser, served):
    """Let people in: ``visitors.enter(TABLET)`` returns a page of its own browser."""
    people = Visitors(browser=browser, url=served.url)
    yield people
    people.leave()
