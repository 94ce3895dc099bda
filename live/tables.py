"""The public list of competitions."""

from datetime import date
from typing import Any

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from django_tables2 import A

from competitions.templatetags.days import days
from live.models import Publication
from live.wording import level_words, named

NOWRAP = {"td": {"class": "nowrap"}}


class PublicCompetitionTable(tables.Table):
    """Published competitions, the latest first."""

    name = tables.Column(
        accessor="content",
        verbose_name=_("Competition"),
        orderable=False,
        linkify=("live:competition", [A("subject")]),
        attrs={"td": {"class": "wide"}},
    )
    results = tables.TemplateColumn(
        template_name="live/columns/competition_results.html",
        verbose_name=_("State"),
        orderable=False,
    )
    days = tables.Column(
        accessor="content",
        verbose_name=_("Days"),
        order_by=("content__starts_on",),
        attrs=NOWRAP,
    )
    level = tables.Column(
        accessor="content", verbose_name=_("Level"), orderable=False, attrs=NOWRAP
    )

    class Meta:
        model = Publication
        fields = ()
        attrs = {"class": "table"}

    def render_name(self, value: dict[str, Any]) -> str:
        """Name a competition in the reader's language."""
        return named(value)

    def render_days(self, value: dict[str, Any]) -> str:
        """Write the days; a template for every cell would cost a list its speed."""
        first, last = value["starts_on"], value["ends_on"]
        return days(date.fromisoformat(first), date.fromisoformat(last))

    def render_level(self, value: dict[str, Any]) -> str:
        """Write level and class."""
        return level_words(value)
