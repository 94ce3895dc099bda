"""The one question of the board's control page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from live.enums import BoardState

EXPLANATIONS = {
    BoardState.HIDDEN: _("Nobody sees a board; its address answers “not found”."),
    BoardState.PROGRESS: _("Counts of marked aspects only: no names, ranks or totals."),
    BoardState.LIVE: _(
        "Names, ranks and totals over the modules that are complete for everyone,"
        " called unconfirmed."
    ),
    BoardState.FINAL: _("The published result; shown by itself once it is published."),
}


class BoardForm(forms.Form):
    """What the board shows from now on."""

    state = forms.ChoiceField(
        label=_("The board shows"),
        choices=BoardState.choices,
        widget=forms.RadioSelect,
    )
