"""The forms with which roles are given and accounts opened."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from competitions.enums import Capability, RoleScope
from competitions.forms.organisations import OrganisationField
from competitions.models import Competition, Event, Role, RoleAssignment
from competitions.services.roles import Place
from people.models import Person, User
from people.queries import find_by_identity
from people.rules.identity import parse_identity_number
from people.rules.sentence import RuleBroken
from people.sentences import in_words


class _RoleChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # of roles
    """Roles by their names in the reader's language."""

    def label_from_instance(self, obj: Role) -> str:
        """Return the name and how far the role reaches."""
        return f"{obj.display_name} · {obj.get_scope_display()}"


class _RoleSelect(forms.Select):
    """Tells the page which field each role needs, so that it hides the others."""

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Write the field of the place into the option."""
        option = super().create_option(*args, **kwargs)
        role = getattr(option["value"], "instance", None)
        if role is not None:
            option["attrs"]["data-place"] = _place_field(role)
        return option


def _place_field(role: Role) -> str:
    if Capability.ENTRIES_SUBMIT in role.capabilities:
        return "organisation"
    return "" if role.scope == RoleScope.SYSTEM else role.scope


class _EventChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # of events
    """Events with the competition they belong to."""

    def label_from_instance(self, obj: Event) -> str:
        """Return competition and event."""
        return f"{obj.competition.display_name} · {obj.display_name}"


class RoleForm(forms.Form):
    """A role for one user and the place in which it is held."""

    role = _RoleChoice(
        label=_("Role"),
        queryset=Role.objects.none(),
        empty_label="–",
        widget=_RoleSelect(attrs={"data-role": True}),
    )
    competition = forms.ModelChoiceField(
        label=_("Competition"),
        queryset=Competition.objects.none(),
        required=False,
        empty_label="–",
        help_text=_("For an organiser, who works for one competition."),
    )
    event = _EventChoice(
        label=_("Event"),
        queryset=Event.objects.none(),
        required=False,
        empty_label="–",
        help_text=_("For judges, who are appointed to one event."),
    )
    organisation = OrganisationField(
        label=_("Unit"),
        required=False,
        help_text=_("For a unit contact, who submits the entries of one unit."),
    )

    def __init__(
        self, *args: Any, places: QuerySet[Competition], **kwargs: Any
    ) -> None:
        """Offer the roles on record and the competitions that are not over."""
        super().__init__(*args, **kwargs)
        events = Event.objects.filter(competition__in=places)
        self._offer("role", Role.objects.order_by("position", "pk"))
        self._offer("competition", places.order_by("-starts_on", "-pk"))
        self._offer(
            "event",
            events.select_related("competition").order_by(
                "-competition__starts_on", "number"
            ),
        )

    def place(self) -> Place:
        """Return where the role is to be held."""
        typed = self.cleaned_data
        event = typed["event"]
        competition = None if event else typed["competition"]
        return Place(competition, event, typed["organisation"])

    @classmethod
    def values_of(cls, assignment: RoleAssignment) -> dict[str, str]:
        """Return what the form starts from to give a role like this one."""
        values = {
            "role": assignment.role_id,
            "competition": assignment.competition_id,
            "event": assignment.event_id,
            "organisation": assignment.organisation and assignment.organisation.name,
        }
        return {name: str(value) for name, value in values.items() if value}

    def _offer(self, name: str, rows: QuerySet[Any]) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]  # a model choice


class AccountForm(forms.Form):
    """A new account; its first password is made by the server."""

    name = forms.CharField(label=pgettext_lazy("of a person", "Name"), max_length=100)
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("What is typed to sign in: a mobile number or letters and digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    identity_number = forms.CharField(
        label=_("Identity number"),
        max_length=40,
        required=False,
        help_text=_(
            "Of a person on record, who then finds results and certificates under"
            " “My page”."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_identity_number(self) -> Person | None:
        """Return the person of the register, who has no account yet."""
        text = self.cleaned_data["identity_number"]
        if not text:
            return None
        try:
            identity = parse_identity_number(text, today=timezone.localdate())
        except RuleBroken as error:
            raise ValidationError(in_words(error.sentence)) from error
        person = find_by_identity(identity.number)
        if person is None:
            raise ValidationError(
                _("Nobody on record has this identity number; check every digit.")
            )
        known = User.objects.filter(person=person).first()
        if known:
            raise ValidationError(
                _("%(name)s already has the account “%(username)s”.")
                % {"name": person.name, "username": known.username}
            )
        return person
