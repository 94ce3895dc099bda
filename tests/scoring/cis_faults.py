"""All faults a planned scheme may get, and what they do to the sums.

The sums are worked out with the tests' own arithmetic.
"""

from collections.abc import Callable

from tests.scoring.cis_fault_kinds import (
    Expected,
    calculation,
    ladder,
    misplaced_ladder,
    odd_row,
    repeated_code,
    rung,
    stated,
    sub_cell,
    typed,
    unknown_letter,
)
from tests.scoring.cis_layout import section_total
from tests.scoring.cis_plans import FULL, Plan

WHOLE = None

UNIT_DEDUCTION = "DEDUCTION_TYPE:::#x~x#UNIT#-#CHOICE1_DEDUCTION:::99#x~x#"
FAULTS = [
    typed("max", None, "max-missing", mark=0),
    typed("max", "half", "max-unreadable", mark=0),
    typed("max", "#REF!", "max-unreadable", mark=0),
    typed("max", 0.125, "max-too-fine", mark=0),
    typed("max", -0.5, "max-not-positive", mark=-50),
    typed("max", 0, "max-not-positive", mark=0),
    typed("max", 2.5, "max-large", mark=250),
    typed("section", None, "section-missing"),
    typed("section", 77, "section-unknown"),
    typed("section", "three", "section-unreadable"),
    typed("section", 1.5, "section-unreadable"),
    typed("description", None, "description-missing"),
    typed("kind", "O", "kind-old"),
    typed("kind", "S", "kind-old"),
    typed("kind", "X", "kind-unknown"),
    typed("kind", None, "kind-missing"),
    ladder(lambda each: each.rungs.__delitem__(1), "ladder-incomplete"),
    ladder(lambda each: each.rungs.clear(), "ladder-incomplete"),
    ladder(lambda each: each.rungs.__setitem__(3, (3, "")), "ladder-incomplete"),
    rung(1, "score-repeated"),
    rung(4, "score-unreadable"),
    rung("good", "score-unreadable"),
    misplaced_ladder,
    sub_cell("code", "", "code-missing"),
    sub_cell("code", "Q7", "code-elsewhere"),
    sub_cell("name", "", "sub-criterion-unnamed"),
    repeated_code,
    unknown_letter,
    stated,
    odd_row("before", {"extra": "belongs to none"}, "without-aspect"),
    odd_row("before", {"score": 1, "extra": "belongs to none"}, "without-aspect"),
    odd_row("after", {"max": 0.5}, "stray"),
    odd_row("after", {"description": "A heading"}, "heading-last"),
]
DAY_FAULTS = [
    sub_cell("day", None, "day-missing"),
    sub_cell("day", "soon", "day-unreadable"),
    sub_cell("day", 14, "day-range"),
]
CALCULATION_FAULTS = [
    calculation(None, "calculation-unknown"),
    calculation(("", "GUESS", ""), "calculation-kind"),
    calculation(("", "NUMBER_COMPLETED", ""), "calculation-parameters"),
    calculation(
        ("", "RANGED_SCORE", "TARGET_VALUE:::1#x~x#"), "calculation-parameters"
    ),
    calculation(("", "CHOICE", UNIT_DEDUCTION), "deduction-large"),
    typed("calculation", "row 1", "calculation-unreadable"),
]


def faults_for(plan: Plan) -> list[Callable]:
    """List the faults that this form of workbook can have."""
    faults = list(FAULTS)
    if plan.style.has_day:
        faults += DAY_FAULTS
    if plan.style.has_calculation:
        faults += CALCULATION_FAULTS
    return faults


def whole_scheme(plan: Plan) -> Expected:
    """Work out what must be said of the scheme as a whole, and of its sections."""
    expected: Expected = []
    if sum(each.mark for each in plan.aspects) != FULL:
        expected.append((WHOLE, "total"))
    if not plan.style.has_day:
        expected.append((WHOLE, "days-missing"))
    variations = {
        number: abs(declared - section_total(plan, number))
        for number, declared in plan.sections.items()
    }
    for number, variation in variations.items():
        if variation > 500:
            expected.append((number, "section-variation"))
    if sum(variations.values()) > 500:
        expected.append((WHOLE, "total-variation"))
    return expected
