"""The lists of the register."""

import django_tables2 as tables
from django.utils.translation import gettext_lazy as _

from people.models import Organisation, Person

# Long names keep a readable width on a phone; the table scrolls beside them.
_WIDE = {"td": {"class": "wide"}}


class PersonTable(tables.Table):
    """Persons by pinyin; identity numbers only masked."""

    name = tables.TemplateColumn(
        template_name="people/columns/person_name.html",
        verbose_name=_("Full name"),
        order_by=("pinyin", "name"),
        attrs=_WIDE,
    )
    masked_identity = tables.Column(
        verbose_name=_("Identity number"), orderable=False, empty_values=(None, "")
    )
    organisation = tables.Column(
        accessor="organisation__display_name",
        verbose_name=_("Unit"),
        order_by=("organisation__pinyin", "pinyin"),
        attrs=_WIDE,
    )
    district = tables.Column(
        accessor="organisation__district__display_name",
        verbose_name=_("District"),
        order_by=("organisation__district__position", "pinyin"),
    )

    class Meta:
        model = Person
        fields = ("name", "masked_identity", "organisation", "district")
        attrs = {"class": "table"}
        empty_text = _("Nobody is found by this search.")


class OrganisationTable(tables.Table):
    """Units by pinyin."""

    name = tables.TemplateColumn(
        template_name="people/columns/organisation_name.html",
        verbose_name=_("Name"),
        order_by=("pinyin",),
        attrs=_WIDE,
    )
    credit_code = tables.Column(verbose_name=_("Credit code"), orderable=False)
    district = tables.Column(
        accessor="district__display_name",
        verbose_name=_("District"),
        order_by=("district__position", "pinyin"),
    )

    class Meta:
        model = Organisation
        fields = ("name", "kind", "district", "credit_code")
        attrs = {"class": "table"}
        empty_text = _("No unit is found by this search.")
