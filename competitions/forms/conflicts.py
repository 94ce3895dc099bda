"""The form in which a conflict of interest is decided."""

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import ConflictHandling


class ConflictForm(forms.Form):
    """One of three decisions, and why."""

    handling = forms.ChoiceField(
        label=_("Decision"),
        choices=ConflictHandling.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("Everybody who reads the record of this event sees it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
