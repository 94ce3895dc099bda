"""The record of a draw, printed to be signed by those who watched."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from competitions.enums import DrawKind
from competitions.models import Draw
from competitions.queries.draws import DrawnRow
from paper.page import PageFrame
from paper.table_rows import Column
from paper.tables import TableDocument, table_pdf


def draw_record_pdf(*, draw: Draw, rows: Sequence[DrawnRow], address: str) -> bytes:
    """Return the PDF; ``address``, where anybody recomputes it, is its QR code."""
    event = draw.event
    given = _("Entry number") if draw.kind == DrawKind.ENTRY_NUMBER else _("Station")
    document = TableDocument(
        frame=PageFrame(
            title=_("Record of the draw"),
            subtitle=f"{event.competition.display_name} · {event.display_name}",
            printed=_("Check this draw: %s") % address,
            page_words=_("Page {page} of {pages}"),
            code=address,
        ),
        columns=(
            Column(given, 0.6, "centre"),
            Column(_("Entry"), 1.6),
            Column(_("Unit"), 2.0),
            Column(_("Signature"), 1.2),
        ),
        rows=tuple((str(row.given), row.name, row.unit, "") for row in rows),
        facts=_facts(draw),
        notes=(
            _(
                "The seed is the SHA-256 of the secret followed by the public value;"
                " the order is a Fisher–Yates shuffle with it."
            ),
        ),
        signatures=(_("Draw led by"), _("Witnesses"), _("Recorded by")),
    )
    return table_pdf(document)


def _facts(draw: Draw) -> tuple[tuple[str, str], ...]:
    zone = ZoneInfo(draw.event.competition.time_zone)
    moments = [
        date_format(timezone.localtime(at, zone), "DATETIME_FORMAT") if at else ""
        for at in (draw.committed_at, draw.drawn_at)
    ]
    return (
        (_("What is drawn"), str(DrawKind(draw.kind).label)),
        (_("Committed"), moments[0]),
        (_("Drawn"), moments[1]),
        (_("Public value that decides"), draw.public_value_source),
        (_("Public value as published"), draw.public_value),
        (_("Witnesses"), draw.witnesses),
        (_("Commitment"), draw.commitment),
        (_("Secret"), draw.secret),
        (_("Seed"), draw.seed),
    )
