"""The public list of competitions."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from live.models import Publication


class PublicCompetitionTable(tables.Table):
    """Published competitions, the latest first."""

    name = tables.TemplateColumn(
        template_name="live/columns/competition_name.html",
        verbose_name=_("Competition"),
        orderable=False,
        attrs={"td": {"class": "wide"}},
    )
    results = tables.TemplateColumn(
        template_name="live/columns/competition_results.html",
        verbose_name=_("State"),
        orderable=False,
    )
    days = tables.TemplateColumn(
        template_name="live/columns/competition_days.html",
        verbose_name=_("Days"),
        order_by=("content__starts_on",),
    )
    level = tables.TemplateColumn(
        template_name="live/columns/competition_level.html",
        verbose_name=_("Level"),
        orderable=False,
    )

    class Meta:
        model = Publication
        fields = ()
        attrs = {"class": "table"}
