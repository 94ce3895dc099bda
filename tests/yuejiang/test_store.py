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


def sqlite_settings():
    with connection.cursor() as cursor:
        answers = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    options = connection.settings_dict["OPTIONS"]
    return {**answers, "transaction_mode": options["transaction_mode"]}


def postgresql_settings():
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        return {"synchronous_commit": cursor.fetchone()[0]}


@pytest.mark.django_db(transaction=True)
def test_writers_queue_and_commits_survive_a_power_cut(store):
    ask, expected = {
        "sqlite": (
            sqlite_settings,
            {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "transaction_mode": "IMMEDIATE",
            },
        ),
        "postgres": (postgresql_settings, {"synchronous_commit": "on"}),
    }[store]

    assert ask() == expected


def test_messages_pass_the_channel_layer():
    layer = get_channel_layer()

    async def send_and_receive():
        await layer.send("probe", {"type": "probe.sent"})
        return await layer.receive("probe")

    assert async_to_sync(send_and_receive)() == {"type": "probe.sent"}


def test_the_cache_keeps_what_it_is_given():
    cache.set("probe", "越匠")

    assert cache.get("probe") == "越匠"
