"""What the organiser's lists can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from competitions.enums import CompetitionClass, CompetitionState, Level
from competitions.models import Competition, Role
from competitions.queries.competitions import years
from people.models import User


class CompetitionFilter(django_filters.FilterSet):
    """Competitions by text, year, level, class and state."""

    q = django_filters.CharFilter(
        label=_("Name, place or document number"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"), field_name="starts_on__year", empty_label=_("All years")
    )
    level = django_filters.ChoiceFilter(
        label=_("Level"), choices=Level.choices, empty_label=_("All levels")
    )
    competition_class = django_filters.ChoiceFilter(
        label=_("Class"),
        choices=CompetitionClass.choices,
        empty_label=_("All classes"),
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=CompetitionState.choices, empty_label=_("All states")
    )

    class Meta:
        model = Competition
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the years in which the visible competitions begin."""
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [
            (year, str(year)) for year in years(self.queryset)
        ]

    def search(
        self, queryset: QuerySet[Competition], name: str, value: str
    ) -> QuerySet[Competition]:
        """Keep the competitions in which a text stands."""
        return queryset.filter(
            Q(name__icontains=value)
            | Q(name_en__icontains=value)
            | Q(place__icontains=value)
            | Q(document_number__icontains=value)
        )


def _roles(request: object) -> QuerySet[Role]:
    return Role.objects.order_by("position", "pk")


class UserFilter(django_filters.FilterSet):
    """Accounts by name and role."""

    q = django_filters.CharFilter(
        label=_("Name or user name"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    role = django_filters.ModelChoiceFilter(
        label=_("Role"),
        queryset=_roles,
        field_name="roles__role",
        distinct=True,
        empty_label=_("All roles"),
    )

    class Meta:
        model = User
        fields = ()

    def search(self, queryset: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Keep the accounts in whose names a text stands."""
        return queryset.filter(Q(name__icontains=value) | Q(username__icontains=value))


class JudgeFilter(django_filters.FilterSet):
    """Judges by name, pinyin or unit."""

    q = django_filters.CharFilter(
        label=_("Name or unit"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )

    class Meta:
        model = User
        fields = ()

    def search(self, queryset: QuerySet[User], name: str, value: str) -> QuerySet[User]:
        """Keep the judges in whose name or unit a text stands."""
        return queryset.filter(
            Q(name__icontains=value)
            | Q(person__pinyin__icontains=value)
            | Q(person__organisation__name__icontains=value)
        )
