"""The list of the entries of an event."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from competitions.models import Entry

_NUMBER = {"td": {"class": "number"}, "th": {"class": "number"}}
_WIDE = {"td": {"class": "wide"}}


class EntryTable(tables.Table):
    """Entries with their people; identity numbers only masked."""

    select = tables.TemplateColumn(
        template_name="competitions/columns/entry_select.html",
        verbose_name=_("Select"),
        orderable=False,
        attrs={"td": {"class": "select-cell"}},
    )
    name = tables.TemplateColumn(
        template_name="competitions/columns/entry_name.html",
        verbose_name=_("Competitor"),
        order_by=("team_name", "first_pinyin"),
        attrs={"td": {"class": "entry-name"}},
    )
    state = tables.TemplateColumn(
        template_name="competitions/columns/entry_state.html",
        verbose_name=_("State"),
    )
    unit = tables.Column(
        accessor="organisation__display_name",
        verbose_name=_("Unit"),
        order_by=("unit_pinyin", "first_pinyin"),
        attrs=_WIDE,
    )
    identity = tables.TemplateColumn(
        template_name="competitions/columns/entry_identity.html",
        verbose_name=_("Identity number"),
        orderable=False,
    )
    number = tables.Column(verbose_name=_("Entry number"), attrs=_NUMBER)
    created_at = tables.DateTimeColumn(
        verbose_name=_("Submitted at"),
        format="m-d H:i",
        order_by=("created_at", "pk"),
        attrs={"td": {"class": "nowrap"}},
    )

    class Meta:
        model = Entry
        fields = ("select", "name", "state", "unit", "identity", "number", "created_at")
        attrs = {"class": "table"}
