"""Lets the demo's judges mark: scheme, panel, draw, sheets, marks and signatures."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

from competitions.enums import DrawKind, MeasurementPart, SeatKind
from competitions.models import Component, Event
from competitions.services.appointments import appoint_chief_judge
from competitions.services.draws import commit_draw, run_draw
from competitions.services.panels import create_panel, seat_judge
from people.keys import uuid7
from people.models import Device, User
from people.services import enrol_device
from scoring.models import Aspect, MarkingScheme, Sheet, SubCriterion
from scoring.rules.scheme import Scheme
from scoring.services.assignment import assign_panel
from scoring.services.operation import Operation
from scoring.services.operations import apply_operations
from scoring.services.scheme_store import save_scheme
from scoring.services.sheets import open_sheets
from scoring.services.signing import accept_sheets, lock_marks, sign_sheets
from yuejiang.demo.cast import PIN, Cast

BATCH = 50
# What a competent competitor's work measures, by the kind of calculation.
MEASURED: dict[str, Callable[[Random], str]] = {
    "PASS_FAIL": lambda random: str(int(random.random() < 0.8)),  # noqa: PLR2004  # a share
    "NUMBER_COMPLETED": lambda random: str(random.randint(2, 5)),
    "CHOICE": lambda random: str(random.choice((1, 1, 1, 2, 2, 3))),
    "RANGED_SCORE": lambda random: str(
        Decimal(50_000 + random.randint(-18, 18)) / 1000
    ),
    "REGULAR_DIFFERENCE_DEDUCTION": lambda random: str(
        Decimal(random.randint(0, 16)) / 1000
    ),
}


def draw_numbers(event: Event, cast: Cast, at: datetime) -> None:
    """Draw the entry numbers by a public value, as a real draw is held."""
    committed = at - timedelta(days=2)
    draw = commit_draw(
        event=event,
        kind=DrawKind.ENTRY_NUMBER,
        public_value_source=f"上证指数 {at:%Y-%m-%d} 收盘点位",
        by=cast.officer,
        at=committed,
    )
    run_draw(
        draw=draw,
        public_value="3285.67",
        witnesses="张华（领队代表）、李丽（监督）",
        by=cast.officer,
        at=at,
    )


def set_up(
    event: Event, scheme: Scheme, judges: Sequence[User], cast: Cast, at: datetime
) -> MarkingScheme:
    """Store the scheme, seat three judges and a reserve, and open the sheets.

    The first of the judges becomes chief judge and takes no seat.
    """
    chief, *seated = judges
    component = Component.objects.get(stage__event=event)
    stored = save_scheme(
        component=component,
        scheme=scheme,
        file_name=f"{scheme.skill}.xlsx",
        by=cast.officer,
        at=at,
    )
    panel = create_panel(event=event, name="第一裁判组", by=cast.officer, at=at)
    for place, judge in enumerate(seated):
        is_reserve = place == len(seated) - 1
        seat_judge(
            panel=panel,
            judge=judge,
            kind=SeatKind.RESERVE if is_reserve else SeatKind.JUDGE,
            part=(
                MeasurementPart.RECORDER if place == 0 else MeasurementPart.CO_SIGNER
            ),
            by=cast.officer,
            at=at,
        )
    appoint_chief_judge(event=event, judge=chief, by=cast.officer, at=at)
    sub_criteria = list(SubCriterion.objects.filter(criterion__scheme=stored))
    assign_panel(sub_criteria=sub_criteria, panel=panel, by=cast.officer, at=at)
    open_sheets(event=event, by=cast.officer, at=at)
    return stored


class Marker:
    """Marks sheets as three judges would, each on a tablet of his own."""

    def __init__(
        self, event: Event, seated: Sequence[User], random: Random, at: datetime
    ) -> None:
        """Enrol a tablet for each judge; the first records measurements."""
        self.event, self.seated, self.random, self.at = event, seated, random, at
        self.devices: dict[User, Device] = {
            judge: enrol_device(name=f"平板 {number:02}", actor="system", at=at)[0]
            for number, judge in enumerate(seated, start=1)
        }
        self.sent = 0

    def mark(self, sheets: Sequence[Sheet]) -> None:
        """Mark every aspect of some sheets."""
        aspects = _aspects_of(sheets)
        for judge in self.seated:
            operations = [
                self._operation(sheet, aspect)
                for sheet in sheets
                for aspect in aspects[sheet.sub_criterion_id]
                if aspect.kind == "J" or judge is self.seated[0]
            ]
            for start in range(0, len(operations), BATCH):
                apply_operations(
                    event=self.event,
                    device=self.devices[judge],
                    judge=judge,
                    operations=operations[start : start + BATCH],
                    at=self.at,
                )

    def _operation(self, sheet: Sheet, aspect: Aspect) -> Operation:
        self.sent += 1
        return Operation(
            op_id=uuid7(),
            sequence=self.sent,
            kind="mark",
            sheet_id=sheet.pk,
            aspect_id=aspect.pk,
            value=self._value(sheet, aspect),
            base_version=0,
        )

    def _value(self, sheet: Sheet, aspect: Aspect) -> str:
        """Choose a believable value; judges of one work differ by one step at most."""
        if aspect.kind == "J" or aspect.calculation is None:
            # The step depends on work and aspect alone, so that three judges agree
            # but for a coin thrown by each.
            step = (sheet.entry_id.int + aspect.pk.int) % 3
            return str(step + self.random.randint(0, 1))
        return MEASURED[aspect.calculation.kind](self.random)


def finish(event: Event, judges: Sequence[User], at: datetime) -> None:
    """Let the seated judges sign, the chief judge accept and lock."""
    chief, *seated = judges
    sheets = list(
        Sheet.objects.filter(
            sub_criterion__criterion__scheme__component__stage__event=event
        )
    )
    for judge in seated[:-1]:
        sign_sheets(sheets=sheets, judge=judge, pin=PIN, at=at)
    accept_sheets(sheets=sheets, by=chief, pin=PIN, at=at)
    lock_marks(event=event, by=chief, at=at)


def _aspects_of(sheets: Sequence[Sheet]) -> dict[object, list[Aspect]]:
    found: dict[object, list[Aspect]] = {}
    for aspect in (
        Aspect.objects.filter(sub_criterion__in={s.sub_criterion_id for s in sheets})
        .select_related("calculation")
        .order_by("sub_criterion", "position")
    ):
        found.setdefault(aspect.sub_criterion_id, []).append(aspect)
    return found
