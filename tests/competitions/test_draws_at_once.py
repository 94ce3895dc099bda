"""Draws at the same moment: one commits, one draws, the others read a sentence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from competitions.models import BlindCode, Draw
from competitions.services.draws import (
    DrawNotCommitted,
    DrawStands,
    commit_draw,
    run_draw,
)
from tests.competitions.appointing import event_with_entries
from tests.factories import NOW, UserFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integrity]
THREADS = 8


def at_once(act):
    """Run an act in many threads released together; return what each came to."""
    gate = Barrier(THREADS)

    def run(number):
        gate.wait()
        try:
            return act(number)
        except (DrawStands, DrawNotCommitted) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(run, range(THREADS)))


def test_one_of_many_commitments_stands():
    event, by = event_with_entries(3), UserFactory()

    def commit(number):
        return commit_draw(
            event=event,
            kind="entry_number",
            public_value_source=f"公开数值{number}",
            by=by,
            at=NOW,
        )

    ends = at_once(commit)

    assert ends.count(DrawStands) == THREADS - 1
    assert Draw.objects.count() == 1


def test_one_of_many_public_values_decides():
    event, by = event_with_entries(3), UserFactory()
    draw = commit_draw(
        event=event, kind="entry_number", public_value_source="指数", by=by, at=NOW
    )

    def run(number):
        value = f"350{number}.28"
        return run_draw(draw=draw, public_value=value, witnesses="", by=by, at=NOW)

    ends = at_once(run)

    assert ends.count(DrawNotCommitted) == THREADS - 1
    (made,) = (end for end in ends if isinstance(end, Draw))
    stored = Draw.objects.get()
    assert (stored.public_value, stored.result) == (made.public_value, made.result)
    assert sorted(event.entries.values_list("number", flat=True)) == [1, 2, 3]
    assert BlindCode.objects.filter(event=event).count() == 3
