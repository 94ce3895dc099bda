"""Opens the store, sets Django up on it, and offers the fixtures of the suite."""

import os

import django
import hypothesis

from tests.servers.store import open_store

store = open_store()
os.environ["DJANGO_SETTINGS_MODULE"] = "yuejiang.settings"
django.setup()

from tests.servers.fixtures import browser, served, visitors  # noqa: E402

__all__ = ["browser", "served", "visitors"]

# Timing never decides a test; in CI every run tries the same examples.
hypothesis.settings.register_profile(
    "yuejiang", deadline=None, derandomize=bool(os.environ.get("CI"))
)
hypothesis.settings.load_profile("yuejiang")


def pytest_unconfigure():
    """Stop the servers of this run."""
    store.close()
