"""The forms in which conflicts of interest are decided, one or all of a judge."""

from collections.abc import Sequence
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from competitions.enums import ConflictHandling
from competitions.queries.conflicts import SeatConflict


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


class SeatConflictsForm(ConflictForm):
    """One decision and one reason for several entries of a judge."""

    entries = forms.TypedMultipleChoiceField(
        label=_("Entries"),
        coerce=UUID,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the entries this decision is about.")},
    )

    field_order = ("entries", "handling", "reason")

    def __init__(self, *args: Any, conflicts: Sequence[SeatConflict], **kwargs: Any):
        """Offer the conflicts of one judge that are not decided, all of them ticked."""
        super().__init__(*args, **kwargs)
        entries = cast("forms.MultipleChoiceField", self.fields["entries"])
        entries.choices = [(each.entry.pk, each.entry_name) for each in conflicts]
        entries.initial = [each.entry.pk for each in conflicts]
