"""The rows of an award policy: prizes, medals and titles."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from certificates.models import TitleType
from certificates.rules.award_policy import ShareRounding, TieAtBoundary
from competitions.enums import EventGroup

_TIES: Final = (
    (TieAtBoundary.INCLUDE_ALL.value, _("everyone gets it")),
    (TieAtBoundary.NEXT_COMPARATOR.value, _("decided further")),
    (TieAtBoundary.OFFICE.value, _("the office decides")),
)
_PLACES: Final = (
    ("percentage", _("Percentage")),
    ("count", _("Number of places")),
    ("ranks", _("Range of ranks")),
    ("score", _("Total from")),
)
_MEDALS: Final = (
    ("gold", pgettext_lazy("medal", "Gold")),
    ("silver", pgettext_lazy("medal", "Silver")),
    ("bronze", pgettext_lazy("medal", "Bronze")),
    ("excellence", _("Medallion for Excellence")),
)
#: Team sizes that a title row asks for; larger teams count like the largest.
SIZES: Final = (1, 2, 3)


class PrizeForm(forms.Form):
    """One prize and how far down the ranks it reaches."""

    code = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Prize"), max_length=60)
    name_en = forms.CharField(label=_("English name"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Given by"), choices=_PLACES, initial="percentage")
    value = forms.DecimalField(
        label=_("Percent, number or total"),
        min_value=0,
        max_digits=6,
        decimal_places=2,
        required=False,
    )
    first = forms.IntegerField(label=_("From rank"), min_value=1, required=False)
    last = forms.IntegerField(label=_("To rank"), min_value=1, required=False)
    rounding = forms.ChoiceField(
        label=_("Rounding"),
        choices=(
            (ShareRounding.FLOOR.value, _("rounded down")),
            (ShareRounding.ROUND.value, _("rounded half up")),
            (ShareRounding.CEIL.value, _("rounded up")),
        ),
        initial=ShareRounding.FLOOR.value,
        required=False,
    )
    at_least = forms.IntegerField(label=_("At least"), min_value=0, required=False)
    tie_at_boundary = forms.ChoiceField(
        label=_("Shared last place"),
        choices=_TIES,
        initial=TieAtBoundary.INCLUDE_ALL.value,
    )

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen way of giving needs."""
        typed = super().clean() or {}
        if typed.get("kind") == "ranks":
            first, last = typed.get("first"), typed.get("last")
            if not first or not last or last < first:
                self.add_error("last", _("Give the first and the last rank."))
        elif not typed.get("value"):
            self.add_error("value", _("Give a number above 0."))
        elif typed.get("kind") == "percentage" and typed["value"] > Decimal(100):
            self.add_error("value", _("A share is at most 100 %."))
        elif typed.get("kind") == "count" and typed["value"] % 1:
            self.add_error("value", _("Give a whole number of places."))
        return typed

    def line(self, number: int) -> dict[str, Any]:
        """Return the row as the rules read it."""
        typed = self.cleaned_data
        return {
            "code": typed["code"] or f"prize-{number}",
            "name": typed["name"],
            "name_en": typed["name_en"],
            "places": _places(typed),
            "tie_at_boundary": typed["tie_at_boundary"],
        }


class MedalForm(forms.Form):
    """The name an event gives to a medal."""

    medal = forms.ChoiceField(label=_("Medal"), choices=_MEDALS, initial="gold")
    name = forms.CharField(label=_("Called"), max_length=60)
    name_en = forms.CharField(label=_("English name"), max_length=80, required=False)

    def line(self, number: int) -> dict[str, Any]:
        """Return the row as the rules read it."""
        typed = self.cleaned_data
        return {name: typed[name] for name in ("medal", "name", "name_en")} | {
            "code": typed["medal"]
        }


class TitleForm(forms.Form):
    """One title and every condition for it."""

    title = forms.ChoiceField(label=_("Title"))
    last_1 = forms.IntegerField(
        label=_("Individual: the first"), min_value=1, required=False
    )
    last_2 = forms.IntegerField(
        label=_("Teams of two: the first"), min_value=1, required=False
    )
    last_3 = forms.IntegerField(
        label=_("Larger teams: the first"), min_value=1, required=False
    )
    minimum_participants = forms.IntegerField(
        label=_("Participants needed"), min_value=0, required=False
    )
    groups = forms.MultipleChoiceField(
        label=_("Groups"),
        choices=EventGroup.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    requires_all_parts_passed = forms.BooleanField(
        label=_("Every part has to be passed"), required=False
    )
    excludes_holders = forms.BooleanField(
        label=_("Not for who holds it already"), required=False
    )
    skip_ineligible = forms.BooleanField(
        label=_("The next in rank moves up"), required=False
    )
    tie_at_boundary = forms.ChoiceField(
        label=_("Shared last place"),
        choices=_TIES,
        initial=TieAtBoundary.INCLUDE_ALL.value,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the titles of the catalogue."""
        super().__init__(*args, **kwargs)
        field = self.fields["title"]
        if isinstance(field, forms.ChoiceField):
            titles = TitleType.objects.filter(merged_into=None).order_by("pk")
            field.choices = [(each.code, each.display_name) for each in titles]
            # A row that only shows the first title is a blank row.
            field.initial = next((each.code for each in titles), "")

    def clean(self) -> dict[str, Any]:
        """Ask for at least one rank."""
        typed = super().clean() or {}
        if not any(typed.get(f"last_{size}") for size in SIZES):
            self.add_error("last_1", _("Say up to which rank the title is given."))
        return typed

    def line(self, number: int) -> dict[str, Any]:
        """Return the row as the rules read it."""
        typed = self.cleaned_data
        return {
            "title": typed["title"],
            "last_ranks": {
                str(size): typed[f"last_{size}"]
                for size in SIZES
                if typed[f"last_{size}"]
            },
            "groups": typed["groups"],
            "requires_all_parts_passed": typed["requires_all_parts_passed"],
            "minimum_participants": typed["minimum_participants"] or 0,
            "excludes_holders_of": [typed["title"]]
            if typed["excludes_holders"]
            else [],
            "skip_ineligible": typed["skip_ineligible"],
            "tie_at_boundary": typed["tie_at_boundary"],
        }


def prize_values(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the rows of prizes on record start from."""
    return [
        {
            **line,
            **line["places"],
            "value": line["places"].get(
                _VALUE.get(line["places"]["kind"], ""),
            ),
        }
        for line in lines
    ]


def medal_values(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the rows of medals on record start from."""
    return [dict(line) for line in lines]


def title_values(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the rows of titles on record start from."""
    return [
        {
            **line,
            **{f"last_{size}": last for size, last in line["last_ranks"].items()},
            "excludes_holders": bool(line.get("excludes_holders_of")),
        }
        for line in lines
    ]


_VALUE: Final = {"percentage": "percent", "count": "count", "score": "minimum"}


def _places(typed: dict[str, Any]) -> dict[str, Any]:
    kind, value = typed["kind"], typed["value"]
    if kind == "ranks":
        return {"kind": kind, "first": typed["first"], "last": typed["last"]}
    if kind == "count":
        return {"kind": kind, "count": int(value)}
    if kind == "score":
        return {"kind": kind, "minimum": str(value)}
    return {
        "kind": kind,
        "percent": str(value),
        "rounding": typed["rounding"] or ShareRounding.FLOOR.value,
        "at_least": typed["at_least"] or 0,
    }
