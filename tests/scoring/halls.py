"""A hall in which marking goes on: an event, its panel, entries and open sheets."""

from dataclasses import dataclass, field
from decimal import Decimal

from competitions.enums import (
    EntryAttendance,
    EntryState,
    MeasurementPart,
    MeasurementProcedure,
    SeatKind,
)
from competitions.models import BlindCode, Entry, Event, Panel, PanelSeat
from people.keys import uuid7
from people.models import Device, User
from scoring.models import Aspect, MarkingScheme, Sheet, SubCriterion
from scoring.rules.scheme import (
    Aspect as RuleAspect,
    Calculation,
    Criterion,
    Scheme,
    Section,
    SubCriterion as RuleSub,
)
from scoring.services.assignment import assign_panel
from scoring.services.operation import Operation
from scoring.services.operations import apply_operations
from scoring.services.scheme_store import save_scheme
from scoring.services.sheets import open_sheets
from tests.factories import (
    NOW,
    ComponentFactory,
    EntryFactory,
    EventFactory,
    OrganisationFactory,
    StageFactory,
    UserFactory,
)

LADDER = ("低于行业标准", "达到行业标准", "部分超出标准", "全面超出，优秀")


def judged(mark, description="导轨装配的外观与紧固"):
    return RuleAspect(
        kind="J",
        description=description,
        section=1,
        max_mark=Decimal(mark),
        ladder=LADDER,
    )


def measured(mark, calculation=None, description="安全防护罩复位"):
    return RuleAspect(
        kind="M",
        description=description,
        section=1,
        max_mark=Decimal(mark),
        calculation=calculation,
    )


def scheme_of(*aspects, rest="", **settings):
    """A usable scheme: A1 with the aspects given, B1 with the rest up to 100."""
    worth = sum((aspect.max_mark for aspect in aspects), Decimal(0))
    remaining = (measured(Decimal(100) - worth, description="其余"),)
    return Scheme(
        skill="工业机械装调",
        sections=(Section(1, "全部", Decimal(100)),),
        criteria=(
            Criterion("A", "装配", (RuleSub("A1", "装配精度", 1, tuple(aspects)),)),
            Criterion("B", "调试", (RuleSub("B1", "传动调试", 2, remaining),)),
        ),
        calculations=(
            Calculation("计数", "NUMBER_COMPLETED", True, (("NUM_POSSIBLE", "4"),)),
            Calculation("得分", "MARK"),
            Calculation(
                "公差",
                "TOLERANCE_ALL_OR_NOTHING",
                True,
                (("TARGET_VALUE", "12.5"), ("TOLERANCE", "0.1")),
            ),
        ),
        **settings,
    )


@dataclass
class Hall:
    """What the tests need to hand; judges sit on seats 1, 2, 3…"""

    event: Event
    scheme: MarkingScheme
    panel: Panel
    judges: list[User]
    entries: list[Entry]
    device: Device
    organiser: User
    sequence: int = field(default=0)

    def sheet(self, code="A1", entry=0):
        return Sheet.objects.get(entry=self.entries[entry], sub_criterion__code=code)

    def aspect(self, position=1, code="A1"):
        return Aspect.objects.get(
            sub_criterion__code=code,
            sub_criterion__criterion__scheme=self.scheme,
            position=position,
        )

    def operation(self, value="2", *, position=1, code="A1", entry=0, **changes):
        self.sequence += 1
        fields = {
            "op_id": uuid7(),
            "sequence": self.sequence,
            "kind": "mark",
            "sheet_id": self.sheet(code, entry).pk,
            "aspect_id": self.aspect(position, code).pk,
            "value": value,
            "base_version": 0,
        }
        return Operation(**{**fields, **changes})

    def send(self, seat, *operations, at=NOW):
        return apply_operations(
            event=self.event,
            device=self.device,
            judge=self.judges[seat - 1],
            operations=operations,
            at=at,
        )

    def mark(self, seat, value="2", **changes):
        """Let the judge of a seat enter one value and return the answer."""
        return self.send(seat, self.operation(value, **changes))[0]

    def mark_all(self, *values, **changes):
        """Let every judge enter a value, in the order of the seats."""
        return [
            self.mark(seat, value, **changes)
            for seat, value in enumerate(values, start=1)
        ]


def build_hall(
    *aspects,
    judges=3,
    entries=1,
    reserves=0,
    dual=False,
    opened=True,
    **settings,
):
    """Make an event that is ready to be marked."""
    procedure = MeasurementProcedure.DUAL if dual else MeasurementProcedure.AGREED
    event = EventFactory(measurement_procedure=procedure)
    component = ComponentFactory(stage=StageFactory(event=event), code="P")
    organiser = UserFactory()
    scheme = save_scheme(
        component=component,
        scheme=scheme_of(*(aspects or (judged("3.00"),)), **settings),
        file_name="scheme.xlsx",
        by=organiser,
        at=NOW,
    )
    panel, seated = seat_panel(event, judges, reserves)
    hall = Hall(
        event=event,
        scheme=scheme,
        panel=panel,
        judges=seated,
        entries=[approved_entry(event, number) for number in range(1, entries + 1)],
        device=_tablet(),
        organiser=organiser,
    )
    sub_criteria = list(SubCriterion.objects.filter(criterion__scheme=scheme))
    assign_panel(sub_criteria=sub_criteria, panel=panel, by=organiser, at=NOW)
    if opened:
        open_sheets(event=event, by=organiser, at=NOW)
    return hall


def _tablet():
    return Device.objects.create(name="平板", key_hash=uuid7().hex, enrolled_at=NOW)


def seat_panel(event, judges, reserves=0):
    """Seat judges from 1, the first two as recorders, then the reserve judges."""
    panel = Panel.objects.create(event=event, name="装配组")
    parts = {1: MeasurementPart.RECORDER, 2: MeasurementPart.SECOND_RECORDER}
    users = []
    for number in range(1, judges + reserves + 1):
        users.append(UserFactory(name=f"裁判{number}"))
        PanelSeat.objects.create(
            panel=panel,
            number=number,
            kind=SeatKind.JUDGE if number <= judges else SeatKind.RESERVE,
            measurement_part=parts.get(number, MeasurementPart.CO_SIGNER),
            judge=users[-1],
        )
    return panel, users


def approved_entry(event, number):
    entry = EntryFactory(
        event=event,
        organisation=OrganisationFactory(),
        state=EntryState.APPROVED,
        attendance=EntryAttendance.PRESENT,
        number=number,
    )
    BlindCode.objects.create(entry=entry, event=event, code=f"B-{number:03}")
    return entry
