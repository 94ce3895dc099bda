"""The rows in which the components of an event are edited."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import ComponentKind, ComponentSource
from competitions.models import Component
from competitions.services.components import ComponentLine, StageLine

#: Stages as notices call them, with their English names.
STAGES = {"预赛": "Heats", "半决赛": "Semi-final", "决赛": "Final"}


class ComponentForm(forms.Form):
    """One row: a component, its stage and its share of the result."""

    stage = forms.CharField(
        label=_("Stage"),
        max_length=60,
        initial="决赛",
        widget=forms.TextInput(attrs={"list": "stage-suggestions"}),
    )
    code = forms.CharField(label=_("Code"), max_length=4)
    name = forms.CharField(label=_("Name"), max_length=80)
    name_en = forms.CharField(label=_("English name"), max_length=100, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=ComponentKind.choices,
        initial=ComponentKind.PRACTICAL,
    )
    # Without an initial value the row a browser shows untouched would count as typed.
    source = forms.ChoiceField(
        label=_("Where marks come from"),
        choices=ComponentSource.choices,
        initial=ComponentSource.SCHEME,
    )
    weight = forms.DecimalField(
        label=_("Weight in percent"),
        min_value=Decimal("0.01"),
        max_value=100,
        max_digits=5,
        decimal_places=2,
    )
    full_mark = forms.DecimalField(
        label=_("Full mark"),
        min_value=Decimal("0.01"),
        max_digits=7,
        decimal_places=2,
        initial=Decimal("100.00"),
    )
    pass_mark = forms.DecimalField(
        label=_("Pass mark"),
        min_value=0,
        max_digits=7,
        decimal_places=2,
        required=False,
    )
    component_id = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a pass mark nobody could reach."""
        typed = super().clean() or {}
        full, needed = typed.get("full_mark"), typed.get("pass_mark")
        if full is not None and needed is not None and needed > full:
            self.add_error("pass_mark", _("The pass mark is above the full mark."))
        return typed

    def line(self) -> ComponentLine:
        """Return the component as typed."""
        typed = dict(self.cleaned_data)
        for name in ("stage", "DELETE"):
            typed.pop(name, None)
        return ComponentLine(pk=typed.pop("component_id"), **typed)


class ComponentRows(forms.BaseFormSet):  # type: ignore[type-arg]  # not generic at run time
    """The rows of an event; those with the same stage belong together."""

    def stages(self) -> list[StageLine]:
        """Return the stages in the order in which they first appear."""
        found: dict[str, list[ComponentLine]] = {}
        for form in self.forms:
            if form.cleaned_data and not form.cleaned_data.get("DELETE"):
                found.setdefault(form.cleaned_data["stage"], []).append(form.line())
        return [
            StageLine(name, STAGES.get(name, ""), tuple(lines))
            for name, lines in found.items()
        ]


ComponentFormSet = cast(
    "type[ComponentRows]",
    forms.formset_factory(
        ComponentForm, formset=ComponentRows, extra=1, can_delete=True, max_num=30
    ),
)


def component_values(components: Sequence[Component]) -> list[dict[str, Any]]:
    """Return what the rows of components on record start from."""
    names = (
        "code",
        "name",
        "name_en",
        "kind",
        "source",
        "weight",
        "full_mark",
        "pass_mark",
    )
    return [
        {
            **{name: getattr(component, name) for name in names},
            "stage": component.stage.name,
            "component_id": component.pk,
        }
        for component in components
    ]
