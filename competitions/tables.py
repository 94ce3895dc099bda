"""The lists of the organiser: competitions, and accounts with their roles."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _, pgettext_lazy

from competitions.models import Competition
from people.models import User

_NUMBER = {"td": {"class": "number"}, "th": {"class": "number"}}
# Long names keep a readable width on a phone; the table scrolls beside them.
_WIDE = {"td": {"class": "wide"}}


class CompetitionTable(tables.Table):
    """Competitions, the latest first."""

    name = tables.TemplateColumn(
        template_name="competitions/columns/competition_name.html",
        verbose_name=_("Competition"),
        order_by=("name",),
        attrs=_WIDE,
    )
    state = tables.TemplateColumn(
        template_name="competitions/columns/competition_state.html",
        verbose_name=_("State"),
    )
    level = tables.TemplateColumn(
        template_name="competitions/columns/competition_level.html",
        verbose_name=_("Level"),
        order_by=("level", "competition_class"),
    )
    starts_on = tables.TemplateColumn(
        template_name="competitions/columns/competition_days.html",
        verbose_name=_("Days"),
        order_by=("starts_on", "ends_on"),
    )
    number_of_events = tables.Column(verbose_name=_("Events"), attrs=_NUMBER)
    number_of_entries = tables.Column(verbose_name=_("Entries"), attrs=_NUMBER)

    class Meta:
        model = Competition
        sequence = ("name", "state", "starts_on", "level", "...")
        fields = ("name", "state", "starts_on", "level")
        attrs = {"class": "table"}


class UserTable(tables.Table):
    """Accounts and what they may do."""

    name = tables.TemplateColumn(
        template_name="competitions/columns/user_name.html",
        verbose_name=pgettext_lazy("of a person", "Name"),
        order_by=("pinyin", "username"),
        attrs=_WIDE,
    )
    username = tables.Column(verbose_name=_("User name"))
    roles = tables.TemplateColumn(
        template_name="competitions/columns/user_roles.html",
        verbose_name=_("Roles"),
        orderable=False,
        attrs=_WIDE,
    )

    class Meta:
        model = User
        fields = ("name", "username")
        attrs = {"class": "table"}


class JudgeTable(tables.Table):
    """Judges, where they work and where they sit."""

    name = tables.Column(
        verbose_name=pgettext_lazy("of a person", "Name"),
        order_by=("person__pinyin", "name"),
        attrs=_WIDE,
    )
    unit = tables.TemplateColumn(
        template_name="competitions/columns/judge_unit.html",
        verbose_name=_("Unit"),
        order_by=("person__organisation__pinyin",),
        attrs=_WIDE,
    )
    username = tables.Column(verbose_name=_("User name"))
    seats = tables.TemplateColumn(
        template_name="competitions/columns/judge_seats.html",
        verbose_name=_("Seats on panels"),
        orderable=False,
    )

    class Meta:
        model = User
        fields = ("name", "unit", "username", "seats")
        attrs = {"class": "table"}
