"""What judges read beside a field: unit, bounds and marks of their own aspect."""

from decimal import Decimal

import pytest

from scoring.rules.calculation import Calculation, CalculationKind
from scoring.rules.earning import earning, unit_of
from scoring.rules.measurement import METHODS

RUNOUT = {"TARGET_VALUE": "0", "DIFFERENCE": "0.005", "UNIT_LABEL": "mm"}
WORDS = [
    ("PASS_FAIL", {}, "0.50", ["Yes earns 0.50, no 0.00"]),
    (
        "NUMBER_COMPLETED",
        {"NUM_POSSIBLE": "4"},
        "1.00",
        ["Each of 4 earns 0.25, all of them 1.00"],
    ),
    (
        "NUMBER_COMPLETED",
        {"NUM_POSSIBLE": "3"},
        "1.00",
        ["Each of 3 earns ≈0.33, all of them 1.00"],
    ),
    (
        "CHOICE",
        {"CHOICE1_LABEL": "none", "CHOICE1_DEDUCTION": "0"},
        "1.00",
        ["The mark beside the outcome you choose counts"],
    ),
    (
        "REGULAR_DIFFERENCE_DEDUCTION",
        {**RUNOUT, "DEDUCTION": "0.3"},
        "1.50",
        [
            "Target 0.000 mm, 0.30 less for each 0.005 away",
            "a part of a step counts whole",
        ],
    ),
    (
        "REGULAR_DIFFERENCE_DEDUCTION",
        {**RUNOUT, "DEDUCTION": "20", "DEDUCTION_TYPE": "PERCENT", "PART_STEP": "DOWN"},
        "1.67",
        [
            "Target 0.000 mm, ≈0.33 less for each 0.005 away",
            "a part of a step does not count",
        ],
    ),
    (
        "REGULAR_DIFFERENCE_DEDUCTION",
        {
            "TARGET_VALUE": "200",
            "DIFFERENCE": "1",
            "DIFFERENCE_TYPE": "PERCENT",
            "DEDUCTION": "0.25",
            "PART_STEP": "EXACT",
        },
        "2.00",
        ["Target 200, 0.25 less for each 2 away", "a part of a step counts in part"],
    ),
    (
        "RANGED_SCORE",
        {
            "TARGET_VALUE": "50",
            "UNIT_LABEL": "mm",
            "DEDUCTION_TYPE": "PERCENT",
            "RANGE1_LOWER": "0.02",
            "RANGE1_UPPER": "0.02",
            "RANGE1_DEDUCTION": "50",
            "RANGE2_LOWER": "0.01",
            "RANGE2_UPPER": "0.01",
            "RANGE2_DEDUCTION": "0",
        },
        "1.00",
        [
            "49.99 to 50.01 mm earns 1.00",
            "49.98 to 50.02 mm earns 0.50",
            "anything else 0.00",
        ],
    ),
    (
        "TOLERANCE_ALL_OR_NOTHING",
        {"TARGET_VALUE": "12.5", "TOLERANCE": "0.1", "UNIT_LABEL": "V"},
        "2.00",
        ["Target 12.5; 12.4 to 12.6 V earns 2.00, anything else 0.00"],
    ),
    ("MARK", {}, "6.00", ["The mark itself, from 0.00 to 6.00"]),
]


@pytest.mark.parametrize(("kind", "parameters", "most", "sentences"), WORDS)
def test_a_rule_in_the_marks_of_its_aspect(kind, parameters, most, sentences):
    calculation = Calculation(CalculationKind(kind), parameters)

    words = earning(calculation, Decimal(most))

    assert [str(sentence) for sentence in words] == sentences


def test_every_calculation_has_words():
    assert {CalculationKind(kind) for kind, *_ in WORDS} == set(METHODS)


def test_a_unit_is_the_schemes_word_for_it():
    assert unit_of(Calculation(CalculationKind.MARK, {"UNIT_LABEL": " mm "})) == "mm"
    assert unit_of(Calculation()) == ""
