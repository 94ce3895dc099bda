"""Titles: ranks by team size, conditions, and why someone does not get one."""

from dataclasses import replace
from decimal import Decimal

import pytest

from certificates.rules.award_evaluation import evaluate
from certificates.rules.award_facts import Candidate, EventOutcome
from certificates.rules.award_policy import AwardPolicy, TieAtBoundary, TitleLine

TITLE = "shaoxing-technical-expert"
HIGHER = "zhejiang-technical-expert"
LINE = TitleLine(
    title=TITLE,
    last_ranks={1: 3, 2: 2, 3: 1},
    groups=frozenset({"workers"}),
    minimum_participants=30,
    excludes_holders_of=frozenset({HIGHER}),
)


def candidate(entry, rank, *, people=(), **facts):
    members = dict.fromkeys(people or (f"{entry}1",), frozenset[str]())
    fields = {"group": "workers", "members": members} | facts
    return Candidate(entry, rank, Decimal(100 - rank), **fields)


def decide(*candidates, participants=52, **changes):
    policy = AwardPolicy(titles=(replace(LINE, **changes),))
    return evaluate(policy, EventOutcome(candidates, participants, 60))


def verdicts(decisions):
    return [
        (each.person, each.decision.value, each.explanation.reason.value)
        for each in decisions
    ]


def given_to(decisions):
    return [each.person for each in decisions if each.is_given]


def test_first_three_workers_get_the_title_and_are_told_why():
    decisions = decide(*(candidate(entry, n) for n, entry in enumerate("abcd", 1)))

    assert given_to(decisions) == ["a1", "b1", "c1"]
    assert str(decisions[1].explanation.sentence()) == (
        "Rank 2 of 52; every condition of the title is met."
    )


@pytest.mark.parametrize(("size", "last"), [(1, 3), (2, 2), (3, 1), (4, 1)], ids=str)
def test_number_of_titles_depends_on_the_team_size(size, last):
    teams = [
        candidate(entry, rank, people=[f"{entry}{n}" for n in range(size)])
        for rank, entry in enumerate("abcd", 1)
    ]

    assert len(given_to(decide(*teams))) == last * size


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"group": "students"}, "group"),
        ({"all_parts_passed": False}, "parts"),
        ({"members": {"a1": frozenset({TITLE})}}, "already_held"),
        ({"members": {"a1": frozenset({HIGHER})}}, "already_held"),
    ],
)
def test_winner_who_may_not_have_the_title_is_told_why(facts, reason):
    decisions = decide(candidate("a", 1, **facts))

    assert verdicts(decisions) == [("a1", "refused", reason)]


@pytest.mark.parametrize(
    ("participants", "reason"), [(29, "field_too_small"), (30, "title")]
)
def test_title_needs_a_field_of_those_who_really_took_part(participants, reason):
    decisions = decide(candidate("a", 1), participants=participants)

    assert [each.explanation.reason.value for each in decisions] == [reason]


@pytest.mark.parametrize(
    ("skip", "people"), [(False, ["b1", "c1"]), (True, ["b1", "c1", "d1"])]
)
def test_place_of_a_student_is_lost_or_passed_on_as_the_policy_says(skip, people):
    decisions = decide(
        candidate("a", 1, group="students"),
        candidate("b", 2),
        candidate("c", 3),
        candidate("d", 4),
        skip_ineligible=skip,
    )

    assert given_to(decisions) == people
    assert verdicts(decisions)[0] == ("a1", "refused", "group")


def test_member_who_holds_the_title_does_not_bar_the_partner():
    members = {"old": frozenset({TITLE}), "new": frozenset()}

    decisions = decide(candidate("a", 1, members=members))

    assert verdicts(decisions) == [
        ("old", "refused", "already_held"),
        ("new", "given", "title"),
    ]


@pytest.mark.parametrize(
    ("tie", "people"),
    [
        (TieAtBoundary.INCLUDE_ALL, ["a1", "b1", "c1", "d1"]),
        (TieAtBoundary.NEXT_COMPARATOR, ["a1", "b1", "d1"]),
        (TieAtBoundary.OFFICE, ["a1", "b1"]),
    ],
)
def test_two_at_rank_three_share_or_do_not_share_the_last_title(tie, people):
    decisions = decide(
        candidate("a", 1),
        candidate("b", 2),
        candidate("c", 3, tie_order=2),
        candidate("d", 3, tie_order=1),
        tie_at_boundary=tie,
    )

    assert given_to(decisions) == people


def test_policy_without_groups_is_open_to_all():
    decisions = decide(candidate("a", 1, group="students"), groups=frozenset())

    assert given_to(decisions) == ["a1"]
