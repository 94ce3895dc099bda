"""The forms with which an officer keeps the register by hand."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from people import queries
from people.enums import OrganisationKind, Sex
from people.models import Organisation, Person
from people.services import OrganisationDetails, PersonDetails


class PersonForm(forms.Form):
    """What is known of a person; the rules judge it when it is registered."""

    name = forms.CharField(label=_("Full name"), max_length=100)
    name_en = forms.CharField(
        label=_("Name in Latin letters"), max_length=100, required=False
    )
    identity_number = forms.CharField(
        label=_("Identity number"),
        required=False,
        max_length=40,
        help_text=_("Eighteen characters; sex and date of birth are read from it."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    sex = forms.ChoiceField(
        label=_("Sex"), choices=[("", "–"), *Sex.choices], required=False
    )
    birth_date = forms.DateField(
        label=_("Date of birth"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    phone = forms.CharField(
        label=_("Mobile phone"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    organisation = forms.ModelChoiceField(
        label=_("Unit"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("No unit"),
    )

    def __init__(
        self, data: QueryDict | None = None, *, person: Person | None = None
    ) -> None:
        """Start from a person on record, whose identity number is only hinted at."""
        super().__init__(data, initial=_person_values(person))
        units = self.fields["organisation"]
        units.queryset = queries.organisations()  # type: ignore[attr-defined]  # a model choice
        if person and person.identity_number:
            self.fields["identity_number"].help_text = _(
                "On record: %(number)s. Leave this blank to keep it."
            ) % {"number": person.masked_identity}

    def details(self) -> PersonDetails:
        """Return what was typed, for the services."""
        typed = self.cleaned_data
        return PersonDetails(
            name=typed["name"],
            name_en=typed["name_en"],
            identity_number=typed["identity_number"],
            sex=typed["sex"],
            birth_date=typed["birth_date"],
            phone=typed["phone"],
            organisation=typed["organisation"],
        )


class OrganisationForm(forms.Form):
    """What is known of a unit."""

    name = forms.CharField(label=_("Name"), max_length=120)
    name_en = forms.CharField(label=_("English name"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=OrganisationKind.choices)
    district = forms.ModelChoiceField(
        label=_("District"), queryset=queries.districts(), empty_label=None
    )
    credit_code = forms.CharField(
        label=_("Unified social credit code"),
        max_length=40,
        required=False,
        help_text=_("Eighteen digits and capital letters, as on the licence."),
    )

    def __init__(
        self, data: QueryDict | None = None, *, organisation: Organisation | None = None
    ) -> None:
        """Start from a unit on record."""
        super().__init__(data, initial=_organisation_values(organisation))

    def details(self) -> OrganisationDetails:
        """Return what was typed, for the services."""
        return OrganisationDetails(**self.cleaned_data)


def _person_values(person: Person | None) -> dict[str, Any]:
    names = ("name", "name_en", "sex", "birth_date", "phone", "organisation")
    return {name: getattr(person, name) for name in names} if person else {}


def _organisation_values(unit: Organisation | None) -> dict[str, Any]:
    names = ("name", "name_en", "kind", "district", "credit_code")
    return {name: getattr(unit, name) for name in names} if unit else {}
