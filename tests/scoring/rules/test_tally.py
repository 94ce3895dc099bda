"""Tallies: what counts, where judges combine, what deductions take."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from scoring.rules.judgement import judge, score_share
from scoring.rules.panel_mean import TRIMMED_MEAN
from scoring.rules.tally import (
    AspectMarks,
    CombineAt,
    Deduction,
    Part,
    complete_for_all,
    tally,
)


def aspect(name, marks, max_mark="10.00", panel=""):
    """Name an aspect A1.1: criterion A, sub criterion A1."""
    if isinstance(marks, str):
        marks = {0: Decimal(marks)}
    elif marks is not None:
        marks = {seat: Decimal(mark) for seat, mark in enumerate(marks, 1)}
    sub_criterion = name.split(".")[0]
    return AspectMarks(
        name, sub_criterion, sub_criterion[0], Decimal(max_mark), marks, panel
    )


def figures(parts):
    return {code: str(part.mark) for code, part in parts.items()}


def test_tally_sums_aspects_to_sub_criteria_criteria_and_component():
    summed = tally(
        [
            aspect("A1.1", "0.75"),
            aspect("A1.2", "0.50"),
            aspect("A2.1", "1.00"),
            aspect("B1.1", "2.00"),
        ]
    )

    assert figures(summed.sub_criteria) == {"A1": "1.25", "A2": "1.00", "B1": "2.00"}
    assert figures(summed.criteria) == {"A": "2.25", "B": "2.00"}
    assert summed.component == Part(Decimal("4.25"), Decimal("40.00"), 4, 4)


def test_aspect_counts_only_once_its_panel_has_revealed():
    summed = tally([aspect("A1.1", "0.75"), aspect("A1.2", None)])

    assert summed.component == Part(Decimal("0.75"), Decimal("20.00"), 1, 2)
    assert not summed.component.is_complete


def test_tally_of_nothing_is_zero_and_complete():
    assert tally([]).component == Part(Decimal("0.00"), Decimal("0.00"), 0, 0)


def test_judges_combined_at_the_aspect_give_the_mark_of_judgement():
    max_mark = Decimal("1.50")
    scores = [0, 0, 1]
    shares = {s: score_share(score, max_mark) for s, score in enumerate(scores, 1)}

    summed = tally([AspectMarks("A1.1", "A1", "A", max_mark, shares)])

    assert summed.component.mark == judge(scores, max_mark).mark == Decimal("0.17")


THREE_JUDGES = [
    aspect("A1.1", ["10", "5", "0"]),
    aspect("A1.2", ["0", "5", "10"]),
    aspect("B1.1", ["9", "5", "1"]),
    aspect("B1.2", "3.33"),
]


@pytest.mark.parametrize(
    ("combine_at", "component", "criteria"),
    [
        # Trimmed aspect by aspect: 5 + 5 + 5 + 3.33.
        (CombineAt.ASPECT, "18.33", {"A": "10.00", "B": "8.33"}),
        # Sums in A1 are 10, 10, 10; in B1 9, 5, 1.
        (CombineAt.SUB_CRITERION, "18.33", {"A": "10.00", "B": "8.33"}),
        # Sums over all are 19, 15, 11.
        (CombineAt.SHEET, "18.33", {"A": "10.00", "B": "8.33"}),
    ],
)
def test_symmetric_judges_come_to_the_same_wherever_they_combine(
    combine_at, component, criteria
):
    summed = tally(THREE_JUDGES, combine_at=combine_at, mean=TRIMMED_MEAN)

    assert str(summed.component.mark) == component
    assert figures(summed.criteria) == criteria


@pytest.mark.parametrize(
    ("combine_at", "component", "criteria"),
    [
        (CombineAt.ASPECT, "6.00", {"A": "6.00", "B": "0.00"}),
        (CombineAt.SUB_CRITERION, "9.00", {"A": "9.00", "B": "0.00"}),
        (CombineAt.SHEET, "11.00", {"A": "9.00", "B": "0.00"}),
    ],
)
def test_trimming_depends_on_where_judges_combine(combine_at, component, criteria):
    aspects = [
        aspect("A1.1", ["9", "3", "3"]),
        aspect("A1.2", ["0", "8", "3"]),
        aspect("B1.1", ["9", "0", "0"]),
    ]

    summed = tally(aspects, combine_at=combine_at, mean=TRIMMED_MEAN)

    assert str(summed.component.mark) == component
    assert figures(summed.criteria) == criteria


def test_judges_of_different_panels_are_never_mixed():
    aspects = [
        aspect("A1.1", ["9", "6", "0"], panel="hall"),
        aspect("B1.1", ["0", "6", "9"], panel="kitchen"),
    ]

    apart = tally(aspects, combine_at=CombineAt.SHEET, mean=TRIMMED_MEAN)

    assert apart.component.mark == Decimal("12.00")


@pytest.mark.parametrize(
    ("deductions", "a1", "a", "component"),
    [
        ([], "2.00", "5.00", "9.00"),
        ([Deduction(Decimal(1), "A1")], "1.00", "4.00", "8.00"),
        ([Deduction(Decimal(1), "A1")] * 3, "0.00", "3.00", "7.00"),
        ([Deduction(Decimal(5))], "2.00", "5.00", "4.00"),
        ([Deduction(Decimal(9), "A1"), Deduction(Decimal(6))], "0.00", "3.00", "1.00"),
        ([Deduction(Decimal(99))], "2.00", "5.00", "0.00"),
    ],
)
def test_deduction_empties_its_pool_and_touches_nothing_else(
    deductions, a1, a, component
):
    aspects = [aspect("A1.1", "2.00"), aspect("A2.1", "3.00"), aspect("B1.1", "4.00")]

    summed = tally(aspects, deductions=deductions)

    assert str(summed.sub_criteria["A1"].mark) == a1
    assert str(summed.criteria["A"].mark) == a
    assert str(summed.sub_criteria["A2"].mark) == "3.00"
    assert str(summed.component.mark) == component


def test_ranks_compare_only_parts_complete_for_every_entry():
    first = tally([aspect("A1.1", "1"), aspect("B1.1", None), aspect("C1.1", "1")])
    second = tally([aspect("A1.1", "2"), aspect("B1.1", "2"), aspect("C1.1", None)])

    assert complete_for_all([first.criteria, second.criteria]) == {"A"}
    assert complete_for_all([]) == frozenset()


names = st.sampled_from(["A1.1", "A1.2", "A2.1", "B1.1", "B2.1"])
panel_marks = st.lists(st.decimals(0, 10, places=2).map(str), min_size=3, max_size=3)
schemes = st.dictionaries(names, st.none() | panel_marks, max_size=5)
places = st.sampled_from(CombineAt)


def tallied(marks, combine_at):
    aspects = [aspect(name, given) for name, given in marks.items()]
    return tally(aspects, combine_at=combine_at, mean=TRIMMED_MEAN)


@given(schemes, places, st.data())
def test_raising_a_mark_never_lowers_anything(marks, combine_at, data):
    revealed = sorted(name for name, given in marks.items() if given)
    if not revealed:
        return
    raised = dict(marks)
    name = data.draw(st.sampled_from(revealed))
    raised[name] = [str(min(Decimal(mark) + 1, Decimal(10))) for mark in marks[name]]

    before, after = tallied(marks, combine_at), tallied(raised, combine_at)

    assert after.component.mark >= before.component.mark
    for code, part in before.criteria.items():
        assert after.criteria[code].mark >= part.mark


@given(schemes, places)
def test_tally_stays_between_zero_and_the_maximum(marks, combine_at):
    component = tallied(marks, combine_at).component

    assert Decimal(0) <= component.mark <= component.max_mark
    assert 0 <= component.counted <= component.expected == len(marks)


@given(schemes, st.sampled_from([CombineAt.ASPECT, CombineAt.SUB_CRITERION]))
def test_component_is_the_sum_of_its_criteria(marks, combine_at):
    summed = tallied(marks, combine_at)

    assert summed.component.mark == sum(part.mark for part in summed.criteria.values())


@given(schemes, places, st.randoms())
def test_tally_does_not_depend_on_the_order_of_aspects(marks, combine_at, random):
    shuffled = list(marks.items())
    random.shuffle(shuffled)

    assert tallied(dict(shuffled), combine_at).component == (
        tallied(marks, combine_at).component
    )


@given(st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_exact_shares_are_rounded_once(scores):
    shares = {s: score_share(score, Decimal("0.25")) for s, score in enumerate(scores)}
    exact = Fraction(sum(scores), 9) / 4

    summed = tally([AspectMarks("A1.1", "A1", "A", Decimal("0.25"), shares)])

    assert abs(Fraction(summed.component.mark) - exact) <= Fraction(1, 200)
