"""The forms of entries: one entry with its members, a reason, a spreadsheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext, gettext_lazy as _

from competitions.forms.organisations import OrganisationField
from competitions.models import Entry, EntryMember, Event
from competitions.services.entries import EntryDetails
from competitions.services.entry_members import MemberDetails
from competitions.services.entry_reviews import LONGEST_REASON
from people.models import District, Organisation, Person
from people.queries import districts

_PARTS = ("name", "identity_number", "phone")


class _UnitChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # of units
    """The own units of a contact."""

    def label_from_instance(self, obj: Organisation) -> str:
        """Return the name of the unit."""
        return obj.display_name


class EntryForm(forms.Form):
    """One entry: its unit, the name of a team, and every member.

    ``own_units`` are those of a contact; the office (None) names any unit.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        event: Event,
        own_units: Sequence[Organisation] | None,
        entry: Entry | None = None,
    ) -> None:
        """Lay out as many members as the event asks for."""
        self.members = _members_of(entry)
        super().__init__(data, initial=_values(entry, self.members))
        self.event = event
        self.own_units = own_units
        self.fields["organisation"] = _unit_field(own_units)
        if event.is_team:
            self.fields["team_name"] = forms.CharField(
                label=_("Team name"), max_length=100
            )
        for place in range(event.team_size):
            self._add_member(place, is_office=own_units is None)

    def details(self) -> EntryDetails:
        """Return what was typed, for the services."""
        typed = self.cleaned_data
        return EntryDetails(
            organisation=typed["organisation"],
            team_name=typed.get("team_name", ""),
            members=tuple(
                MemberDetails(
                    person=self._person(place),
                    **{part: typed[f"members-{place}-{part}"] for part in _PARTS},
                )
                for place in range(self.event.team_size)
            ),
        )

    def only_unit(self) -> Organisation | None:
        """Return the unit of a contact who acts for no other."""
        units = self.own_units or ()
        return units[0] if len(units) == 1 else None

    def entry_fields(self) -> list[BoundField]:
        """Return the fields of the entry itself."""
        return [
            field for field in self.visible_fields() if "members-" not in field.name
        ]

    def member_fields(self) -> Iterator[list[BoundField]]:
        """Return the fields of each member."""
        for place in range(self.event.team_size):
            yield [self[f"members-{place}-{part}"] for part in _PARTS]

    def _add_member(self, place: int, *, is_office: bool) -> None:
        person = self._person(place)
        labels: list[str] = [
            gettext("Full name"),
            gettext("Identity number"),
            gettext("Mobile phone"),
        ]
        if self.event.is_team:
            labels = [
                gettext("%(label)s of member %(place)s")
                % {"label": label, "place": place + 1}
                for label in labels
            ]
        name, number, phone = labels
        self.fields[f"members-{place}-name"] = forms.CharField(
            label=name, max_length=100, strip=True
        )
        self.fields[f"members-{place}-identity_number"] = forms.CharField(
            label=number,
            max_length=40,
            required=not is_office and person is None,
            help_text=_number_help(person),
            widget=forms.TextInput(
                attrs={"autocomplete": "off", "spellcheck": "false"}
            ),
        )
        self.fields[f"members-{place}-phone"] = forms.CharField(
            label=phone,
            max_length=30,
            required=False,
            widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
        )

    def _person(self, place: int) -> Person | None:
        return self.members[place].person if place < len(self.members) else None


class ReturnForm(forms.Form):
    """Why entries go back to their units."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        help_text=_("The unit reads this: what is wrong, and what it should do."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class EntrySheetForm(forms.Form):
    """A spreadsheet of entries."""

    file = forms.FileField(
        label=_("Spreadsheet"),
        help_text=_(
            "An Excel workbook (.xlsx) or a CSV file of at most 5 MB. Nothing is"
            " entered before you have looked at every row."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Choose a file first.")},
    )


class NewUnitsForm(forms.Form):
    """The district in which units the register does not know are registered."""

    district = forms.ModelChoiceField(
        label=_("District"),
        queryset=District.objects.none(),
        required=False,
        empty_label=_("Do not register them"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the districts in their official order."""
        super().__init__(*args, **kwargs)
        self.fields["district"].queryset = districts()  # type: ignore[attr-defined]  # a model choice


def _unit_field(own_units: Sequence[Organisation] | None) -> forms.Field:
    if own_units is None:
        return OrganisationField(label=_("Unit"))
    found = Organisation.objects.filter(pk__in=[unit.pk for unit in own_units])
    field = _UnitChoice(
        label=_("Unit"),
        queryset=found.order_by("pinyin", "pk"),
        empty_label=None,
        initial=own_units[0] if own_units else None,
    )
    if len(own_units) == 1:
        # Nothing to choose: the page names the unit in its heading.
        field.widget = forms.HiddenInput()
    return field


def _number_help(person: Person | None) -> str:
    if person is None:
        return gettext("18 characters; sex and date of birth follow from it.")
    if not person.masked_identity:
        return ""
    sentence = gettext("On record: %s. Leave this blank to keep it.")
    return sentence % person.masked_identity


def _members_of(entry: Entry | None) -> list[EntryMember]:
    return list(entry.members.all()) if entry else []


def _values(entry: Entry | None, members: Sequence[EntryMember]) -> dict[str, Any]:
    if entry is None:
        return {}
    values: dict[str, Any] = {
        "version": entry.version,
        "organisation": entry.organisation,
        "team_name": entry.team_name,
    }
    for place, member in enumerate(members):
        values[f"members-{place}-name"] = member.person.name
        values[f"members-{place}-phone"] = member.person.phone
    return values
