"""The form of a competition and the rows of its hosts."""

from typing import Any, Final, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competitions.enums import CompetitionClass, HostKind, Level
from competitions.forms.accounts import AccountField
from competitions.forms.organisations import OrganisationField
from competitions.models import Competition, CompetitionHost
from competitions.rules.days import InvalidDays, check_days
from competitions.services.competitions import CompetitionDetails, HostLine
from people.models import User
from people.sentences import in_words

#: The id of the list of organisers to choose from, written once on a page.
ORGANISER_SUGGESTIONS: Final = "organiser-suggestions"


def day_input() -> forms.DateInput:
    """Return a date input of the browser, which wants ISO days."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CompetitionForm(forms.Form):
    """What is told of a competition."""

    name = forms.CharField(label=_("Name"), max_length=200)
    name_en = forms.CharField(label=_("English name"), max_length=250, required=False)
    level = forms.ChoiceField(label=_("Level"), choices=Level.choices, initial="city")
    competition_class = forms.ChoiceField(
        label=_("Class"),
        choices=CompetitionClass.choices,
        initial=CompetitionClass.NONE,
    )
    starts_on = forms.DateField(label=_("First day"), widget=day_input())
    ends_on = forms.DateField(label=_("Last day"), widget=day_input())
    place = forms.CharField(label=_("Place"), max_length=200)
    document_number = forms.CharField(
        label=_("Document number of the notice"), max_length=60, required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse days that cannot be meant, beside the one that is wrong."""
        typed = super().clean() or {}
        first, last = typed.get("starts_on"), typed.get("ends_on")
        if first and last:
            try:
                check_days(first, last, today=timezone.localdate())
            except InvalidDays as error:
                self.add_error(error.field, in_words(error.sentence))
        return typed

    def details(self) -> CompetitionDetails:
        """Return what was typed, for the services."""
        typed = {key: self.cleaned_data[key] for key in _FIELDS}
        return CompetitionDetails(**typed)


class NewCompetitionForm(CompetitionForm):
    """A new competition; who manages all of them may name its organiser."""

    organiser = AccountField(
        label=_("Organiser of this competition"),
        suggestions=ORGANISER_SUGGESTIONS,
        required=False,
        help_text=_("This account then runs the competition. You keep your access."),
    )

    def __init__(self, *args: Any, names_organiser: bool, **kwargs: Any) -> None:
        """Leave the organiser out where whoever creates becomes the organiser."""
        super().__init__(*args, **kwargs)
        if not names_organiser:
            del self.fields["organiser"]

    def organiser_named(self) -> User | None:
        """Return the account that is to run the competition, if one was named."""
        named: User | None = self.cleaned_data.get("organiser")
        return named


class OrganiserForm(forms.Form):
    """One more account that runs a competition."""

    organiser = AccountField(
        label=_("Organiser of this competition"),
        suggestions=ORGANISER_SUGGESTIONS,
        help_text=_("This account then runs the competition. You keep your access."),
    )


class HostForm(forms.Form):
    """One row: an organisation and its part."""

    kind = forms.ChoiceField(
        label=_("Part"), choices=HostKind.choices, initial=HostKind.HOST
    )
    organisation = OrganisationField(label=_("Unit"), required=False)


class HostRows(forms.BaseFormSet):  # type: ignore[type-arg]  # not generic at run time
    """The rows of a form, those without an organisation left out."""

    def lines(self) -> list[HostLine]:
        """Return the hosts in the order of the rows."""
        rows = [form.cleaned_data for form in self.forms]
        return [
            HostLine(row["kind"], row["organisation"])
            for row in rows
            if row.get("organisation") and not row.get("DELETE")
        ]


HostFormSet = cast(
    "type[HostRows]",
    forms.formset_factory(
        HostForm, formset=HostRows, extra=1, can_delete=True, max_num=60
    ),
)

_FIELDS = (
    "name",
    "name_en",
    "level",
    "competition_class",
    "starts_on",
    "ends_on",
    "place",
    "document_number",
)


def competition_values(competition: Competition) -> dict[str, Any]:
    """Return what the form of a competition on record starts from."""
    return {key: getattr(competition, key) for key in (*_FIELDS, "version")}


def host_values(hosts: list[CompetitionHost]) -> list[dict[str, Any]]:
    """Return what the rows of hosts on record start from."""
    return [{"kind": host.kind, "organisation": host.organisation} for host in hosts]
