"""Forms of criteria, sub criteria and standards sections, edited by hand."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from scoring.forms.schemes import VersionForm
from scoring.rules.scheme import Criterion, Scheme, Section, SubCriterion
from scoring.rules.scheme_check_lengths import (
    LONGEST_CODE,
    LONGEST_NAME,
    LONGEST_TITLE,
)
from scoring.rules.scheme_check_rows import DAYS, LETTERS


class CriterionForm(VersionForm):
    """A criterion: its letter and its name."""

    letter = forms.ChoiceField(label=_("Letter"))
    name = forms.CharField(label=_("Name"), max_length=LONGEST_TITLE)

    def __init__(
        self, data: Any, *, scheme: Scheme, item: Criterion | None, holder: Scheme
    ) -> None:
        """Offer the letters that are free."""
        self.item = item
        taken = {each.letter for each in holder.criteria if each is not item}
        free = [letter for letter in LETTERS if letter not in taken]
        super().__init__(
            data,
            initial={
                "letter": item.letter if item else next(iter(free), ""),
                "name": item.name if item else "",
            },
        )
        self.fields["letter"].choices = [  # type: ignore[attr-defined]
            (letter, letter) for letter in free
        ]

    def changed(self, scheme: Scheme) -> tuple[Scheme, Criterion]:
        """Return the criterion as typed, with its sub criteria."""
        typed = self.cleaned_data
        below = self.item.sub_criteria if self.item else ()
        return scheme, Criterion(typed["letter"], typed["name"], below)


class SubCriterionForm(VersionForm):
    """A sub criterion: one marking form."""

    code = forms.CharField(label=_("Sub criterion code"), max_length=LONGEST_CODE)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    day = forms.TypedChoiceField(
        label=_("Day of marking"),
        choices=[("", "—"), *((day, day) for day in DAYS)],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(
        self, data: Any, *, scheme: Scheme, item: SubCriterion | None, holder: Criterion
    ) -> None:
        """Propose the next code of the criterion."""
        self.item = item
        taken = {sub.code for sub in scheme.sub_criteria}
        codes = (f"{holder.letter}{number}" for number in range(1, len(taken) + 2))
        super().__init__(
            data,
            initial={
                "code": item.code
                if item
                else next(code for code in codes if code not in taken),
                "name": item.name if item else "",
                "day": item.day if item else None,
            },
        )

    def changed(self, scheme: Scheme) -> tuple[Scheme, SubCriterion]:
        """Return the sub criterion as typed, with its aspects."""
        typed = self.cleaned_data
        aspects = self.item.aspects if self.item else ()
        return scheme, SubCriterion(typed["code"], typed["name"], typed["day"], aspects)


class SectionForm(forms.Form):
    """A standards section; a line without a name and marks is left out."""

    number = forms.IntegerField(label=_("Number"), min_value=1, required=False)
    name = forms.CharField(label=_("Name"), max_length=LONGEST_TITLE, required=False)
    declared = forms.DecimalField(
        label=_("Declared marks"),
        max_digits=5,
        decimal_places=2,
        min_value=0,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the number and the marks of a section that has a name."""
        typed: dict[str, Any] = super().clean() or {}
        if self.is_wanted():
            for field in ("number", "declared"):
                if typed.get(field) is None and field not in self.errors:
                    self.add_error(
                        field, self.fields["number"].error_messages["required"]
                    )
        return typed

    def is_wanted(self) -> bool:
        """Whether the line describes a section."""
        typed = self.cleaned_data
        return bool(typed.get("name")) or typed.get("declared") is not None

    def section(self) -> Section:
        """Return the section as typed."""
        typed = self.cleaned_data
        return Section(typed["number"], typed["name"], typed["declared"])


SectionFormSet = forms.formset_factory(SectionForm, extra=3)
