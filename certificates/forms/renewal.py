"""The form that makes the awards of a new result version."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.models import AwardPolicy
from scoring.models import ResultList


class RenewalForm(forms.Form):
    """Why certificates are revoked, and the version that was looked at."""

    result_list = forms.ModelChoiceField(
        queryset=ResultList.objects.all(), widget=forms.HiddenInput
    )
    policy = forms.ModelChoiceField(
        queryset=AwardPolicy.objects.all(), widget=forms.HiddenInput
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=300,
        help_text=_("It stays in the register with every certificate that is revoked."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, revokes: bool, **kwargs: Any) -> None:
        """Ask for no reason when nothing is revoked."""
        super().__init__(*args, **kwargs)
        if not revokes:
            del self.fields["reason"]
