"""The form of one aspect: what is marked, and how it becomes a mark."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _, gettext_lazy

from scoring.enums import AspectKind
from scoring.forms.calculation_form import CalculationForm, known_calculation
from scoring.rules.scheme import (
    JUDGEMENT,
    MEASUREMENT,
    Aspect,
    Scheme,
    SubCriterion,
)
from scoring.rules.scheme_changes import with_calculation
from scoring.rules.scheme_check_aspects import RUNGS
from scoring.rules.scheme_check_lengths import LONGEST_NAME

_TWO_ROWS = {"rows": 2}


class AspectForm(CalculationForm):
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

    def __init__(
        self, data: Any, *, scheme: Scheme, item: Aspect | None, holder: SubCriterion
    ) -> None:
        """Start from an aspect, or from the kind of the one before."""
        self.item = item
        last = holder.aspects[-1].kind if holder.aspects else MEASUREMENT
        super().__init__(
            data,
            initial=_initial(item or Aspect(last, "")),
            known=known_calculation(scheme, item),
        )
        self._offer_sections(scheme, item)
        # What is sent of a measurement has no ladder; a blank form may become either.
        is_required = not self.is_bound or self.data.get("kind") == JUDGEMENT
        for score in range(RUNGS):
            self.fields[f"ladder-{score}"] = forms.CharField(
                label=_("Description of score %s") % score,
                widget=forms.Textarea(attrs=_TWO_ROWS),
                required=is_required,
                error_messages={"required": _("Describe every score from 0 to 3.")},
            )

    def ladder(self) -> list[BoundField]:
        """Return the four fields of the ladder, from 0."""
        return [self[f"ladder-{score}"] for score in range(RUNGS)]

    def clean(self) -> dict[str, Any]:
        """Refuse parameters that cannot be computed."""
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("kind") == MEASUREMENT:
            self.check_calculation()
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
            section=typed.get("section"),
            max_mark=typed["max_mark"],
            requirement="" if is_judged else typed["requirement"],
            ladder=tuple(typed[field.name] for field in self.ladder())
            if is_judged
            else (),
        )
        return with_calculation(scheme, aspect, None if is_judged else self.wanted())

    def _offer_sections(self, scheme: Scheme, item: Aspect | None) -> None:
        """Ask for a section where the scheme lists any, or to take a stray one off."""
        if not scheme.sections and (item is None or item.section is None):
            del self.fields["section"]
            return
        field = self.fields["section"]
        field.required = bool(scheme.sections)
        field.choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((each.number, f"{each.number} {each.name}") for each in scheme.sections),
        ]

    def _details(self) -> tuple[str, ...]:
        """Keep details as they were unless their text was changed."""
        if self.item and "details" not in self.changed_data:
            return self.item.details
        return tuple(self.cleaned_data["details"].splitlines())


def _initial(aspect: Aspect) -> dict[str, Any]:
    return {
        "kind": aspect.kind,
        "description": aspect.description,
        "max_mark": aspect.max_mark,
        "section": aspect.section,
        "details": "\n".join(aspect.details),
        "heading": aspect.heading,
        "requirement": aspect.requirement,
        **{f"ladder-{score}": text for score, text in enumerate(aspect.ladder)},
    }
