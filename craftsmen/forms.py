"""The form of a year's targets, a row for each indicator."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from craftsmen.models import Indicator, Target
from craftsmen.services.targets import TargetLine


class TargetsForm(forms.Form):
    """A number for each indicator, and the document they come from."""

    document_number = forms.CharField(
        label=gettext_lazy("Document number"),
        max_length=60,
        help_text=gettext_lazy("The document that sets these targets."),
    )

    def __init__(
        self, data: Any, indicators: Sequence[Indicator], targets: Mapping[int, Target]
    ) -> None:
        """Make a field for each indicator, filled with what is set."""
        super().__init__(data)
        self.indicators = indicators
        for indicator in indicators:
            target = targets.get(indicator.pk)
            self.fields[indicator.code] = forms.IntegerField(
                label=indicator.display_name,
                min_value=0,
                max_value=100_000,
                required=False,
                initial=target.value if target else None,
                help_text=_("Leave it empty for no target."),
            )
        first = next(iter(targets.values()), None)
        self.fields["document_number"].initial = first.document_number if first else ""
        self.order_fields([*(each.code for each in indicators), "document_number"])

    def lines(self) -> list[TargetLine]:
        """Return the targets as typed."""
        return [
            TargetLine(
                indicator=indicator,
                value=self.cleaned_data[indicator.code],
                document_number=self.cleaned_data["document_number"].strip(),
            )
            for indicator in self.indicators
        ]
