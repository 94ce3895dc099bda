"""Checking stored streams: tampering in the database names the first bad event."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from audit import queries
from audit.models import AuditEvent, AuditStream
from audit.services import Fact, record_many

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


@pytest.fixture
def stream() -> str:
    facts = [
        Fact(
            actor="user:1",
            action="mark.entered",
            object_id=f"sheet:{number % 2}",
            payload={"value": f"{number}.00"},
            at=AT + timedelta(minutes=number),
        )
        for number in range(1, 8)
    ]
    record_many(stream="event:1", facts=facts)
    return "event:1"


def event(seq: int):
    return AuditEvent.objects.filter(seq=seq)


def test_chunks_do_not_show(stream, monkeypatch):
    monkeypatch.setattr(queries, "CHUNK", 3)
    assert queries.verify_stream(stream) is None


@pytest.mark.parametrize(
    "change",
    [
        {"payload": {"value": "4.01"}},
        {"actor": "user:2"},
        {"at": AT},
        {"object_id": "sheet:9"},
        {"prev_hash": "0" * 64},
        {"hash": "0" * 64},
    ],
)
def test_changed_column_names_its_event(stream, change):
    event(4).update(**change)
    assert queries.verify_stream(stream) == 4


@pytest.mark.parametrize("seq", [1, 4, 7])
def test_deleted_event_is_named(stream, seq):
    event(seq).delete()
    assert queries.verify_stream(stream) == seq


def test_event_appended_beside_the_head_is_named(stream):
    AuditStream.objects.filter(name=stream).update(
        seq=6, hash=AuditEvent.objects.get(seq=6).hash
    )
    assert queries.verify_stream(stream) == 7


def test_emptied_stream_is_named(stream):
    AuditEvent.objects.all().delete()
    assert queries.verify_stream(stream) == 1


def test_command_is_silent_about_numbers_when_all_holds(stream, capsys):
    call_command("verify_audit")
    assert capsys.readouterr().out == "event:1: every event holds.\n"


def test_command_names_the_first_bad_event(stream):
    event(4).update(actor="user:2")
    with pytest.raises(CommandError) as failure:
        call_command("verify_audit", stream=stream)
    assert str(failure.value) == "Stream event:1 is broken at number 4."
    assert failure.value.returncode == 1


def test_command_says_when_there_is_no_such_stream(stream):
    with pytest.raises(CommandError, match=r"There is no stream named event:2\."):
        call_command("verify_audit", stream="event:2")


def test_latest_reads_several_streams_in_one_statement(
    stream, django_assert_num_queries
):
    fact = Fact(actor="x", action="x", object_id="x", at=AT + timedelta(hours=1))
    record_many(stream="event:2", facts=[fact])
    with django_assert_num_queries(1):
        events = queries.latest(["event:1", "event:2"], 3)
    found = [(event.stream_id, event.seq) for event in events]
    assert found == [("event:2", 1), ("event:1", 7), ("event:1", 6)]


def test_what_happened_to_one_object_comes_in_order(stream):
    assert [event.seq for event in queries.of_object("sheet:1")] == [1, 3, 5, 7]
