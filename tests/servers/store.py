"""Chooses what the tests keep their data in, before Django reads its settings.

``TEST_STORE=sqlite`` (the default) is the embedded size; ``postgres`` starts a real
PostgreSQL and a real Redis-compatible server, once for all workers of a run. A given
``TEST_DATABASE_URL`` or ``TEST_REDIS_URL`` is used instead of starting one.
"""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.servers.postgresql import postgresql
from tests.servers.valkey import valkey


def open_store() -> ExitStack:
    """Start what the run needs; return what to close at its end.

    The addresses go to the environment, where the workers of the run find them.
    """
    resources = ExitStack()
    os.environ["YUEJIANG_ENV"] = "test"
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        _start(resources)
    elif redis_url := os.environ["REDIS_URL"]:
        # Workers share the server, never its keys.
        os.environ["REDIS_URL"] = f"{redis_url}/{int(worker.removeprefix('gw')) + 1}"
    return resources


def _start(resources: ExitStack) -> None:
    folder = Path(_temporary_folder(resources))
    os.environ["VAR_DIR"] = str(folder)
    store = os.environ.setdefault("TEST_STORE", "sqlite")
    if store == "sqlite":
        os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'yuejiang.sqlite3'}"
        os.environ["REDIS_URL"] = ""
    elif store == "postgres":
        os.environ["DATABASE_URL"] = _given("TEST_DATABASE_URL") or (
            resources.enter_context(postgresql(folder))
        )
        os.environ["REDIS_URL"] = _given("TEST_REDIS_URL") or (
            resources.enter_context(valkey(folder))
        )
    else:
        raise pytest.UsageError(f"TEST_STORE is {store!r}; use sqlite or postgres.")


def _temporary_folder(resources: ExitStack) -> str:
    made = tempfile.TemporaryDirectory(prefix="yuejiang-", ignore_cleanup_errors=True)
    return resources.enter_context(made)


def _given(name: str) -> str:
    return os.environ.get(name, "").rstrip("/")
