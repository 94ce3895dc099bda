"""The form of one aspect: what is marked, and how it becomes a mark."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _, gettext_lazy

from people.sentences import in_words
from scoring.enums import AspectKind
from scoring.forms.calculations import KINDS, parameter_fields
from scoring.forms.schemes import VersionForm
from scoring.rules.calculation import InvalidParameters
from scoring.rules.measurement import check_parameters
from scoring.rules.scheme import (
    JUDGEMENT,
    MEASUREMENT,
    Aspect,
    Calculation,
    Scheme,
    SubCriterion,
)
from scoring.rules.scheme_changes import with_calculation
from scoring.rules.scheme_check_aspects import RUNGS
from scoring.rules.scheme_check_calculations import ready
from scoring.rules.scheme_check_lengths import LONGEST_NAME

_TWO_ROWS = {"rows": 2}


class AspectForm(VersionForm):
    """An aspect; the fields of its calculation follow the calculation chosen."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Type"), choices=AspectKind.choices, widget=forms.RadioSelect
    )
    description = forms.CharField(
        label=gettext_lazy("What is marked"), widget=forms.Textarea(attrs=_TWO_ROWS)
    )
    max_mark = forms.DecimalField(
        label=gettext_lazy("Maximum mark"),
        max_digits=5,
        decimal_places=2,
        min_value=Decimal("0.01"),
    )
    section = forms.TypedChoiceField(
        label=gettext_lazy("Standards section"),
        coerce=int,
        empty_value=None,
        required=False,
    )
    details = forms.CharField(
        label=gettext_lazy("Further description"),
        help_text=gettext_lazy("One line for each point."),
        widget=forms.Textarea(attrs=_TWO_ROWS),
        required=False,
    )
    heading = forms.CharField(
        label=gettext_lazy("Heading above this aspect"),
        max_length=LONGEST_NAME,
        required=False,
    )
    requirement = forms.CharField(
        label=gettext_lazy("Requirement or nominal size"),
        widget=forms.Textarea(attrs=_TWO_ROWS),
        required=False,
    )
    calculation = forms.ChoiceField(
        label=gettext_lazy("How the value becomes a mark"),
        choices=KINDS,
        required=False,
    )

    def __init__(
        self, data: Any, *, scheme: Scheme, item: Aspect | None, holder: SubCriterion
    ) -> None:
        """Start from an aspect, or from the kind of the one before."""
        self.item = item
        self.known = _calculation_of(scheme, item)
        last = holder.aspects[-1].kind if holder.aspects else MEASUREMENT
        super().__init__(data, initial=_initial(item or Aspect(last, ""), self.known))
        self.fields["section"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((each.number, f"{each.number} {each.name}") for each in scheme.sections),
        ]
        for score in range(RUNGS):
            self.fields[f"ladder-{score}"] = forms.CharField(
                label=_("Description of score %s") % score,
                widget=forms.Textarea(attrs=_TWO_ROWS),
                required=False,
            )
        self._add_parameters()

    def refill(self, data: Mapping[str, Any]) -> None:
        """Show what was typed with the fields of the calculation chosen, unchecked."""
        for name in self._parameters:
            del self.fields[name]
        self._add_parameters(str(data.get("calculation", "")))
        self.initial.update(_typed(data))

    def parameters(self) -> list[BoundField]:
        """Return the fields of the calculation that is chosen."""
        return [self[name] for name in self._parameters]

    def ladder(self) -> list[BoundField]:
        """Return the four fields of the ladder, from 0."""
        return [self[f"ladder-{score}"] for score in range(RUNGS)]

    def clean(self) -> dict[str, Any]:
        """Refuse a ladder with gaps and parameters that cannot be computed."""
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("kind") == JUDGEMENT:
            for field in self.ladder():
                if not typed.get(field.name):
                    self.add_error(field.name, _("Describe every score from 0 to 3."))
        elif typed.get("kind") == MEASUREMENT:
            self._check_calculation()
        return typed

    def changed(self, scheme: Scheme) -> tuple[Scheme, Aspect]:
        """Return the aspect as typed, and the scheme with its calculation."""
        typed = self.cleaned_data
        is_judged = typed["kind"] == JUDGEMENT
        aspect = replace(
            self.item or Aspect(typed["kind"], ""),
            kind=typed["kind"],
            description=typed["description"],
            details=self._details(),
            heading=typed["heading"],
            section=typed["section"],
            max_mark=typed["max_mark"],
            requirement="" if is_judged else typed["requirement"],
            ladder=tuple(typed[field.name] for field in self.ladder())
            if is_judged
            else (),
        )
        return with_calculation(scheme, aspect, None if is_judged else self._wanted())

    def _add_parameters(self, kind: str | None = None) -> None:
        if kind is None:
            kind = str(self["calculation"].value() or "")
        same = self.known is not None and self.known.kind == kind
        given = dict(self.known.parameters) if self.known and same else {}
        fields = parameter_fields(kind, given | _typed(self.data))
        self._parameters = tuple(fields)
        self.fields.update(fields)
        for name, value in given.items():
            self.initial[name] = value

    def _details(self) -> tuple[str, ...]:
        """Keep details as they were unless their text was changed."""
        if self.item and "details" not in self.changed_data:
            return self.item.details
        return tuple(self.cleaned_data["details"].splitlines())

    def _check_calculation(self) -> None:
        wanted = None if self.errors else self._wanted()
        if wanted is None:
            return
        try:
            check_parameters(ready(wanted))
        except InvalidParameters as flaw:
            self.add_error("calculation", in_words(flaw.sentence))

    def _wanted(self) -> Calculation | None:
        """Return the calculation as typed; parameters without a field stay."""
        kind = self.cleaned_data.get("calculation", "")
        known = self.known if self.known and self.known.kind == kind else None
        if not kind:
            # A scheme may write yes or no out as a calculation of its own.
            return self.known if self.known and self.known.kind == "PASS_FAIL" else None
        kept = dict(known.parameters) if known else {}
        return Calculation(
            name=known.name if known else "",
            kind=kind,
            reusable=known.reusable if known else False,
            parameters=tuple((kept | dict(self._typed_parameters(kept))).items()),
        )

    def _typed_parameters(self, kept: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name in self._parameters:
            value = self.cleaned_data.get(name)
            text = "" if value is None else str(value)
            if text or name in kept:
                yield name, text


def _calculation_of(scheme: Scheme, aspect: Aspect | None) -> Calculation | None:
    row = aspect.calculation if aspect else None
    if row is None or not 1 <= row <= len(scheme.calculations):
        return None
    return scheme.calculations[row - 1]


def _initial(aspect: Aspect, known: Calculation | None) -> dict[str, Any]:
    kind = known.kind if known else ""
    return {
        "kind": aspect.kind,
        "description": aspect.description,
        "max_mark": aspect.max_mark,
        "section": aspect.section,
        "details": "\n".join(aspect.details),
        "heading": aspect.heading,
        "requirement": aspect.requirement,
        "calculation": "" if kind == "PASS_FAIL" else kind,
        **{f"ladder-{score}": text for score, text in enumerate(aspect.ladder)},
    }


def _typed(data: Mapping[str, Any]) -> dict[str, str]:
    """Return what a browser sent, to lay out as many lines again."""
    return {name: str(data[name]) for name in data}
