"""The forms with which judges set their PIN and sign and accept lists of sheets."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from people.models import User

_DIGITS = {
    "inputmode": "numeric",
    "autocomplete": "off",
    "maxlength": "6",
    "pattern": "[0-9]*",
}


def _pin_field(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=6,
        widget=forms.PasswordInput(attrs=_DIGITS),
    )


class PinForm(forms.Form):
    """A new PIN, typed twice, with the password of whoever sets it."""

    password = forms.CharField(
        label=_("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    pin = _pin_field(
        _("New PIN"), _("Six digits without a pattern; not 123456, not 111222.")
    )
    again = _pin_field(_("New PIN again"))

    def __init__(self, data: QueryDict | None = None, *, user: User) -> None:
        """Know whose password is asked for."""
        super().__init__(data)
        self.user = user

    def clean_password(self) -> str:
        """Refuse another password than the user's."""
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password

    def clean_again(self) -> str:
        """Refuse a second PIN that differs from the first."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("pin"):
            raise forms.ValidationError(
                _("The two PINs differ; enter the same six digits.")
            )
        return again


class SignatureForm(forms.Form):
    """One PIN for a list of sheets, as they were shown.

    ``shown`` maps the sheets that may be signed to what their row says; the form
    refuses a row that says something else by now.
    """

    pin = _pin_field(_("Your six-digit PIN"))

    def __init__(
        self, data: QueryDict | None = None, *, shown: Mapping[UUID, str]
    ) -> None:
        """Offer what is shown now, against what was shown when it was sent."""
        super().__init__(data)
        self.shown = shown
        self.sent = dict(
            row.split("=", 1)
            for row in (data.getlist("row") if data else [])
            if "=" in row
        )

    @property
    def rows(self) -> list[str]:
        """What the page sends back of each sheet."""
        return [f"{sheet_id}={row}" for sheet_id, row in self.shown.items()]

    @property
    def sheet_ids(self) -> list[UUID]:
        """The sheets of the list."""
        return [sheet_id for sheet_id in self.shown if str(sheet_id) in self.sent]

    def clean(self) -> dict[str, Any]:
        """Refuse a list that changed after it was shown, or that is empty."""
        cleaned = super().clean() or {}
        now = {str(sheet_id): row for sheet_id, row in self.shown.items()}
        if not self.sent:
            raise forms.ValidationError(_("There is no sheet on this list to sign."))
        if any(now.get(sheet_id) != row for sheet_id, row in self.sent.items()):
            raise forms.ValidationError(
                _("The list changed after you opened it. Check it again, then sign.")
            )
        return cleaned
