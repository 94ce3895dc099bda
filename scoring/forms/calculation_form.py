"""A form that asks how a measured value becomes a mark."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _, gettext_lazy

from people.sentences import in_words
from scoring.forms.calculations import KINDS, lines_of, parameter_fields
from scoring.forms.schemes import VersionForm
from scoring.rules.calculation import CalculationKind, InvalidParameters
from scoring.rules.measurement import check_parameters
from scoring.rules.scheme import JUDGEMENT, Aspect, Calculation, Scheme
from scoring.rules.scheme_check_calculations import ready
from scoring.rules.scheme_parameters import is_writable


class CalculationForm(VersionForm):
    """The choice of a calculation, and the fields of the one that is chosen.

    ``known`` is the calculation there is; parameters of it that have no field stay.
    """

    calculation = forms.ChoiceField(
        label=gettext_lazy("How the value becomes a mark"),
        choices=KINDS,
        required=False,
    )

    def __init__(
        self, data: Any, *, initial: dict[str, Any], known: Calculation | None
    ) -> None:
        """Lay out the fields of the calculation that was sent, or of the known one."""
        self.known = known
        kind = known.kind if known else ""
        if kind == CalculationKind.PASS_FAIL:
            kind = ""
        super().__init__(data, initial=initial | {"calculation": kind})
        if self.is_bound:
            is_judged = self.data.get("kind") == JUDGEMENT
            kind = "" if is_judged else str(self.data.get("calculation", ""))
        self._add_parameters(kind)

    def refill(self, data: Mapping[str, Any]) -> None:
        """Show what was typed with the fields of the calculation chosen, unchecked."""
        for name in self._parameters:
            del self.fields[name]
        self._add_parameters(str(data.get("calculation", "")))
        self.initial.update(_texts(data))

    def parameters(self) -> list[BoundField]:
        """Return the fields of the calculation that is chosen."""
        return [self[name] for name in self._parameters]

    def settings(self) -> list[BoundField]:
        """Return those of its fields that stand in no line."""
        return [self[name] for name in lines_of(self._parameters).get(0, ())]

    def lines(self) -> list[tuple[int, list[BoundField]]]:
        """Return the fields of its lines: of outcomes or of ranges, by number."""
        lines = lines_of(self._parameters)
        return [(at, [self[name] for name in lines[at]]) for at in lines if at]

    def wanted(self) -> Calculation | None:
        """Return the calculation as typed, None for plain yes or no."""
        kind = self.cleaned_data.get("calculation", "")
        if not kind:
            # A scheme may write yes or no out as a calculation of its own.
            return self._known_of(CalculationKind.PASS_FAIL)
        known = self._known_of(kind)
        kept = dict(known.parameters) if known else {}
        return Calculation(
            name=known.name if known else "",
            kind=kind,
            reusable=known.reusable if known else False,
            parameters=tuple((kept | dict(self._typed(kept))).items()),
        )

    def check_calculation(self) -> None:
        """Put what cannot be computed beside the choice."""
        wanted = None if self.errors else self.wanted()
        if wanted is None:
            return
        try:
            check_parameters(ready(wanted))
        except InvalidParameters as flaw:
            self.add_error("calculation", in_words(flaw.sentence))
        if not is_writable(wanted.parameters):
            self.add_error("calculation", _("Write the outcomes without ::: and #."))

    def _add_parameters(self, kind: str) -> None:
        known = self._known_of(kind)
        given = dict(known.parameters) if known else {}
        fields = parameter_fields(kind, given | _texts(self.data))
        self._parameters = tuple(fields)
        self.fields.update(fields)
        self.initial.update(given)

    def _known_of(self, kind: str) -> Calculation | None:
        return self.known if self.known and self.known.kind == kind else None

    def _typed(self, kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name in self._parameters:
            value = self.cleaned_data.get(name)
            text = "" if value is None else str(value)
            if text or name in kept:
                yield name, text


def known_calculation(scheme: Scheme, aspect: Aspect | None) -> Calculation | None:
    """Return the calculation an aspect uses, if the scheme has it."""
    row = aspect.calculation if aspect else None
    if row is None or not 1 <= row <= len(scheme.calculations):
        return None
    return scheme.calculations[row - 1]


def _texts(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what a browser sent, field by field."""
    return {name: str(data[name]) for name in data}
