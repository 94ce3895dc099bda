"""Tells competitions which judges have marked what, for its registry."""

from uuid import UUID

from competitions.marked_seats import MarkedSeat
from scoring.models import Mark


def marked_seats_of(event_id: UUID) -> list[MarkedSeat]:
    """Return every judge with a mark in an event; one statement.

    Marks taken back count as well: somebody has seen the entry's work and decided.
    """
    rows = (
        Mark.objects.filter(sheet__entry__event=event_id)
        .values_list("sheet__sub_criterion__panel", "sheet__entry", "author")
        .distinct()
    )
    return [MarkedSeat(*row) for row in rows]
