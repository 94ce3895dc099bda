"""Prizes and medals: counts, percentages, ranges, thresholds and ties."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from certificates.rules.award_evaluation import evaluate
from certificates.rules.award_facts import Candidate, Decision, EventOutcome
from certificates.rules.award_policy import (
    AwardPolicy,
    Base,
    FixedCount,
    MedalLine,
    Percentage,
    PrizeLine,
    RankRange,
    ScoreThreshold,
    ShareRounding,
    TieAtBoundary,
)
from certificates.rules.award_prizes import number_of_prizes


def outcome(*ranks, participants=None, registered=None, **facts):
    """Make entries a, b, c… with these ranks; totals fall by one from 100."""
    candidates = tuple(
        Candidate(entry, rank, Decimal(101 - rank), **facts)
        for entry, rank in zip("abcdefghijklmnopqrstuvwxyz", ranks, strict=False)
    )
    taken_part = len(ranks) if participants is None else participants
    return EventOutcome(candidates, taken_part, registered or taken_part)


def policy(*places, tie=TieAtBoundary.INCLUDE_ALL, base=Base.ACTUAL):
    lines = [
        PrizeLine(str(number), f"{number}等奖", each, tie_at_boundary=tie)
        for number, each in enumerate(places, 1)
    ]
    return AwardPolicy(prizes=tuple(lines), base=base)


def given_prizes(decisions):
    """Write who got what as a string: a1 b1 c2."""
    return " ".join(each.entry + each.code for each in decisions if each.is_given)


def percent(number, rounding="floor", at_least=0):
    return Percentage(Decimal(number), ShareRounding(rounding), at_least)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([FixedCount(1), FixedCount(2), FixedCount(3)], "a1 b2 c2 d3 e3 f3"),
        ([RankRange(1, 1), RankRange(3, 4)], "a1 c2 d2"),
        ([RankRange(1, 2), FixedCount(1)], "a1 b1 c2"),
        ([percent(10), percent(20), percent(30)], "a1 b2 c2 d3 e3 f3"),
        ([FixedCount(1), ScoreThreshold(Decimal(97))], "a1 b2 c2 d2"),
        ([ScoreThreshold(Decimal(99)), FixedCount(2)], "a1 b1"),
        ([], ""),
    ],
)
def test_prizes_take_the_places_after_those_of_the_prize_before(places, expected):
    event = outcome(*range(1, 11))

    assert given_prizes(evaluate(policy(*places), event)) == expected


@pytest.mark.parametrize(
    ("share", "counts"),
    [("10", (4, 5, 5)), ("20", (9, 9, 10)), ("30", (14, 14, 15)), ("0", (0, 0, 0))],
)
def test_share_of_forty_seven_is_rounded_as_the_notice_says(share, counts):
    found = [number_of_prizes(percent(share, each), 47) for each in ShareRounding]

    assert tuple(found) == counts


def test_small_field_has_no_first_prize_unless_the_notice_promises_one():
    event = outcome(*range(1, 9))

    assert given_prizes(evaluate(policy(percent(10)), event)) == ""
    assert given_prizes(evaluate(policy(percent(10, at_least=1)), event)) == "a1"


@pytest.mark.parametrize(
    ("base", "expected"), [(Base.ACTUAL, "a1"), (Base.REGISTERED, "a1 b1")]
)
def test_percentage_counts_those_who_took_part_unless_told_otherwise(base, expected):
    event = outcome(*range(1, 11), registered=20)

    assert given_prizes(evaluate(policy(percent(10), base=base), event)) == expected


TIED = (1, 2, 2, 4, 5)


@pytest.mark.parametrize(
    ("tie", "expected"),
    [
        (TieAtBoundary.INCLUDE_ALL, "a1 b1 c1 d2"),
        (TieAtBoundary.OFFICE, "a1 d2"),
        (TieAtBoundary.NEXT_COMPARATOR, "a1 d2"),
    ],
)
def test_tie_at_the_boundary_is_settled_as_the_policy_says(tie, expected):
    two_and_two = policy(FixedCount(2), FixedCount(2), tie=tie)

    assert given_prizes(evaluate(two_and_two, outcome(*TIED))) == expected


def test_tie_left_to_the_office_says_so():
    office = policy(FixedCount(2), tie=TieAtBoundary.OFFICE)

    open_cases = [
        (each.entry, str(each.explanation.sentence()))
        for each in evaluate(office, outcome(*TIED))
        if each.decision is Decision.OFFICE
    ]

    sentence = (
        "Rank 2 is shared by 2 entries, and the last place is 2: the office decides."
    )
    assert open_cases == [("b", sentence), ("c", sentence)]


def test_next_comparator_settles_a_tie_where_there_is_one():
    event = outcome(*TIED)
    first, b, c, *others = event.candidates
    ordered = EventOutcome(
        (
            first,
            Candidate("b", b.rank, b.total, tie_order=2),
            Candidate("c", c.rank, c.total, tie_order=1),
            *others,
        ),
        participants=5,
        registered=5,
    )
    two_and_two = policy(
        FixedCount(2), FixedCount(2), tie=TieAtBoundary.NEXT_COMPARATOR
    )

    assert given_prizes(evaluate(two_and_two, ordered)) == "a1 c1 b2 d2"


def test_prize_explains_itself():
    decision = evaluate(policy(FixedCount(3)), outcome(1, 2))[1]

    assert str(decision.explanation.sentence()) == (
        "Rank 2; the prize goes to ranks 1 to 3."
    )


def test_medals_follow_the_scale_and_the_names_of_the_policy():
    named = AwardPolicy(
        medals=(MedalLine("gold", "金牌", "gold"), MedalLine("m", "优胜", "excellence"))
    )
    event = EventOutcome(
        (
            Candidate("a", 1, Decimal(90), medal="gold"),
            Candidate("b", 2, Decimal(80), medal="silver"),
            Candidate("c", 3, Decimal(70), medal="excellence"),
            Candidate("d", 4, Decimal(60)),
        ),
        participants=4,
        registered=4,
    )

    assert given_prizes(evaluate(named, event)) == "agold cm"


fields = st.lists(st.integers(1, 6), max_size=20).map(
    lambda values: [1 + sum(other < value for other in values) for value in values]
)
counts = st.lists(st.integers(1, 4), max_size=4)


@given(fields, counts, st.sampled_from(TieAtBoundary))
def test_no_entry_gets_two_prizes_and_none_overtakes_another(ranks, numbers, tie):
    event = outcome(*ranks)
    decisions = evaluate(policy(*map(FixedCount, numbers), tie=tie), event)

    entries = [each.entry for each in decisions]
    assert len(entries) == len(set(entries))
    best_first = sorted(decisions, key=lambda each: each.rank or 0)
    assert [each.code for each in best_first] == sorted(each.code for each in decisions)


@given(fields, counts)
def test_without_ties_exactly_the_promised_prizes_are_given(ranks, numbers):
    event = outcome(*range(1, len(ranks) + 1))

    decisions = evaluate(policy(*map(FixedCount, numbers)), event)

    assert len(decisions) == min(sum(numbers), len(ranks))
