"""What waits for a judge, and for a chief judge, event by event."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from competitions.enums import SeatKind
from competitions.models import Event, PanelSeat
from people.models import User
from scoring.enums import SheetState
from scoring.queries.glance import SheetsGlance, sheets_at_a_glance
from scoring.queries.signatures import SheetToSign, sheets_to_sign


@dataclass(frozen=True)
class JudgeRoom:
    """An event with what one judge has done and has still to do.

    ``reserve_on`` names the panels whose reserve judge he is.
    """

    event: Event
    sheets: list[SheetToSign]
    reserve_on: list[str]

    @property
    def done(self) -> int:
        """Aspects with nothing left to enter."""
        return sum(each.state["done"] for each in self.sheets)

    @property
    def expected(self) -> int:
        """Aspects on all sheets."""
        return sum(each.state["expected"] for each in self.sheets)

    @property
    def rescoring(self) -> int:
        """Aspects that are to be scored or measured again."""
        return sum(
            each.state["rescoring"] + each.state["differing"] for each in self.sheets
        )

    @property
    def to_sign(self) -> int:
        """Sheets that wait for the judge's signature."""
        return sum(each.waits for each in self.sheets)

    @property
    def signed(self) -> int:
        """Sheets the judge has signed."""
        return sum(each.is_signed for each in self.sheets)


@dataclass(frozen=True)
class ChiefDesk:
    """An event with the sheets that wait for its chief judge."""

    event: Event
    sheets: SheetsGlance

    @property
    def to_accept(self) -> int:
        """Sheets signed by their whole panels."""
        return self.sheets.states[SheetState.SIGNED]


def waiting_for_judge(events: QuerySet[Event], judge: User) -> list[JudgeRoom]:
    """Return the events a judge marks, the nearest first."""
    reserves = reserve_panels(judge)
    return [
        JudgeRoom(event, sheets_to_sign(event, judge), reserves[event.pk])
        for event in _ordered(events)
    ]


def reserve_panels(judge: User) -> dict[UUID, list[str]]:
    """Return the names of the panels a judge is in reserve for, by event."""
    found: dict[UUID, list[str]] = defaultdict(list)
    seats = PanelSeat.objects.filter(judge=judge, kind=SeatKind.RESERVE)
    for event_id, name in seats.order_by("panel__name").values_list(
        "panel__event", "panel__name"
    ):
        found[event_id].append(name)
    return found


def waiting_for_chief(events: QuerySet[Event]) -> list[ChiefDesk]:
    """Return the events whose panels have sheets, for their chief judge."""
    rows = list(_ordered(events.filter(entries__sheets__isnull=False).distinct()))
    glances = sheets_at_a_glance([event.pk for event in rows])
    return [ChiefDesk(event, glances[event.pk]) for event in rows]


def _ordered(events: QuerySet[Event]) -> Iterable[Event]:
    return events.select_related("competition").order_by(
        "marks_locked_at", "competition__starts_on", "number"
    )
