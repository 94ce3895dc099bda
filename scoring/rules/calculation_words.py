"""What a calculation does, in sentences an expert can check against the description."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from people.rules.sentence import Sentence
from scoring.rules.calculation import AmountType, CalculationKind, InvalidParameters
from scoring.rules.counting import ChoiceDeduction, NumberCompleted
from scoring.rules.deviation import (
    DifferenceDeduction,
    PartStep,
    RangedScore,
    RangeReading,
    Tolerance,
)
from scoring.rules.scheme import Aspect, Calculation, Scheme

Words = Iterator[Sentence]

YES_OR_NO = Sentence("Yes or no: the maximum or nothing.")
UNKNOWN = Sentence("Calculation “{kind}” is unknown.")


def words_of(scheme: Scheme, aspect: Aspect) -> tuple[Sentence, ...]:
    """Say how the measured value of an aspect becomes its mark.

    Nothing for a judgement. What cannot be computed is said instead.
    """
    if aspect.kind != "M":
        return ()
    row = aspect.calculation
    if row is None:
        return (YES_OR_NO,)
    if not 1 <= row <= len(scheme.calculations):
        return (Sentence(UNKNOWN.text, {"kind": str(row)}),)
    return describe(scheme.calculations[row - 1])


def describe(calculation: Calculation) -> tuple[Sentence, ...]:
    """Say what a calculation does, with its own figures."""
    if calculation.kind not in _WORDS:
        return (Sentence(UNKNOWN.text, {"kind": calculation.kind}),)
    words = _WORDS[CalculationKind(calculation.kind)]
    try:
        return tuple(words(dict(calculation.parameters)))
    except InvalidParameters as flaw:
        return (flaw.sentence,)


def _pass_fail(_given: Mapping[str, str]) -> Words:
    yield YES_OR_NO


def _number_completed(given: Mapping[str, str]) -> Words:
    NumberCompleted.read(given)
    yield Sentence(
        "An equal share of the maximum for each of {number} done.",
        {"number": given.get("NUM_POSSIBLE", "")},
    )


def _choice(given: Mapping[str, str]) -> Words:
    for choice in ChoiceDeduction.read(given).choices:
        yield _less(
            Sentence("{label}: {amount} less", {"label": choice.label}),
            Sentence("{label}: {amount} % less", {"label": choice.label}),
            given,
            f"CHOICE{choice.number}_DEDUCTION",
        )


def _difference(given: Mapping[str, str]) -> Words:
    part_step = DifferenceDeduction.read(given).part_step
    places = {
        "target": given.get("TARGET_VALUE", ""),
        "difference": given.get("DIFFERENCE", "")
        + (" %" if given.get("DIFFERENCE_TYPE") == AmountType.PERCENT else ""),
    }
    yield _less(
        Sentence("Target {target}; {amount} less for each {difference} away", places),
        Sentence("Target {target}; {amount} % less for each {difference} away", places),
        given,
        "DEDUCTION",
    )
    yield _PART_STEPS[part_step]


def _ranged(given: Mapping[str, str]) -> Words:
    RangedScore.read(given)
    target = given.get("TARGET_VALUE", "")
    absolute = given.get("READING") == RangeReading.ABSOLUTE
    for key in sorted(given):
        name, _, part = key.partition("_")
        if not name.startswith("RANGE") or part != "DEDUCTION" or not given[key]:
            continue
        places = {
            "lower": given.get(f"{name}_LOWER", ""),
            "upper": given.get(f"{name}_UPPER", ""),
            "target": target,
        }
        if absolute:
            yield _less(
                Sentence("From {lower} to {upper}: {amount} less", places),
                Sentence("From {lower} to {upper}: {amount} % less", places),
                given,
                key,
            )
        else:
            yield _less(
                Sentence("{target} −{lower} to +{upper}: {amount} less", places),
                Sentence("{target} −{lower} to +{upper}: {amount} % less", places),
                given,
                key,
            )
    yield Sentence("Outside: 0.00")


def _tolerance(given: Mapping[str, str]) -> Words:
    Tolerance.read(given)
    yield Sentence(
        "Target {target} ± {tolerance}: the maximum; otherwise nothing.",
        {
            "target": given.get("TARGET_VALUE", ""),
            "tolerance": given.get("TOLERANCE", ""),
        },
    )


def _mark(_given: Mapping[str, str]) -> Words:
    yield Sentence("The mark itself is written, from 0.00 to the maximum.")


def _less(
    in_marks: Sentence, in_percent: Sentence, given: Mapping[str, str], key: str
) -> Sentence:
    """Fill the sentence for marks or for percent with a deduction."""
    percent = given.get("DEDUCTION_TYPE") == AmountType.PERCENT
    sentence = in_percent if percent else in_marks
    amount = {"amount": given.get(key, "")}
    return Sentence(sentence.text, {**sentence.parameters, **amount})


_PART_STEPS: Final[Mapping[PartStep, Sentence]] = {
    PartStep.UP: Sentence("A part of a step counts whole."),
    PartStep.DOWN: Sentence("Only whole steps count."),
    PartStep.EXACT: Sentence("A part of a step counts in part."),
}
_WORDS: Final[Mapping[CalculationKind, Callable[[Mapping[str, str]], Words]]] = {
    CalculationKind.PASS_FAIL: _pass_fail,
    CalculationKind.NUMBER_COMPLETED: _number_completed,
    CalculationKind.CHOICE: _choice,
    CalculationKind.REGULAR_DIFFERENCE_DEDUCTION: _difference,
    CalculationKind.RANGED_SCORE: _ranged,
    CalculationKind.TOLERANCE_ALL_OR_NOTHING: _tolerance,
    CalculationKind.MARK: _mark,
}
