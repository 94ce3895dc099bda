"""What a judge is asked, and the sentences about what was sent instead."""

from decimal import Decimal

import pytest

from scoring.rules.calculation import (
    Calculation,
    CalculationKind,
    InvalidParameters,
)
from scoring.rules.measurement import check_parameters, input_kind, mark
from scoring.rules.measurement_input import (
    Choice,
    InputKind,
    InvalidValue,
    MeasurementInput,
)

MAX = Decimal("2.00")
CHOICES = {
    "DEDUCTION_TYPE": "PERCENT",
    "CHOICE2_LABEL": "2 violations",
    "CHOICE2_DEDUCTION": "33.30000000",
    "CHOICE1_LABEL": "No violations",
    "CHOICE1_DEDUCTION": "0E-8",
    "CHOICE3_LABEL": "",
    "CHOICE3_DEDUCTION": "",
}


def wide(lowest, highest):
    return MeasurementInput(
        InputKind.NUMBER,
        lowest=Decimal(lowest),
        highest=Decimal(highest),
        is_wide=True,
    )


def calculation(kind, **parameters):
    return Calculation(CalculationKind(kind), parameters)


PASS_FAIL = calculation("PASS_FAIL")
NUMBER_COMPLETED = calculation("NUMBER_COMPLETED", NUM_POSSIBLE="3.00000000")
CHOICE = calculation("CHOICE", **CHOICES)
TOLERANCE = calculation("TOLERANCE_ALL_OR_NOTHING", TARGET_VALUE="900", TOLERANCE="1")
FLATNESS = calculation("TOLERANCE_ALL_OR_NOTHING", TARGET_VALUE="0", TOLERANCE="0.05")
NOTHING_NAMED = calculation("TOLERANCE_ALL_OR_NOTHING", TARGET_VALUE="0", TOLERANCE="0")
# Four steps of 0.25 mm use 2.00 marks up: nothing is left at 9 and at 11 mm.
STEPS = calculation(
    "REGULAR_DIFFERENCE_DEDUCTION",
    TARGET_VALUE="10",
    DIFFERENCE="0.25",
    DEDUCTION="0.50",
)
BAND = calculation(
    "RANGED_SCORE",
    TARGET_VALUE="1",
    RANGE1_LOWER="2",
    RANGE1_UPPER="2",
    RANGE1_DEDUCTION="0",
)
MARK = calculation("MARK")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (PASS_FAIL, MeasurementInput(InputKind.YES_NO)),
        (
            NUMBER_COMPLETED,
            MeasurementInput(InputKind.COUNT, lowest=Decimal(0), highest=Decimal(3)),
        ),
        (
            CHOICE,
            MeasurementInput(
                InputKind.CHOICE,
                choices=(Choice(1, "No violations"), Choice(2, "2 violations")),
            ),
        ),
        (
            TOLERANCE,
            wide(0, 90100),
        ),
        (
            FLATNESS,
            wide(-5, 5),
        ),
        (
            STEPS,
            wide(0, 1100),
        ),
        (
            BAND,
            wide(-300, 300),
        ),
        (NOTHING_NAMED, MeasurementInput(InputKind.NUMBER)),
        (
            MARK,
            MeasurementInput(
                InputKind.NUMBER, lowest=Decimal(0), highest=MAX, places=2
            ),
        ),
    ],
)
def test_judge_is_asked_for_what_the_calculation_needs(asked, expected):
    assert input_kind(asked, MAX) == expected


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (PASS_FAIL, "0"),
        (NUMBER_COMPLETED, "3"),
        (CHOICE, "2"),
        (TOLERANCE, "0"),
        (TOLERANCE, "9000"),
        (FLATNESS, "-0.25"),
        (BAND, "-1"),
        (NOTHING_NAMED, "-999999999"),
        (MARK, "2.00"),
        (MARK, "1.500"),
    ],
)
def test_value_that_can_be_is_accepted(asked, value):
    mark(asked, value, MAX)


@pytest.mark.parametrize(
    ("asked", "value", "sentence"),
    [
        (PASS_FAIL, "yes", "“yes” is neither yes nor no; send 1 or 0."),
        (PASS_FAIL, "", "“” is neither yes nor no; send 1 or 0."),
        (
            NUMBER_COMPLETED,
            "4",
            "“4” is no possible count; enter a whole number from 0 to 3.",
        ),
        (
            NUMBER_COMPLETED,
            "1.5",
            "“1.5” is no possible count; enter a whole number from 0 to 3.",
        ),
        (NUMBER_COMPLETED, "-1", "“-1” is no possible count; enter a whole number"),
        (CHOICE, "3", "“3” is none of the choices; send one of 1, 2."),
        (CHOICE, "0", "“0” is none of the choices; send one of 1, 2."),
        (TOLERANCE, "9,5", "“9,5” is no number; enter digits with a decimal point"),
        (TOLERANCE, "1e5", "“1e5” is no number; enter digits with a decimal point"),
        (TOLERANCE, "NaN", "“NaN” is no number; enter digits with a decimal point"),
        (TOLERANCE, "٣", "“٣” is no number; enter digits with a decimal point"),
        (TOLERANCE, "1" * 10, "at most 9 digits are possible before the decimal point"),
        (
            TOLERANCE,
            "0.0151234567",
            "“0.0151234567” has too many decimals; 6 are possible.",
        ),
        (
            TOLERANCE,
            "-1",
            "“-1” is out of range; enter a number from 0 to 90100.",
        ),
        (
            TOLERANCE,
            "999999999",
            "“999999999” is out of range; enter a number from 0 to 90100.",
        ),
        (STEPS, "-0.5", "“-0.5” is out of range; enter a number from 0 to 1100."),
        (FLATNESS, "5.01", "“5.01” is out of range; enter a number from -5 to 5."),
        (MARK, "2.01", "“2.01” is out of range; enter a number from 0 to 2.00."),
        (MARK, "-0.01", "“-0.01” is out of range; enter a number from 0 to 2.00."),
        (MARK, "1.005", "“1.005” has too many decimals; 2 are possible."),
    ],
)
def test_value_that_cannot_be_is_refused_with_what_would_be_right(
    asked, value, sentence
):
    with pytest.raises(InvalidValue) as caught:
        mark(asked, value, MAX)

    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "parameters", "sentence"),
    [
        ("NUMBER_COMPLETED", {}, "NUM_POSSIBLE is “”; it must be a number."),
        (
            "NUMBER_COMPLETED",
            {"NUM_POSSIBLE": "0"},
            "NUM_POSSIBLE is 0; it must be above zero.",
        ),
        (
            "NUMBER_COMPLETED",
            {"NUM_POSSIBLE": "2.5"},
            "NUM_POSSIBLE is 2.5; it must be a whole number.",
        ),
        (
            "NUMBER_COMPLETED",
            {"NUM_POSSIBLE": "Infinity"},
            "NUM_POSSIBLE is “Infinity”; it must be a number.",
        ),
        ("CHOICE", {}, "No choice is given; give CHOICE1_LABEL, CHOICE1_DEDUCTION…"),
        (
            "CHOICE",
            {"CHOICE1_LABEL": "All"},
            "CHOICE1_DEDUCTION is “”; it must be a number.",
        ),
        (
            "CHOICE",
            {"CHOICE1_DEDUCTION": "-1"},
            "CHOICE1_DEDUCTION is -1; it must not be below zero.",
        ),
        (
            "CHOICE",
            {"CHOICE1_DEDUCTION": "1", "DEDUCTION_TYPE": "MARKS"},
            "DEDUCTION_TYPE is “MARKS”; it must be one of UNIT, PERCENT.",
        ),
        (
            "REGULAR_DIFFERENCE_DEDUCTION",
            {"TARGET_VALUE": "0", "DIFFERENCE": "1", "DIFFERENCE_TYPE": "PERCENT"},
            "DIFFERENCE_TYPE is PERCENT of a TARGET_VALUE of 0; use UNIT.",
        ),
        (
            "RANGED_SCORE",
            {"TARGET_VALUE": "1"},
            "No range is given; give RANGE1_LOWER, _UPPER, _DEDUCTION…",
        ),
        (
            "RANGED_SCORE",
            {
                "READING": "ABSOLUTE",
                "TARGET_VALUE": "1",
                "RANGE1_LOWER": "3",
                "RANGE1_UPPER": "2",
                "RANGE1_DEDUCTION": "0",
            },
            "RANGE1_LOWER is above RANGE1_UPPER.",
        ),
    ],
)
def test_parameters_that_cannot_be_are_named(kind, parameters, sentence):
    with pytest.raises(InvalidParameters) as caught:
        check_parameters(calculation(kind, **parameters))

    assert str(caught.value) == sentence
