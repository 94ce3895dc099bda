"""The store behind the tests is the one a run was asked for, tuned as served."""

import os

import pytest
from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.core.cache import cache
from django.db import connection


@pytest.fixture
def store():
    return os.environ["TEST_STORE"]


@pytest.mark.django_db
def test_the_database_is_the_one_asked_for(store):
    expected = {"sqlite": "sqlite", "postgres": "postgresql"}

    assert connection.vendor == expected[store]


@pytest.mark.django_db(transaction=True)
def test_sqlite_queues_writers_and_survives_a_power_cut():
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        answers = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }

    assert answers == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert connection.transaction_mode == "IMMEDIATE"


def test_messages_pass_the_channel_layer():
    layer = get_channel_layer()

    async def send_and_receive():
        await layer.send("probe", {"type": "probe.sent"})
        return await layer.receive("probe")

    assert async_to_sync(send_and_receive)() == {"type": "probe.sent"}


def test_the_cache_keeps_what_it_is_given():
    cache.set("probe", "越匠")

    assert cache.get("probe") == "越匠"
