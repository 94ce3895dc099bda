"""What the list of entries can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from competitions.enums import EntryState
from competitions.models import Entry
from competitions.queries.entries import search_entries

#: Entries are submitted at once, so nobody looks for drafts.
_STATES = [choice for choice in EntryState.choices if choice[0] != EntryState.DRAFT]


class EntryFilter(django_filters.FilterSet):
    """Entries by text, unit and state."""

    q = django_filters.CharFilter(
        label=_("Name, pinyin, team, unit or identity number"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    unit = django_filters.ChoiceFilter(
        label=_("Unit"), field_name="organisation", empty_label=_("All units")
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=_STATES, empty_label=_("All states")
    )

    class Meta:
        model = Entry
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the units that entered somebody, if several did; one statement."""
        super().__init__(*args, **kwargs)
        rows = self.queryset.order_by("organisation__pinyin").values_list(
            "organisation", "organisation__name"
        )
        units = list(dict(rows.distinct()).items())
        if len(units) > 1:
            self.filters["unit"].extra["choices"] = units
        else:
            del self.filters["unit"]

    def search(
        self, queryset: QuerySet[Entry], name: str, value: str
    ) -> QuerySet[Entry]:
        """Keep the entries in which a text stands."""
        return search_entries(value, queryset)
