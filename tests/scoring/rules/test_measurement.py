"""Measurement: every calculation, with vectors and real CIS parameters."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from scoring.rules.calculation import Calculation, CalculationKind
from scoring.rules.measurement import mark
from tests.scoring.rules.vectors import VECTORS

# Two ranged scores as real schemes carry them; a higher reading is better in the first.
AT_LEAST_80 = {
    "DEDUCTION_TYPE": "PERCENT",
    "TARGET_VALUE": "100.00000000",
    "RANGE1_LOWER": "0E-8",
    "RANGE1_UPPER": "20.00000000",
    "RANGE1_DEDUCTION": "100.00000000",
    "RANGE2_LOWER": "20.00000000",
    "RANGE2_UPPER": "0E-8",
    "RANGE2_DEDUCTION": "60.00000000",
    "RANGE3_LOWER": "0E-8",
    "RANGE3_UPPER": "0E-8",
    "RANGE3_DEDUCTION": "0E-8",
}
AT_MOST_15 = {
    "DEDUCTION_TYPE": "PERCENT",
    "TARGET_VALUE": "0E-8",
    "RANGE1_LOWER": "0E-8",
    "RANGE1_UPPER": "3.00000000",
    "RANGE1_DEDUCTION": "0E-8",
    "RANGE2_LOWER": "0E-8",
    "RANGE2_UPPER": "15.00000000",
    "RANGE2_DEDUCTION": "60.00000000",
    "RANGE3_LOWER": "",
    "RANGE3_UPPER": "",
    "RANGE3_DEDUCTION": "",
}
STEPS = {
    "TARGET_VALUE": "0",
    "DIFFERENCE": "1",
    "DIFFERENCE_TYPE": "UNIT",
    "DEDUCTION": "0.25",
    "DEDUCTION_TYPE": "UNIT",
}


def calculation(kind, **parameters):
    return Calculation(CalculationKind(kind), parameters)


def parameters_of(vector):
    if vector["type"] == "NUMBER_COMPLETED":
        return {"NUM_POSSIBLE": f"{vector['num_possible']}.00000000"}
    if vector["type"] == "CHOICE":
        labels = {
            f"CHOICE{number}_DEDUCTION": deduction
            for number, deduction in enumerate(vector["deductions"], 1)
        }
        return {"DEDUCTION_TYPE": vector["deduction_type"], **labels}
    names = {
        "TARGET_VALUE": "target",
        "DIFFERENCE": "difference",
        "DEDUCTION": "deduction",
        "TOLERANCE": "tolerance",
    }
    return {key: vector[name] for key, name in names.items() if name in vector}


@pytest.mark.parametrize("vector", VECTORS["measurement"])
def test_measurement_vector(vector):
    given = calculation(vector["type"], **parameters_of(vector))
    value = vector["input"]
    sent = str(int(value)) if isinstance(value, bool) else str(value)

    assert str(mark(given, sent, Decimal(vector["max"]))) == vector["expected"]


def test_measurement_without_parameters_is_yes_or_no():
    assert mark(Calculation(), "1", Decimal("0.75")) == Decimal("0.75")


@pytest.mark.parametrize(
    ("part_step", "expected"),
    [("", "0.25"), ("UP", "0.25"), ("DOWN", "0.50"), ("EXACT", "0.38")],
)
def test_part_of_a_difference_counts_as_the_scheme_says(part_step, expected):
    steps = calculation(
        "REGULAR_DIFFERENCE_DEDUCTION", **STEPS, PART_STEP=part_step.lower()
    )

    assert str(mark(steps, "2.5", Decimal("1.00"))) == expected


@pytest.mark.parametrize(
    ("changes", "value", "expected"),
    [
        ({"DEDUCTION": "10", "DEDUCTION_TYPE": "PERCENT"}, "3", "1.40"),
        ({"TARGET_VALUE": "200", "DIFFERENCE_TYPE": "PERCENT"}, "196", "1.50"),
        ({"TARGET_VALUE": "-200", "DIFFERENCE_TYPE": "PERCENT"}, "-204", "1.50"),
        ({"DIFFERENCE": "0.5"}, "-1", "1.50"),
        ({"DEDUCTION": "0"}, "99", "2.00"),
    ],
)
def test_difference_and_deduction_may_be_percentages(changes, value, expected):
    steps = calculation("REGULAR_DIFFERENCE_DEDUCTION", **(STEPS | changes))

    assert str(mark(steps, value, Decimal("2.00"))) == expected


@pytest.mark.parametrize(
    ("parameters", "value", "expected"),
    [
        (AT_LEAST_80, "100", "1.00"),
        (AT_LEAST_80, "99.5", "0.40"),
        (AT_LEAST_80, "80", "0.40"),
        (AT_LEAST_80, "79.9", "0.00"),
        (AT_LEAST_80, "120", "0.00"),
        (AT_LEAST_80, "121", "0.00"),
        (AT_MOST_15, "0", "1.00"),
        (AT_MOST_15, "3", "1.00"),
        (AT_MOST_15, "3.1", "0.40"),
        (AT_MOST_15, "15", "0.40"),
        (AT_MOST_15, "15.1", "0.00"),
        (AT_MOST_15, "-1", "0.00"),
    ],
)
def test_ranged_score_takes_the_least_deduction_that_applies(
    parameters, value, expected
):
    ranged = calculation("RANGED_SCORE", **parameters)

    assert str(mark(ranged, value, Decimal("1.00"))) == expected


def test_ranged_score_bounds_can_be_read_as_plain_values():
    ranged = calculation(
        "RANGED_SCORE",
        READING="ABSOLUTE",
        TARGET_VALUE="50",
        RANGE1_LOWER="40",
        RANGE1_UPPER="60",
        RANGE1_DEDUCTION="0.25",
    )

    assert mark(ranged, "40", Decimal("1.00")) == Decimal("0.75")
    assert mark(ranged, "39.9", Decimal("1.00")) == Decimal("0.00")


def test_direct_mark_is_the_value_itself():
    assert str(mark(calculation("MARK"), "12.5", Decimal("30.00"))) == "12.50"


def numbers(lowest, highest):
    return st.decimals(lowest, highest, places=3).map(str)


CALCULATIONS = [
    (calculation("PASS_FAIL"), st.sampled_from(["0", "1"])),
    (
        calculation("NUMBER_COMPLETED", NUM_POSSIBLE="7"),
        st.integers(0, 7).map(str),
    ),
    (
        calculation("CHOICE", CHOICE1_DEDUCTION="0", CHOICE2_DEDUCTION="9"),
        st.sampled_from(["1", "2"]),
    ),
    (calculation("REGULAR_DIFFERENCE_DEDUCTION", **STEPS), numbers(-100, 100)),
    (calculation("RANGED_SCORE", **AT_LEAST_80), numbers(0, 10_000)),
    (
        calculation("TOLERANCE_ALL_OR_NOTHING", TARGET_VALUE="1", TOLERANCE="2"),
        numbers(-300, 300),
    ),
]


@given(st.data(), st.decimals("0.01", 5, places=2))
def test_mark_lies_between_zero_and_the_maximum(data, max_mark):
    chosen, values = data.draw(st.sampled_from(CALCULATIONS))
    value = data.draw(values)

    earned = mark(chosen, value, max_mark)

    assert Decimal("0.00") <= earned <= max_mark
    assert earned.as_tuple().exponent == -2


@given(st.integers(0, 500), st.integers(0, 500))
def test_difference_deduction_never_rewards_a_larger_difference(near, far):
    steps = calculation("REGULAR_DIFFERENCE_DEDUCTION", **STEPS)
    near, far = sorted((near, far))

    assert mark(steps, str(-near), Decimal("2.00")) >= mark(
        steps, str(far), Decimal("2.00")
    )
