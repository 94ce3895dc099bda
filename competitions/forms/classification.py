"""A field that takes an occupation of the dictionary or a WorldSkills skill number."""

import re
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from competitions.models import Event, Occupation

#: The id of the list of suggestions, written once on a page.
SUGGESTIONS: Final = "occupation-suggestions"

_OCCUPATION = re.compile(r"(\d-\d{2}-\d{2}-\d{2})\s*(.*)")
# The classification of occupations of 2022 has eight classes (大类).
_CLASSES: Final = "12345678"
_SKILL = re.compile(r"[A-Z]?\d{1,3}")


@dataclass(frozen=True)
class Classification:
    """Where an event belongs; the occupation may be new to the dictionary."""

    occupation: Occupation | None = None
    skill_number: str = ""


class ClassificationField(forms.CharField):
    """Text such as ``6-18-01-01`` or ``17`` in, a classification out."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer the occupations on record."""
        attributes = {"list": SUGGESTIONS, "autocomplete": "off"}
        super().__init__(
            max_length=130,
            label=_("Occupation code or skill number"),
            widget=forms.TextInput(attrs=attributes),
            **kwargs,
        )

    def clean(self, value: Any) -> Any:
        """Return the classification; an unknown code needs its official name."""
        text = " ".join(super().clean(value).split())
        if not text:
            return Classification()
        if _SKILL.fullmatch(text.upper()):
            return Classification(skill_number=text.upper())
        match = _OCCUPATION.fullmatch(text)
        if match is None:
            raise ValidationError(
                _(
                    "“%(text)s” is neither: an occupation code looks like 6-18-01-01,"
                    " a WorldSkills skill number like 17."
                )
                % {"text": text}
            )
        code, name = match.groups()
        if code[0] not in _CLASSES:
            raise ValidationError(
                _(
                    "No occupation has the code %(code)s: codes begin with a class from"
                    " 1 to 8."
                )
                % {"code": code}
            )
        return Classification(occupation=_occupation(code, name))

    def prepare_value(self, value: Any) -> Any:
        """Show an event's classification as it would be typed."""
        if not isinstance(value, Event):
            return value
        return str(value.occupation) if value.occupation else value.skill_number


def _occupation(code: str, name: str) -> Occupation:
    known = Occupation.objects.filter(code=code).first()
    if known is None and not name:
        raise ValidationError(
            _(
                "%(code)s is not in the dictionary yet; write its official name behind"
                " it, as in 6-18-01-01 车工."
            )
            % {"code": code}
        )
    return known or Occupation(code=code, name=name)
