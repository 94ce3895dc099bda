"""Many tablets at once: no mark is lost, none counts twice, the order has no gap."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from audit.models import AuditEvent
from scoring.models import Mark, MarkOperation, Reveal, Tally
from tests.scoring.halls import build_hall, judged, measured

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integrity]

THREADS = 50


def at_once(tasks):
    """Run every task in a thread of its own, all released together."""
    gate = Barrier(len(tasks))

    def run(task):
        gate.wait()
        try:
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return [each.result() for each in [pool.submit(run, task) for task in tasks]]


def sequences(hall):
    return list(
        MarkOperation.objects.filter(event=hall.event)
        .order_by("server_seq")
        .values_list("server_seq", flat=True)
    )


def test_the_same_operation_from_fifty_threads_is_stored_once():
    hall = build_hall(judged("3.00"))
    operation = hall.operation("2")

    answers = at_once([lambda: hall.send(1, operation)[0]] * THREADS)

    assert Counter(answer.status for answer in answers) == {200: THREADS}
    assert Counter(answer.replayed for answer in answers) == {False: 1, True: 49}
    assert {answer.server_seq for answer in answers} == {1}
    assert MarkOperation.objects.count() == Mark.objects.get().version == 1


def test_the_same_id_with_two_bodies_has_one_winner():
    hall = build_hall(judged("3.00"))
    one = hall.operation("2")
    other = hall.operation("3", op_id=one.op_id)

    answers = at_once(
        [lambda body=body: hall.send(1, body)[0] for body in [one, other] * 25]
    )

    assert Counter(answer.status for answer in answers) == {200: 25, 422: 25}
    assert MarkOperation.objects.count() == Mark.objects.get().version == 1


def test_different_operations_from_fifty_threads_are_all_stored():
    hall = build_hall(*[judged("1.00") for _ in range(4)], judges=5, entries=3)
    batches = [
        (seat, hall.operation("2", position=position, entry=entry))
        for seat in range(1, 6)
        for position in range(1, 5)
        for entry in range(3)
    ][:THREADS]

    at_once([lambda seat=seat, op=op: hall.send(seat, op, op) for seat, op in batches])

    assert Mark.objects.count() == MarkOperation.objects.count() == THREADS
    assert sequences(hall) == list(range(1, THREADS + 1))
    # Every aspect that all five judges have entered is revealed, exactly once.
    entered = Counter(Mark.objects.values_list("sheet", "aspect"))
    complete = {place for place, judges in entered.items() if judges == 5}
    revealed = Counter(Reveal.objects.values_list("sheet", "aspect"))
    assert revealed == dict.fromkeys(complete, 1)
    seqs = AuditEvent.objects.filter(stream=f"event:{hall.event.pk}").order_by("seq")
    assert list(seqs.values_list("seq", flat=True)) == list(range(1, seqs.count() + 1))


def test_of_two_tablets_with_the_same_base_one_wins_and_the_other_is_told():
    hall = build_hall(measured("10.00", calculation=2))
    tried = [f"{value}.25" for value in range(8)]

    answers = at_once(
        [
            lambda op=op: hall.send(1, op)[0]
            for op in [hall.operation(value) for value in tried]
        ]
    )

    assert Counter(answer.status for answer in answers) == {200: 1, 409: 7}
    winner = next(answer for answer in answers if answer.status == 200)
    assert Mark.objects.get().value == winner.value
    for loser in (answer for answer in answers if answer.status == 409):
        assert loser.current["stored"] == winner.value
    assert Tally.objects.get().total == Decimal(winner.value)
    assert sequences(hall) == list(range(1, 9))
