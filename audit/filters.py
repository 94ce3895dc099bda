"""What the list of events can be narrowed by."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from audit.models import AuditEvent


class AuditFilter(django_filters.FilterSet):
    """Events by stream, object and day."""

    stream = django_filters.CharFilter(
        label=_("Stream"), field_name="stream__name", lookup_expr="istartswith"
    )
    object = django_filters.CharFilter(
        label=_("Object"), field_name="object_id", lookup_expr="istartswith"
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

    class Meta:
        model = AuditEvent
        fields = ()
