"""The forms that commit, make and void draws."""

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import DrawKind


class CommitForm(forms.Form):
    """What is drawn, and the public value to come that will decide it."""

    kind = forms.ChoiceField(
        label=_("What is drawn"), choices=DrawKind.choices, widget=forms.RadioSelect
    )
    public_value_source = forms.CharField(
        label=_("Public value that will decide"),
        max_length=200,
        help_text=_(
            "A value nobody knows yet and everybody can look up later, such as the"
            " close of the SSE Composite Index on the next trading day, with its date,"
            " or the numbers of a lottery with its issue."
        ),
    )


class RunForm(forms.Form):
    """The public value as it came, and who watched."""

    public_value = forms.CharField(
        label=_("Public value as published"),
        max_length=100,
        help_text=_(
            "Exactly as it was published, digits and points included. Full-width"
            " characters are turned into plain ones, and spaces around it are left out."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    witnesses = forms.CharField(
        label=_("Witnesses"),
        max_length=200,
        help_text=_("Their names stand in the record that is signed."),
    )


class VoidForm(forms.Form):
    """Why a draw does not count."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stays public beside the draw."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
