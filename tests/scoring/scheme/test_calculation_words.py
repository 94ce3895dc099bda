"""What calculations say of themselves, and places and changes of schemes."""

import pytest

from scoring.rules.calculation_words import describe, words_of
from scoring.rules.scheme import Aspect, Calculation, Scheme
from scoring.rules.scheme_changes import with_calculation
from scoring.rules.scheme_places import item_at, with_rows
from tests.scoring.halls import judged, measured, scheme_of

WORDS = [
    ("PASS_FAIL", {}, ["Yes or no: the maximum or nothing."]),
    (
        "NUMBER_COMPLETED",
        {"NUM_POSSIBLE": "4"},
        ["An equal share of the maximum for each of 4 done."],
    ),
    (
        "CHOICE",
        {
            "DEDUCTION_TYPE": "PERCENT",
            "CHOICE1_LABEL": "none",
            "CHOICE1_DEDUCTION": "0",
            "CHOICE2_LABEL": "up to 3",
            "CHOICE2_DEDUCTION": "50",
        },
        ["none: 0 % less", "up to 3: 50 % less"],
    ),
    (
        "REGULAR_DIFFERENCE_DEDUCTION",
        {"TARGET_VALUE": "10", "DIFFERENCE": "0.5", "DEDUCTION": "0.2"},
        [
            "Target 10; 0.2 less for each 0.5 away",
            "A part of a step counts whole.",
        ],
    ),
    (
        "RANGED_SCORE",
        {
            "TARGET_VALUE": "10",
            "RANGE1_LOWER": "1",
            "RANGE1_UPPER": "2",
            "RANGE1_DEDUCTION": "0.25",
        },
        ["10 −1 to +2: 0.25 less", "Outside: 0.00"],
    ),
    (
        "TOLERANCE_ALL_OR_NOTHING",
        {"TARGET_VALUE": "12.5", "TOLERANCE": "0.1"},
        ["Target 12.5 ± 0.1: the maximum; otherwise nothing."],
    ),
    ("MARK", {}, ["The mark itself is written, from 0.00 to the maximum."]),
    ("GUESS", {}, ["Calculation “GUESS” is unknown."]),
    (
        "NUMBER_COMPLETED",
        {"NUM_POSSIBLE": "none"},
        ["NUM_POSSIBLE is “none”; it must be a number."],
    ),
]


@pytest.mark.parametrize(("kind", "parameters", "sentences"), WORDS)
def test_calculations_in_words(kind, parameters, sentences):
    calculation = Calculation("", kind, True, tuple(parameters.items()))

    assert [str(sentence) for sentence in describe(calculation)] == sentences


def test_a_judgement_has_no_calculation_to_describe():
    assert words_of(Scheme(""), judged("1.00")) == ()


def test_a_calculation_that_is_not_there_is_named():
    words = words_of(Scheme(""), measured("1.00", 9))

    assert [str(sentence) for sentence in words] == ["Calculation “9” is unknown."]


def test_rows_lead_back_to_every_part():
    scheme = scheme_of(judged("2.00"), measured("1.00"))

    numbered, spots = with_rows(scheme)

    assert numbered == scheme
    assert [spot.code for spot in spots.values()] == [
        "§1", "A", "A1", "A1 J1", "A1 M2", "B", "B1", "B1 M1",
    ]  # fmt: skip
    assert all(
        item_at(numbered, spot.place).row == row
        for row, spot in spots.items()
        if spot.place
    )


def test_a_calculation_shared_with_others_is_not_changed_for_them():
    scheme = scheme_of(measured("1.00", 1), measured("1.00", 1))
    wanted = Calculation("", "NUMBER_COMPLETED", True, (("NUM_POSSIBLE", "9"),))

    changed, aspect = with_calculation(scheme, next(scheme.aspects), wanted)

    assert changed.calculations[:3] == scheme.calculations
    assert changed.calculations[aspect.calculation - 1] == wanted


def test_a_calculation_of_one_aspect_keeps_its_row_and_name():
    scheme = scheme_of(measured("1.00", 1))
    wanted = Calculation("", "NUMBER_COMPLETED", True, (("NUM_POSSIBLE", "9"),))

    changed, aspect = with_calculation(scheme, next(scheme.aspects), wanted)

    assert (aspect.calculation, len(changed.calculations)) == (1, 3)
    assert changed.calculations[0].name == "计数"


def test_an_equal_calculation_is_used_again():
    scheme = scheme_of(measured("1.00"))
    wanted = Calculation("", "MARK")

    changed, aspect = with_calculation(scheme, Aspect("M", "x"), wanted)

    assert (changed, aspect.calculation) == (scheme, 2)
