"""The forms of panels, their seats and the judges on them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import MeasurementPart, MeasurementProcedure, SeatKind
from competitions.forms.accounts import AccountField
from competitions.forms.organisations import OrganisationField
from competitions.models import Event, Panel, PanelSeat
from competitions.services.appointments import NewJudge
from people.models import User

#: The id of the list of suggestions, written once on a page.
SUGGESTIONS = "judge-suggestions"


class JudgeField(AccountField):
    """Takes a judge; the page suggests everybody in the library of judges."""

    unknown = _(
        "Nobody with an account is called “%(name)s”. Choose one of the list, or open"
        " an account for this judge first."
    )

    def __init__(self, **kwargs: Any) -> None:
        """Offer the library of judges."""
        kwargs.setdefault("label", _("Judge"))
        super().__init__(suggestions=SUGGESTIONS, **kwargs)


class PanelForm(forms.Form):
    """The name of a panel."""

    name = forms.CharField(label=_("Name of the panel"), max_length=60)


class ChiefJudgeForm(forms.Form):
    """Who leads the judges of an event."""

    judge = JudgeField(label=_("Chief judge"))


class SeatForm(forms.Form):
    """Who sits on a seat, and what for."""

    judge = JudgeField()
    kind = forms.ChoiceField(
        label=_("Kind of seat"), choices=SeatKind.choices, initial=SeatKind.JUDGE
    )
    part = forms.ChoiceField(
        label=_("When measuring"), initial=MeasurementPart.CO_SIGNER
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        """Offer a second recorder only where two pairs measure."""
        super().__init__(*args, **kwargs)
        is_dual = event.measurement_procedure == MeasurementProcedure.DUAL
        self.fields["part"].choices = [  # type: ignore[attr-defined]  # a choice field
            (value, label)
            for value, label in MeasurementPart.choices
            if is_dual or value != MeasurementPart.SECOND_RECORDER
        ]


class NewJudgeForm(forms.Form):
    """A judge without an account; the server makes the first password."""

    name = forms.CharField(label=_("Full name"), max_length=100)
    organisation = OrganisationField(
        label=_("Unit"),
        help_text=_("Where the judge works; conflicts are found by it."),
    )
    identity_number = forms.CharField(
        label=_("Identity number"),
        max_length=30,
        required=False,
        help_text=_("Only needed when several people of the unit share the name."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    username = forms.CharField(
        label=_("User name"),
        max_length=150,
        validators=[User.username_validator],
        help_text=_("What is typed to sign in: a mobile number or letters and digits."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def candidate(self) -> NewJudge:
        """Return who is meant."""
        return NewJudge(**self.cleaned_data)


def seat_form(panel: Panel, data: Any = None) -> SeatForm:
    """Return the form that seats a judge; a page holds one for every panel."""
    is_first = not panel.seats.all()
    part = MeasurementPart.RECORDER if is_first else MeasurementPart.CO_SIGNER
    return SeatForm(
        data,
        event=panel.event,
        auto_id=f"id_{panel.pk}_%s",
        initial={"part": part.value},
    )


def seat_values(seat: PanelSeat) -> dict[str, Any]:
    """Return what the form of a seat on record starts from."""
    return {"judge": seat.judge, "kind": seat.kind, "part": seat.measurement_part}
