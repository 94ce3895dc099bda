"""The check of a scheme built by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.rules.scheme import Calculation
from scoring.rules.scheme_check import check, is_usable
from tests.scoring.scheme.schemes import LADDER, aspect, scheme


def codes(made, *, but=("max-large",)):
    return [
        (problem.row, problem.severity.value, problem.code)
        for problem in check(made)
        if problem.code not in but
    ]


def test_a_sound_scheme_has_no_errors():
    problems = check(scheme())

    assert {problem.code for problem in problems} == {"max-large"}
    assert is_usable(problems)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"max_mark": None}, [(None, "error", "total"), (30, "error", "max-missing")]),
        ({"section": None}, [(30, "error", "section-missing")]),
        ({"section": 9}, [(30, "error", "section-unknown")]),
        ({"description": " "}, [(30, "error", "description-missing")]),
        ({"kind": "J"}, [(30, "error", "ladder-incomplete")]),
        (
            {"kind": "J", "ladder": ("a", "", "c", "d")},
            [(30, "error", "ladder-incomplete")],
        ),
        ({"kind": "J", "ladder": LADDER}, []),
        ({"ladder": LADDER}, [(30, "error", "ladder-misplaced")]),
        ({"kind": "S"}, [(30, "error", "kind-old")]),
        ({"kind": "B"}, [(30, "error", "kind-unknown")]),
        ({"kind": ""}, [(30, "error", "kind-missing")]),
        ({"calculation": 1}, [(30, "error", "calculation-unknown")]),
        ({"calculation": 0}, [(30, "error", "calculation-unknown")]),
    ],
)
def test_aspect(changes, expected):
    made = scheme(aspect(**changes))

    problems = codes(made, but=("max-large", "section-variation", "total-variation"))
    assert problems == expected


@pytest.mark.parametrize(
    ("kind", "parameters", "expected"),
    [
        ("PASS_FAIL", (), []),
        ("NUMBER_COMPLETED", (("NUM_POSSIBLE", "4"),), []),
        ("NUMBER_COMPLETED", (("NUM_POSSIBLE", "0"),), ["calculation-parameters"]),
        ("NUMBER_COMPLETED", (), ["calculation-parameters"]),
        ("CHOICE", (("CHOICE1_LABEL", "a"),), ["calculation-parameters"]),
        ("CHOICE", (("CHOICE1_DEDUCTION", "20.01"),), ["deduction-large"]),
        ("CHOICE", (("CHOICE1_DEDUCTION", "20"),), []),
        (
            "CHOICE",
            (("CHOICE1_DEDUCTION", "101"), ("DEDUCTION_TYPE", "PERCENT")),
            ["deduction-large"],
        ),
        ("GUESS", (), ["calculation-kind"]),
        ("", (), ["calculation-unknown"]),
    ],
)
def test_calculation(kind, parameters, expected):
    calculation = Calculation("", kind, parameters=parameters)
    made = scheme(aspect(calculation=1), calculations=(calculation,))

    assert [code for _, _, code in codes(made)] == expected


def test_a_calculation_on_a_judgement_is_left_out_of_account():
    pass_fail = (Calculation("", "PASS_FAIL"),)
    one, two = (aspect(kind="J", ladder=LADDER, calculation=row) for row in (1, 2))

    assert codes(scheme(one, calculations=pass_fail)) == [
        (30, "warning", "calculation-misplaced")
    ]
    assert codes(scheme(two, calculations=pass_fail)) == [
        (30, "error", "calculation-unknown")
    ]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        (("100.00", "0.00"), []),
        (("95.00", "5.00"), [(None, "warning", "total-variation")]),
        (
            ("94.99", "5.01"),
            [
                (None, "warning", "total-variation"),
                (5, "error", "section-variation"),
                (6, "error", "section-variation"),
            ],
        ),
        (("97.50", "2.50"), []),
        (("97.00", "0.00"), [(None, "warning", "sections-sum")]),
    ],
)
def test_a_section_may_vary_by_five(declared, expected):
    made = scheme(sections=[("Work", declared[0]), ("Care", declared[1])])

    assert codes(made) == expected


def test_a_scheme_without_sections_gets_one_warning():
    criteria = [
        replace(
            criterion,
            sub_criteria=tuple(
                replace(sub, aspects=(aspect(section=None),))
                for sub in criterion.sub_criteria
            ),
        )
        for criterion in scheme().criteria
    ]

    assert codes(scheme(sections=(), criteria=criteria)) == [
        (None, "warning", "sections-missing")
    ]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"day": 0}, "day-range"),
        ({"day": 10}, "day-range"),
        ({"day": None}, "day-missing"),
        ({"code": ""}, "code-missing"),
        ({"code": "B1"}, "code-elsewhere"),
        ({"code": "A1234567"}, "too-long"),
        ({"name": ""}, "sub-criterion-unnamed"),
        ({"name": "x" * 301}, "too-long"),
    ],
)
def test_sub_criterion(changes, code):
    first, *others = scheme().criteria
    sub = replace(first.sub_criteria[0], row=21, **changes)
    made = scheme(criteria=[replace(first, sub_criteria=(sub,)), *others])

    problems = codes(made, but=("max-large", "code-repeated"))
    assert [(row, code) for row, _, code in problems] == [(21, code)]


def test_fewer_than_five_criteria_are_unusual_and_none_beyond_i_exists():
    first = replace(scheme().criteria[0], letter="J", row=11)

    assert codes(scheme(criteria=[first]), but=("max-large", "code-elsewhere")) == [
        (None, "error", "total"),
        (None, "warning", "criteria-number"),
        (None, "warning", "total-variation"),
        (5, "error", "section-variation"),
        (11, "error", "letter-unknown"),
    ]


def test_sentences_name_what_is_wrong_and_what_would_be_right():
    made = scheme(aspect(max_mark=Decimal("2.50"), section=8))

    assert [str(problem.sentence) for problem in check(made)][:3] == [
        "The maximum marks add up to 82.50; a scheme has 100.00 in all.",
        "The variations of all sections add up to 20.00, more than 5.00.",
        (
            "Section 1 has 80.00 marks against 100.00 declared; "
            "up to 5.00 more or less is allowed."
        ),
    ]
