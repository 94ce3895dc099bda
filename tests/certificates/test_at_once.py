"""Certificates and titles when two offices act in the same moment, on both stores."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from certificates.models import Certificate, TitleGrant
from certificates.services.certificates import NothingToIssue
from certificates.services.titles import HeldAlready
from competitions.services.refusal import Refusal
from tests.certificates.podiums import award, certify, field, grant, podium

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.integrity]


def at_once(*acts):
    """Run each act in a thread; return what it returned, or how it was refused."""

    gate = Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            return act()
        except Refusal as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_many_at_once_leave_no_gap_in_the_numbers():
    made = podium(*[(90, 90 - number) for number in range(6)])
    awards = award(made).awards

    at_once(*[lambda one=one: certify(made, awards=[one]) for one in awards])

    assert sorted(Certificate.objects.values_list("number", flat=True)) == [
        f"绍技赛〔2026〕001-{serial:03}" for serial in range(1, len(awards) + 1)
    ]


def test_events_at_once_get_different_running_numbers():
    contests = [podium((90, 95)) for _ in range(4)]
    awards = {made.event.pk: award(made).awards for made in contests}

    at_once(
        *[
            lambda made=made: certify(made, awards=awards[made.event.pk])
            for made in contests
        ]
    )

    assert sorted(Certificate.objects.values_list("number", flat=True)) == [
        f"绍技赛〔2026〕{event:03}-001" for event in range(1, 5)
    ]


def test_titles_of_two_events_at_once_do_not_wait_for_each_other():
    first, second = field(31), field(31)
    granted = grant(first, [award(first).eligible[0], award(second).eligible[0]])

    at_once(
        *[
            lambda one=one: certify(first, grants=[one])
            for one in (granted[0], granted[1])
        ],
    )

    assert sorted(Certificate.objects.values_list("number", flat=True)) == [
        "绍技能〔2026〕001-001",
        "绍技能〔2026〕002-001",
    ]


def test_issuing_the_same_twice_at_once_issues_once():
    made = podium(*[(90, 90 - number) for number in range(4)])
    awards = award(made).awards

    told = at_once(*[lambda: certify(made, awards=awards)] * 2)

    assert [each for each in told if isinstance(each, type)] == [NothingToIssue]
    assert Certificate.objects.count() == len(awards)


def test_two_offices_at_once_grant_one_title_of_a_kind_to_a_person():
    first, second = field(31), field(31)
    member = second.entries[0].members.get()
    member.person = first.person(1)
    member.save()
    award(first), award(second)
    proposed = TitleGrant.objects.filter(person=first.person(1)).order_by("pk")

    told = at_once(*[lambda one=one: grant(first, [one]) for one in proposed])

    assert [each for each in told if isinstance(each, type)] == [HeldAlready]
    assert proposed.filter(state="granted").count() == 1
