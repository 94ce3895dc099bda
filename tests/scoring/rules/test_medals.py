"""Medals: gaps, ties, anchors and the medal for excellence."""

import pytest
from hypothesis import given, strategies as st

from scoring.rules.medals import Medal, MedalRule, TieMeasure, award_medals
from tests.scoring.rules.vectors import VECTORS

LETTERS = {
    Medal.GOLD: "G",
    Medal.SILVER: "S",
    Medal.BRONZE: "B",
    Medal.EXCELLENCE: "M",
    None: "",
}
USUAL = MedalRule()
CHAIN = MedalRule(measure=TieMeasure.CHAIN)


def letters(scores, rule=USUAL):
    named = {f"{place:03}": score for place, score in enumerate(scores)}
    medals = award_medals(named, rule)
    return [LETTERS[medals.get(entry)] for entry in named]


@pytest.mark.parametrize("vector", VECTORS["medals"])
def test_medal_vector(vector):
    assert letters(vector["scale"], MedalRule(gap=vector["gap"])) == vector["expected"]


@pytest.mark.parametrize(
    ("scores", "rule", "expected"),
    [
        ([], MedalRule(), ""),
        ([650], MedalRule(), "G"),
        ([760, 760], MedalRule(gap=0), "GG"),
        ([760, 759, 758], MedalRule(gap=0), "GSB"),
        ([760, 758, 756, 754], CHAIN, "GGGG"),
        ([760, 750, 748, 746, 740], CHAIN, "GSSSM"),
        ([760, 758, 756, 750], CHAIN, "GGGM"),
        ([760, 750, 740, 500], MedalRule(excellence=500), "GSBM"),
    ],
)
def test_committee_may_vary_the_rule(scores, rule, expected):
    assert "".join(letters(scores, rule)) == expected


def test_entry_out_of_contest_takes_no_medal_from_others():
    scores = {"guest": 790, "a": 760, "b": 750, "c": 740}

    assert award_medals(scores, out_of_contest=frozenset({"guest"})) == {
        "a": Medal.GOLD,
        "b": Medal.SILVER,
        "c": Medal.BRONZE,
    }


fields = st.lists(st.integers(600, 800), min_size=1, max_size=30).map(
    lambda scores: sorted(scores, reverse=True)
)


@given(fields)
def test_golds_are_exactly_those_within_the_gap_of_the_first(scores):
    golds = [letter == "G" for letter in letters(scores)]

    assert golds == [scores[0] - score <= 2 for score in scores]


@given(fields)
def test_medals_follow_the_order_of_scores(scores):
    order = ["GSBM".index(letter) if letter else 4 for letter in letters(scores)]

    assert order == sorted(order)


@given(fields)
def test_silver_and_two_golds_exclude_each_other(scores):
    given_letters = letters(scores)

    if given_letters.count("G") > 1:
        assert "S" not in given_letters
    if given_letters.count("S") > 1:
        assert "B" not in given_letters


@given(fields)
def test_everyone_at_seven_hundred_has_some_medal(scores):
    for letter, score in zip(letters(scores), scores, strict=True):
        assert letter or score < 700
