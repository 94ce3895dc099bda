"""What the list of events can be narrowed by."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from audit.models import AuditEvent
from audit.naming import Naming


class AuditFilter(django_filters.FilterSet):
    """Events by words, by day, and by the stream chosen in a row."""

    q = django_filters.CharFilter(
        label=_("Who, competition or event"),
        method="search",
        widget=forms.SearchInput(attrs={"autocomplete": "off", "maxlength": 100}),
    )
    first_day = django_filters.DateFilter(
        label=_("From day"),
        field_name="at",
        lookup_expr="date__gte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    last_day = django_filters.DateFilter(
        label=_("To day"),
        field_name="at",
        lookup_expr="date__lte",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    stream = django_filters.CharFilter(
        field_name="stream__name", widget=forms.HiddenInput
    )

    class Meta:
        model = AuditEvent
        fields = ()

    def __init__(self, *args: Any, naming: Naming, **kwargs: Any) -> None:
        """Remember who knows the names."""
        super().__init__(*args, **kwargs)
        self._naming = naming

    def search(
        self, queryset: QuerySet[AuditEvent], name: str, value: str
    ) -> QuerySet[AuditEvent]:
        """Keep the events of a named actor or stream, or of a code as recorded."""
        matches = self._naming.matching(value.strip())
        return queryset.filter(
            Q(actor__in=matches.actors)
            | Q(stream__name__in=matches.streams)
            | Q(object_id__startswith=value.strip())
        )

    def stream_name(self) -> str:
        """Return the name of the stream the list is narrowed to, if to one."""
        code = self.form.cleaned_data.get("stream") if self.form.is_valid() else ""
        return self._naming.streams([code]).get(code, code) if code else ""
