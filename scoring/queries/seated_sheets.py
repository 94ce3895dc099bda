"""The sheets of an event with the seats that mark them, read once for a whole page."""

from collections.abc import Iterator
from dataclasses import dataclass

from competitions.models import Event
from scoring.models import Sheet
from scoring.queries.seats import ActiveSeat, Seating, seating_of
from scoring.queries.sheets import sheets_to_mark


@dataclass(frozen=True)
class SeatedSheets:
    """Sheets by sub criterion, and who sits before them."""

    sheets: list[Sheet]
    seating: Seating

    def __iter__(self) -> Iterator[tuple[Sheet, tuple[ActiveSeat, ...]]]:
        """Go through the sheets with their seats."""
        for sheet in self.sheets:
            panel_id = sheet.sub_criterion.panel_id
            yield sheet, self.seating.seats_for(panel_id, sheet.entry_id)


def seated_sheets(event: Event) -> SeatedSheets:
    """Read the sheets that are marked and their seating; six statements."""
    sheets = list(
        sheets_to_mark(event)
        .select_related("sub_criterion__criterion__scheme", "sub_criterion__panel")
        .order_by("sub_criterion__criterion_id", "sub_criterion__position")
    )
    return SeatedSheets(sheets, seating_of(event.pk, [s.entry_id for s in sheets]))
