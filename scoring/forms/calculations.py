"""The fields of each calculation, named as CIS names its parameters."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from scoring.rules.calculation import AmountType, CalculationKind
from scoring.rules.deviation import PartStep, RangeReading
from scoring.rules.earning import UNIT

#: As many lines are offered at least; imported calculations may have more.
FEWEST_LINES = 4
_LINE: Final = re.compile(r"(?:CHOICE|RANGE)([1-9][0-9]?)_")
Fields = Iterator[tuple[str, forms.Field]]

KINDS: Final = (
    ("", _("Yes or no")),
    (CalculationKind.NUMBER_COMPLETED.value, _("Number completed")),
    (CalculationKind.CHOICE.value, _("Choice of described outcomes")),
    (
        CalculationKind.REGULAR_DIFFERENCE_DEDUCTION.value,
        _("Deduction for each difference from a target"),
    ),
    (CalculationKind.RANGED_SCORE.value, _("Deduction by ranges around a target")),
    (
        CalculationKind.TOLERANCE_ALL_OR_NOTHING.value,
        _("Within a tolerance, all or nothing"),
    ),
    (CalculationKind.MARK.value, _("The mark itself")),
)
_AMOUNTS: Final = (
    (AmountType.UNIT.value, _("in marks")),
    (AmountType.PERCENT.value, _("in percent of the maximum")),
)
_DIFFERENCES: Final = (
    (AmountType.UNIT.value, _("in units of the target")),
    (AmountType.PERCENT.value, _("in percent of the target")),
)
_PART_STEPS: Final = (
    (PartStep.UP.value, _("counts as a whole step")),
    (PartStep.DOWN.value, _("does not count")),
    (PartStep.EXACT.value, _("counts in part")),
)
_READINGS: Final = (
    (RangeReading.OFFSETS.value, _("distances below and above the target")),
    (RangeReading.ABSOLUTE.value, _("the values themselves")),
)


def parameter_fields(kind: str, given: Mapping[str, str]) -> dict[str, forms.Field]:
    """Return the fields of a calculation by the names of its parameters.

    ``given`` are the parameters there are: every line of theirs gets its fields.
    """
    fields = _FIELDS.get(kind)
    return dict(fields(given)) if fields else {}


def lines_of(names: Iterable[str]) -> dict[int, list[str]]:
    """Sort the names of parameters into the lines they belong to, 0 for none."""
    lines: defaultdict[int, list[str]] = defaultdict(list)
    for name in names:
        match = _LINE.match(name)
        lines[int(match[1]) if match else 0].append(name)
    return dict(lines)


def _number(label: Any, **settings: Any) -> forms.Field:
    return forms.DecimalField(
        label=label,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={"invalid": _("Write a number such as 0.5.")},
        **settings,
    )


def _choice(label: Any, choices: Any) -> forms.Field:
    return forms.ChoiceField(label=label, choices=choices, required=False)


def _unit() -> tuple[str, forms.Field]:
    """Return the field of the unit, which stands beside the judge's own."""
    return UNIT, forms.CharField(
        label=_("Unit of the value"),
        help_text=_("For example mm; it stands beside the judge's field."),
        max_length=12,
        required=False,
    )


def _number_completed(_given: Mapping[str, str]) -> Fields:
    yield "NUM_POSSIBLE", forms.IntegerField(label=_("Number possible"), min_value=1)
    yield _unit()


def _choices(given: Mapping[str, str]) -> Fields:
    yield "DEDUCTION_TYPE", _choice(_("Deductions are"), _AMOUNTS)
    for number in _lines(given, "CHOICE"):
        yield (
            f"CHOICE{number}_LABEL",
            forms.CharField(label=_("Outcome %s") % number, required=False),
        )
        yield (
            f"CHOICE{number}_DEDUCTION",
            _number(_("Deduction %s") % number, min_value=0, required=False),
        )


def _difference(_given: Mapping[str, str]) -> Fields:
    yield "TARGET_VALUE", _number(_("Target value"))
    yield _unit()
    yield "DIFFERENCE", _number(_("For each difference of"), min_value=0)
    yield "DIFFERENCE_TYPE", _choice(_("The difference is"), _DIFFERENCES)
    yield "DEDUCTION", _number(_("Deduction"), min_value=0)
    yield "DEDUCTION_TYPE", _choice(_("Deductions are"), _AMOUNTS)
    yield "PART_STEP", _choice(_("A part of a difference"), _PART_STEPS)


def _ranges(given: Mapping[str, str]) -> Fields:
    yield "TARGET_VALUE", _number(_("Target value"))
    yield _unit()
    yield "READING", _choice(_("Bounds are"), _READINGS)
    yield "DEDUCTION_TYPE", _choice(_("Deductions are"), _AMOUNTS)
    for number in _lines(given, "RANGE"):
        name = f"RANGE{number}"
        yield f"{name}_LOWER", _number(_("Lower bound %s") % number, required=False)
        yield f"{name}_UPPER", _number(_("Upper bound %s") % number, required=False)
        yield (
            f"{name}_DEDUCTION",
            _number(_("Deduction %s") % number, min_value=0, required=False),
        )


def _tolerance(_given: Mapping[str, str]) -> Fields:
    yield "TARGET_VALUE", _number(_("Target value"))
    yield _unit()
    yield "TOLERANCE", _number(_("Tolerance ±"), min_value=0)


def _lines(given: Mapping[str, str], name: str) -> range:
    """Return the numbers of lines: those in use and one more."""
    pattern = re.compile(rf"{name}([1-9][0-9]?)_")
    used = [
        int(match[1]) for key in given if given[key] and (match := pattern.match(key))
    ]
    return range(1, max([FEWEST_LINES, *(number + 1 for number in used)]) + 1)


_FIELDS: Final[Mapping[str, Callable[[Mapping[str, str]], Fields]]] = {
    CalculationKind.NUMBER_COMPLETED: _number_completed,
    CalculationKind.CHOICE: _choices,
    CalculationKind.REGULAR_DIFFERENCE_DEDUCTION: _difference,
    CalculationKind.RANGED_SCORE: _ranges,
    CalculationKind.TOLERANCE_ALL_OR_NOTHING: _tolerance,
}
