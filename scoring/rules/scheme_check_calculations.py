"""Checks of the calculations that measurement aspects refer to.

A broken calculation is reported in the row of every aspect that uses it: there it
would give wrong marks. Types and parameters: ``scoring.rules.measurement``.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from people.rules.sentence import Sentence
from scoring.rules.calculation import (
    PERCENT,
    AmountType,
    Calculation as ReadyCalculation,
    CalculationKind,
    InvalidParameters,
    is_given,
    read_number,
)
from scoring.rules.measurement import check_parameters
from scoring.rules.scheme import JUDGEMENT, MEASUREMENT, Aspect, Calculation, Scheme
from scoring.rules.scheme_problems import Problem, error, warning

DEDUCTION = re.compile(r"(?:CHOICE\d+_|RANGE\d+_)?DEDUCTION")

CALCULATION_UNKNOWN = error(
    "calculation-unknown",
    "calculation",
    Sentence("There is no row {calculation} in the sheet Calculations."),
)
CALCULATION_KIND = error(
    "calculation-kind",
    "calculation",
    Sentence(
        "The calculation has the unknown type “{kind}”; use one of the CIS types such"
        " as PASS_FAIL."
    ),
)
INVALID_PARAMETERS = error(
    "calculation-parameters",
    "calculation",
    Sentence("The parameters of the calculation cannot be used."),
)
CALCULATION_MISPLACED = warning(
    "calculation-misplaced",
    "calculation",
    Sentence("A calculation belongs to measurement; here it is left out of account."),
)
DEDUCTION_LARGE = warning(
    "deduction-large",
    "calculation",
    Sentence(
        "The calculation can deduct {deduction}, more than the whole maximum mark; the"
        " mark stops at 0.00."
    ),
)


def check_calculations(scheme: Scheme) -> Iterator[Problem]:
    """Check the calculation of every aspect that names one."""
    for aspect in scheme.aspects:
        if aspect.calculation is None:
            continue
        row = aspect.calculation
        if not _is_listed(row, scheme.calculations):
            yield CALCULATION_UNKNOWN.at(aspect.row, calculation=row)
        elif aspect.kind == MEASUREMENT:
            yield from _check_use(aspect, scheme.calculations[row - 1])
        elif aspect.kind == JUDGEMENT:
            yield CALCULATION_MISPLACED.at(aspect.row)


def ready(calculation: Calculation) -> ReadyCalculation:
    """Turn a row of the scheme into what computes marks; ValueError if unknown."""
    return ReadyCalculation(
        CalculationKind(calculation.kind), dict(calculation.parameters)
    )


def _is_listed(row: int, calculations: tuple[Calculation, ...]) -> bool:
    """Whether a row of the sheet Calculations is there and filled."""
    return 1 <= row <= len(calculations) and not calculations[row - 1].is_blank


def _check_use(aspect: Aspect, calculation: Calculation) -> Iterator[Problem]:
    if calculation.kind not in list(CalculationKind):
        yield CALCULATION_KIND.at(aspect.row, kind=calculation.kind)
        return
    try:
        check_parameters(ready(calculation))
        deduction = _excessive_deduction(aspect, dict(calculation.parameters))
    except InvalidParameters as flaw:
        yield INVALID_PARAMETERS.saying(flaw.sentence, aspect.row)
        return
    if deduction:
        yield DEDUCTION_LARGE.at(aspect.row, deduction=deduction)


def _excessive_deduction(aspect: Aspect, parameters: dict[str, str]) -> str:
    """Return the largest deduction as written where it exceeds the whole mark."""
    is_percent = parameters.get("DEDUCTION_TYPE") == AmountType.PERCENT
    limit = PERCENT if is_percent else aspect.max_mark
    deductions = {
        read_number(parameters, key): parameters[key]
        for key in parameters
        if DEDUCTION.fullmatch(key) and is_given(parameters, key)
    }
    if limit is None or not deductions:
        return ""
    largest = max(deductions)
    if largest <= Fraction(limit):
        return ""
    return deductions[largest] + ("%" if is_percent else "")
