"""The list of competitions as a workbook."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _, gettext_lazy

from competitions.exports.sheet import write_table
from competitions.models import Competition
from competitions.queries.competitions import first_hosts

HEADINGS = (
    gettext_lazy("Competition"),
    gettext_lazy("English name"),
    gettext_lazy("Level"),
    gettext_lazy("Class"),
    gettext_lazy("State"),
    gettext_lazy("First day"),
    gettext_lazy("Last day"),
    gettext_lazy("Place"),
    gettext_lazy("First host"),
    gettext_lazy("Document number"),
    gettext_lazy("Events"),
    gettext_lazy("Entries"),
    gettext_lazy("Identifier"),
)


def competition_workbook(competitions: QuerySet[Competition]) -> bytes:
    """Return the competitions of a filtered list as an xlsx file; two statements."""
    # Rows carry their counts, which the type of the model does not know.
    rows: Sequence[Any] = list(competitions)
    hosts = first_hosts(row.pk for row in rows)
    return write_table(
        title=_("Competitions"),
        headings=[str(heading) for heading in HEADINGS],
        rows=(
            [
                row.name,
                row.name_en,
                row.get_level_display(),
                row.get_competition_class_display(),
                row.get_state_display(),
                row.starts_on,
                row.ends_on,
                row.place,
                hosts.get(row.pk, ""),
                row.document_number,
                row.number_of_events,
                row.number_of_entries,
                str(row.pk),
            ]
            for row in rows
        ),
    )
