"""What the lists of the register can be narrowed by."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people import queries
from people.enums import OrganisationKind
from people.models import District, Organisation, Person


def districts(request: HttpRequest | None) -> QuerySet[District]:
    """Return the districts in their official order, as filters ask for them."""
    return queries.districts()


class PersonFilter(django_filters.FilterSet):
    """Persons by text and district."""

    q = django_filters.CharFilter(
        label=_("Name, pinyin, unit or identity number"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    district = django_filters.ModelChoiceFilter(
        label=_("District"),
        field_name="organisation__district",
        queryset=districts,
        empty_label=_("All districts"),
    )

    class Meta:
        model = Person
        fields = ()

    def search(
        self, queryset: QuerySet[Person], name: str, value: str
    ) -> QuerySet[Person]:
        """Keep the persons a text finds."""
        return queries.search_persons(value, among=queryset)


class OrganisationFilter(django_filters.FilterSet):
    """Units by text, district and kind."""

    q = django_filters.CharFilter(
        label=_("Name, pinyin or credit code"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 120}),
    )
    district = django_filters.ModelChoiceFilter(
        label=_("District"), queryset=districts, empty_label=_("All districts")
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=OrganisationKind.choices, empty_label=_("All kinds")
    )

    class Meta:
        model = Organisation
        fields = ()

    def search(
        self, queryset: QuerySet[Organisation], name: str, value: str
    ) -> QuerySet[Organisation]:
        """Keep the units a text finds."""
        return queries.search_organisations(value, among=queryset)
