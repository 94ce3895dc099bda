"""What the public can narrow the list of competitions by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from competitions.enums import Level
from live.models import Publication
from live.queries.public_pages import years


class PublicCompetitionFilter(django_filters.FilterSet):
    """Published competitions by text, year and level."""

    q = django_filters.CharFilter(
        label=_("Competition, event or place"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    year = django_filters.ChoiceFilter(
        label=_("Year"),
        field_name="content__starts_on",
        lookup_expr="startswith",
        empty_label=_("All years"),
    )
    level = django_filters.ChoiceFilter(
        label=_("Level"),
        field_name="content__level",
        choices=Level.choices,
        empty_label=_("All levels"),
    )

    class Meta:
        model = Publication
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the years in which something was published."""
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [
            (year, year) for year in years(self.queryset)
        ]

    def search(
        self, queryset: QuerySet[Publication], name: str, value: str
    ) -> QuerySet[Publication]:
        """Keep the competitions in whose public words a text stands."""
        return queryset.filter(
            Q(content__name__icontains=value)
            | Q(content__name_en__icontains=value)
            | Q(content__place__icontains=value)
            | Q(content__event_names__icontains=value)
        )
