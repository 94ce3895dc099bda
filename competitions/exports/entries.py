"""The entries of an event as a workbook, one row per competitor."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from competitions.exports.sheet import Cell, write_table
from competitions.models import Entry, EntryMember


def entries_workbook(entries: Iterable[Entry]) -> bytes:
    """Return an xlsx file; identity numbers stay masked, numbers stay text."""
    return write_table(
        title=_("Entries"),
        headings=[
            _("Unit"),
            _("Unified social credit code"),
            _("Team name"),
            _("Full name"),
            _("Name in Latin letters"),
            _("Sex"),
            _("Identity number"),
            _("Mobile phone"),
            _("State"),
            _("Reason"),
            _("Entry number"),
            _("Station"),
            _("Key"),
        ],
        rows=(
            _row(entry, member) for entry in entries for member in entry.members.all()
        ),
    )


def _row(entry: Entry, member: EntryMember) -> list[Cell]:
    person = member.person
    return [
        entry.organisation.name,
        entry.organisation.credit_code or "",
        entry.team_name,
        person.name,
        person.name_en,
        person.get_sex_display(),
        person.masked_identity,
        person.phone,
        entry.get_state_display(),
        entry.return_reason,
        entry.number,
        entry.station,
        str(entry.pk),
    ]
