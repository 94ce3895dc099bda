"""Opens the store, sets Django up on it, and offers the fixtures of the suite."""

import os

import django
import hypothesis
import pytest
from django.conf import settings
from django.utils import translation

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


@pytest.fixture(autouse=True)
def default_language():
    """Begin in Chinese: a page asked for in English leaves its language behind."""
    translation.activate(settings.LANGUAGE_CODE)


def pytest_unconfigure():
    """Stop the servers of this run."""
    store.close()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Give every test that commits the rows of the data migrations again.

    Districts, roles and sample policies are gone after a flush. All such tests must
    do so: one that does not would leave content types in the way of the next.
    """
    for item in items:
        marker = item.get_closest_marker("django_db")
        commits = marker is not None and marker.kwargs.get("transaction")
        if commits or "transactional_db" in item.fixturenames:
            mark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
            item.add_marker(mark, append=False)
