"""Two people publish, or prepare, at the same moment: one result comes of it."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connections

from scoring.enums import ResultState
from scoring.models import ResultList
from scoring.services.component_scores import ScoresFixed
from scoring.services.deductions import deduct
from scoring.services.result_trail import WrongState
from scoring.services.results import (
    Outdated,
    check_results,
    prepare_results,
    publish_results,
)
from tests.factories import NOW, UserFactory
from tests.scoring.contests import contest, prepared

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integrity]
TIMES = 4


def at_once(act):
    """Call a service from several threads and return what each came to."""

    gate = Barrier(TIMES)

    def run(user):
        gate.wait()
        try:
            act(user)
        except WrongState:
            return "refused"
        finally:
            connections.close_all()
        return "done"

    users = [UserFactory() for _ in range(TIMES)]
    with ThreadPoolExecutor(TIMES) as pool:
        return sorted(pool.map(run, users))


def test_publishing_at_once_publishes_one():
    result_list = prepared(contest(("90", "80")))
    check_results(result_list=result_list, by=UserFactory(), at=NOW)

    outcomes = at_once(
        lambda user: publish_results(result_list=result_list, by=user, at=NOW)
    )

    assert outcomes == ["done", *["refused"] * (TIMES - 1)]
    assert ResultList.objects.filter(state=ResultState.PUBLISHED).count() == 1


def test_preparing_at_once_leaves_one_version_to_check():
    event = contest(("90", "80"))

    outcomes = at_once(lambda user: prepare_results(event=event, by=user, at=NOW))

    assert outcomes == ["done"] * TIMES
    states = ResultList.objects.order_by("version").values_list("version", "state")
    assert list(states) == [
        (1, "superseded"),
        (2, "superseded"),
        (3, "superseded"),
        (4, "provisional"),
    ]


def test_a_deduction_and_a_check_at_once_leave_one_of_them():
    event = contest(("90", "80"))
    entry = event.entries.get()
    component = event.stages.get().components.get(code="T")
    result_list = prepared(event)
    gate = Barrier(2)

    def take_off():
        deduct(
            entry=entry,
            component=component,
            amount=Decimal(1),
            reason="迟到",
            by=result_list.created_by,
            at=NOW,
        )

    def check():
        check_results(result_list=result_list, by=checker, at=NOW)

    def run(act):
        gate.wait()
        try:
            act()
        except (ScoresFixed, Outdated):
            return False
        finally:
            connections.close_all()
        return True

    checker = UserFactory()
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(run, (take_off, check)))

    assert sorted(outcomes) == [False, True]
