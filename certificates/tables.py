"""The lists of titles and certificates."""

import django_tables2 as tables
from django.utils.translation import gettext, gettext_lazy as _, pgettext_lazy

from certificates.models import Certificate, TitleGrant
from certificates.rules.award_reasons import read_explanation
from people.sentences import in_words

_WIDE = {"td": {"class": "wide"}}


def _column(name: str) -> str:
    return f"certificates/columns/{name}.html"


class TitleTable(tables.Table):
    """Persons with a title, or proposed for one."""

    select = tables.TemplateColumn(
        template_name=_column("title_select"),
        verbose_name=_("Select"),
        orderable=False,
        attrs={"td": {"class": "select-cell"}},
    )
    person = tables.TemplateColumn(
        template_name=_column("title_person"),
        verbose_name=pgettext_lazy("of a person", "Name"),
        order_by=("person__name",),
        attrs=_WIDE,
    )
    title_type = tables.Column(
        verbose_name=_("Title"),
        accessor="title_type__display_name",
        orderable=False,
        attrs={"td": {"class": "nowrap"}},
    )
    event = tables.TemplateColumn(
        template_name=_column("title_event"),
        verbose_name=_("Earned in"),
        orderable=False,
        attrs=_WIDE,
    )
    why = tables.Column(
        verbose_name=_("Why"), accessor="explanation", orderable=False, attrs=_WIDE
    )
    document = tables.TemplateColumn(
        template_name=_column("title_document"),
        verbose_name=_("Decision document"),
        order_by=("granted_on",),
        attrs=_WIDE,
    )
    actions = tables.TemplateColumn(
        template_name=_column("title_actions"), verbose_name="", orderable=False
    )

    class Meta:
        model = TitleGrant
        fields = ()
        attrs = {"class": "table"}

    def render_why(self, value: dict[str, object], record: TitleGrant) -> str:
        """Say why the person is proposed, or why the title is not granted again."""
        if getattr(record, "is_held", False):
            return gettext("Holds this title already, from another event.")
        return in_words(read_explanation(value).sentence())


class CertificateTable(tables.Table):
    """Certificates as they were issued."""

    number = tables.TemplateColumn(
        template_name=_column("certificate_number"), verbose_name=_("Number")
    )
    name = tables.Column(
        verbose_name=pgettext_lazy("of a person", "Name"),
        accessor="printed__name",
        order_by=("person__name",),
        attrs=_WIDE,
    )
    award = tables.Column(
        verbose_name=_("Award"), accessor="award_name", orderable=False
    )
    event = tables.TemplateColumn(
        template_name=_column("certificate_event"),
        verbose_name=_("Event"),
        orderable=False,
        attrs=_WIDE,
    )
    issued_on = tables.DateColumn(verbose_name=_("Issued on"))
    status = tables.TemplateColumn(
        template_name=_column("certificate_status"), verbose_name=_("Status")
    )

    class Meta:
        model = Certificate
        fields = ()
        attrs = {"class": "table"}
