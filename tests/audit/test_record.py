"""Appending to streams: inside a transaction, gapless, whoever comes first."""

import threading
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import connection, transaction

from audit import queries
from audit.models import AuditEvent, AuditStream
from audit.services import Fact, OutsideTransaction, record, record_many

AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


def happened(stream: str = "event:1") -> AuditEvent:
    return record(
        stream=stream,
        actor="user:1",
        action="entry.approved",
        object_id="entry:1",
        payload={"mark": Decimal("7.50"), "name": '<b>=HYPERLINK("x")</b> 𬭎'},
        at=AT,
    )


@pytest.mark.django_db
def test_events_of_a_stream_are_numbered_and_chained():
    first, second = happened(), happened()
    head = AuditStream.objects.get(name="event:1")
    assert [first.seq, second.seq, head.seq] == [1, 2, 2]
    assert second.prev_hash == first.hash
    assert head.hash == second.hash


@pytest.mark.django_db
def test_streams_are_numbered_apart():
    assert [happened("event:1").seq, happened("event:2").seq] == [1, 1]


@pytest.mark.django_db
def test_event_reads_back_as_it_was_written():
    event = happened()
    stored = AuditEvent.objects.get(pk=event.pk)
    assert stored.payload == {"mark": "7.50", "name": '<b>=HYPERLINK("x")</b> 𬭎'}
    assert stored.at == AT
    assert queries.verify_stream("event:1") is None


@pytest.mark.django_db
def test_batch_keeps_the_order_and_a_fixed_number_of_statements(
    django_assert_num_queries,
):
    happened()
    facts = [
        Fact(actor="user:1", action="x", object_id=f"entry:{number}", at=AT)
        for number in range(30)
    ]
    with django_assert_num_queries(3):  # lock the head, insert, move the head
        events = record_many(stream="event:1", facts=facts)
    assert [event.seq for event in events] == list(range(2, 32))
    assert [event.object_id for event in events] == [fact.object_id for fact in facts]
    assert queries.verify_stream("event:1") is None


@pytest.mark.django_db(transaction=True)
def test_event_outside_a_transaction_is_refused():
    with pytest.raises(OutsideTransaction):
        happened()
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_event_vanishes_with_the_transaction_it_tells_of():
    with transaction.atomic():
        happened()
    with transaction.atomic():
        happened()
        transaction.set_rollback(True)
    assert AuditStream.objects.get(name="event:1").seq == 1
    assert queries.verify_stream("event:1") is None


@pytest.mark.django_db(transaction=True)
def test_events_recorded_at_once_leave_no_gap():
    def append() -> None:
        try:
            for _turn in range(5):
                with transaction.atomic():
                    happened("event:9")
        finally:
            connection.close()

    threads = [threading.Thread(target=append) for _each in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = AuditEvent.objects.order_by("seq").values_list("seq", flat=True)
    assert list(numbers) == list(range(1, 41))
    assert queries.verify_stream("event:9") is None
