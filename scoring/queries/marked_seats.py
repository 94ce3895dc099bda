"""Tells competitions which judges have marked or signed what, for its registry."""

from uuid import UUID

from competitions.marked_seats import MarkedSeat
from scoring.models import Mark, SheetSignature


def marked_seats_of(event_id: UUID) -> list[MarkedSeat]:
    """Return every judge with a mark or a signature in an event; two statements.

    Marks taken back count as well: somebody has seen the entry's work and decided. So
    does a signature of a judge who entered nothing: it stands under his seat.
    """
    where = ("sheet__sub_criterion__panel", "sheet__entry")
    on_event = {"sheet__entry__event": event_id}
    marks = Mark.objects.filter(**on_event).values_list(*where, "author")
    signatures = SheetSignature.objects.filter(**on_event).values_list(*where, "judge")
    return [MarkedSeat(*row) for row in {*marks.distinct(), *signatures.distinct()}]
