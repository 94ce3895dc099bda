"""Everything one judge has to mark in an event, for the tablet."""

from typing import Any
from uuid import UUID

from competitions.models import Event, PanelSeat
from people.models import User
from scoring.queries.judge_sheet import sheet_view
from scoring.queries.signatures import code_of, entry_codes, judged_books


def worklist(*, event: Event, judge: User, device_id: UUID | None) -> dict[str, Any]:
    """Return the sheets of a judge with their aspects; decimals are strings.

    The number of statements does not depend on the number of sheets. Entries have
    codes instead of names, and other judges' values stay out before the reveal.
    """
    codes = entry_codes(event.pk)
    seats = list(
        PanelSeat.objects.filter(panel__event=event, judge=judge)
        .select_related("panel")
        .order_by("panel__name", "number")
    )
    panels: dict[UUID | None, str] = {seat.panel_id: seat.panel.name for seat in seats}
    sheets = [
        {
            **sheet_view(book, seat),
            "panel": panels.get(book.sheet.sub_criterion.panel_id),
            "criterion": book.sheet.sub_criterion.criterion.letter,
            "seat": seat.number,
            "entry_code": code_of(codes, book.sheet.entry_id),
        }
        for book, seat in judged_books(event, judge)
    ]
    # Books come by sub criterion; within one the code decides, not the key.
    order = {sheet["sub_criterion"]: place for place, sheet in enumerate(sheets)}
    sheets.sort(key=lambda sheet: (order[sheet["sub_criterion"]], sheet["entry_code"]))
    return {
        "event": _event_view(event),
        "judge": {
            "id": str(judge.pk),
            "name": judge.get_full_name(),
            "seats": [
                {"panel": seat.panel.name, "number": seat.number} for seat in seats
            ],
        },
        "device": str(device_id) if device_id else None,
        "sheets": sheets,
    }


def _event_view(event: Event) -> dict[str, str]:
    return {
        "id": str(event.pk),
        "name": event.name,
        "name_en": event.name_en,
        "display_name": event.display_name,
        "competition": event.competition.display_name,
    }
