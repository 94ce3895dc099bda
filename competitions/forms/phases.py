"""The form that stops a competition."""

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import CompetitionState


class StopForm(forms.Form):
    """Postpone or cancel, with the reason everybody will read."""

    to = forms.ChoiceField(
        label=_("What happens"),
        choices=[
            (CompetitionState.POSTPONED.value, _("Postpone; a new date follows")),
            (CompetitionState.CANCELLED.value, _("Cancel; it will not take place")),
        ],
        initial=CompetitionState.POSTPONED.value,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
