"""The form of an event, and the rows of first events on a new competition."""

from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.enums import (
    BlindLayers,
    ComponentKind,
    ComponentSource,
    EventGroup,
    MeasurementProcedure,
    NameDisplay,
)
from competitions.forms.classification import Classification, ClassificationField
from competitions.models import Event
from competitions.services.components import ComponentLine, StageLine
from competitions.services.events import EventDetails

PRACTICAL, THEORY = ComponentKind.PRACTICAL, ComponentKind.THEORY


class Parts(models.TextChoices):
    """How the marks of a new event are usually made up."""

    PRACTICAL = "practical", _("Practical 100 %")
    TWENTY_EIGHTY = "20-80", _("Theory 20 %, practical 80 %")
    THIRTY_SEVENTY = "30-70", _("Theory 30 %, practical 70 %")


class EventNameForm(forms.Form):
    """What the row of a first event and the form of an event share."""

    name = forms.CharField(label=_("Name of the event"), max_length=120)
    classification = ClassificationField(required=True)
    group = forms.ChoiceField(
        label=_("Group"), choices=EventGroup.choices, initial=EventGroup.WORKERS
    )
    team_size = forms.IntegerField(
        label=_("Competitors per entry"), min_value=1, max_value=10, initial=1
    )

    def details(self) -> EventDetails:
        """Return what was typed, for the services."""
        typed = dict(self.cleaned_data)
        found: Classification = typed.pop("classification")
        for name in ("parts", "version", "DELETE"):
            typed.pop(name, None)
        return EventDetails(
            occupation=found.occupation, skill_number=found.skill_number, **typed
        )


class FirstEventForm(EventNameForm):
    """One row on the page of a new competition."""

    parts = forms.ChoiceField(
        label=_("Make-up of the marks"),
        choices=Parts.choices,
        initial=Parts.THIRTY_SEVENTY,
    )

    def details(self) -> EventDetails:
        """Return what was typed with the components it stands for."""
        stages = (final_of(self.cleaned_data["parts"]),)
        return replace(super().details(), stages=stages)


class EventForm(EventNameForm):
    """All that is told of an event."""

    name_en = forms.CharField(label=_("English name"), max_length=160, required=False)
    name_display = forms.ChoiceField(
        label=_("Names before the public"), choices=NameDisplay.choices
    )
    measurement_procedure = forms.ChoiceField(
        label=_("Measurement"), choices=MeasurementProcedure.choices
    )
    blind_layers = forms.TypedChoiceField(
        label=_("Blind codes"), choices=BlindLayers.choices, coerce=int
    )
    number_of_stations = forms.IntegerField(
        label=_("Stations"),
        min_value=0,
        max_value=500,
        initial=0,
        help_text=_("0 when nobody is assigned to a station."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    field_order = ("name", "name_en", "classification", "group", "team_size")


class NewEventForm(FirstEventForm, EventForm):
    """A new event with the usual make-up of its marks."""


class FirstEventRows(forms.BaseFormSet):  # type: ignore[type-arg]  # not generic at run time
    """The rows of first events, blank ones left out."""

    def details(self) -> list[EventDetails]:
        """Return the events in the order of the rows."""
        return [
            form.details()
            for form in self.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE")
        ]


FirstEventFormSet = cast(
    "type[FirstEventRows]",
    forms.formset_factory(
        FirstEventForm, formset=FirstEventRows, extra=1, can_delete=True, max_num=100
    ),
)


def event_values(event: Event) -> dict[str, Any]:
    """Return what the form of an event on record starts from."""
    names = (
        "name",
        "name_en",
        "group",
        "team_size",
        "name_display",
        "measurement_procedure",
        "blind_layers",
        "number_of_stations",
        "version",
    )
    values = {name: getattr(event, name) for name in names}
    return {**values, "classification": event}


def final_of(parts: str) -> StageLine:
    """Return the final with the components a choice stands for."""
    practical = ComponentLine(
        code="A", name="实操", name_en="Practical", kind=PRACTICAL, weight=Decimal(100)
    )
    if parts == Parts.PRACTICAL:
        return StageLine("决赛", "Final", (practical,))
    share = Decimal(20 if parts == Parts.TWENTY_EIGHTY else 30)
    theory = ComponentLine(
        code="T",
        name="理论",
        name_en="Theory",
        kind=THEORY,
        source=ComponentSource.IMPORTED,
        weight=share,
    )
    practical = replace(practical, weight=100 - share)
    return StageLine("决赛", "Final", (theory, practical))
