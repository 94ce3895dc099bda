"""The forms that make awards: of a first result, and of a new version."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from certificates.models import AwardPolicy
from scoring.models import ResultList


class MakingForm(forms.Form):
    """The result and the policy that were looked at; only they are carried out."""

    result_list = forms.ModelChoiceField(
        queryset=ResultList.objects.all(), widget=forms.HiddenInput
    )
    policy = forms.ModelChoiceField(
        queryset=AwardPolicy.objects.all(), widget=forms.HiddenInput
    )


class RenewalForm(MakingForm):
    """Why certificates are revoked by the awards of a new version."""

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
