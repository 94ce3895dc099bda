"""A field that takes a unit by its name, with all units as suggestions."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from competitions.queries.organisations import organisations_labelled
from people.models import Organisation

#: The id of the list of suggestions, written once on a page.
SUGGESTIONS = "organisation-suggestions"


class OrganisationField(forms.CharField):
    """Text in, a unit out; a list of thousands is typed into faster than scrolled."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer the page's suggestions."""
        attributes = {"list": SUGGESTIONS, "autocomplete": "off"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attributes))
        super().__init__(max_length=200, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the one unit meant, None when nothing was typed."""
        text = super().clean(value)
        if not text:
            return None
        found = organisations_labelled(text)
        if not found:
            raise ValidationError(
                _(
                    "No unit is called “%(name)s”. Choose one of the list; the bureau"
                    " registers a new one under Units."
                )
                % {"name": text}
            )
        if len(found) > 1:
            raise ValidationError(
                _("Several units are called “%(name)s”; choose one with its district.")
                % {"name": text}
            )
        return found[0]

    def prepare_value(self, value: Any) -> Any:
        """Show a unit by its name."""
        return value.name if isinstance(value, Organisation) else value
