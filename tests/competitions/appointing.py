"""Events with judges and entries, as panels, conflicts and draws need them."""

from competitions.enums import MeasurementPart, SeatKind
from competitions.services.panels import create_panel, seat_judge
from tests.factories import (
    NOW,
    EntryFactory,
    EntryMemberFactory,
    EventFactory,
    OrganisationFactory,
    PersonFactory,
    RoleAssignmentFactory,
    RoleFactory,
    UserFactory,
)

CO_SIGNER = MeasurementPart.CO_SIGNER


def office(event):
    """The organiser of an event's competition; the roles judges get exist."""
    RoleFactory(code="judge")
    RoleFactory(code="chief-judge")
    return RoleAssignmentFactory(
        role__code="organiser", competition=event.competition
    ).user


def judge_of(unit=None, name="陈裁判"):
    """A judge with an account who works for a unit."""
    person = PersonFactory(name=name, organisation=unit or OrganisationFactory())
    return UserFactory(person=person, name=name)


def entry_of(event, unit=None, name="李选手"):
    """An approved entry of one person."""
    entry = EntryFactory(event=event, organisation=unit or OrganisationFactory())
    EntryMemberFactory(entry=entry, person__name=name)
    return entry


def seated(panel, judge, by, kind=SeatKind.JUDGE, part=CO_SIGNER):
    """Seat a judge through the service."""
    return seat_judge(panel=panel, judge=judge, kind=kind, part=part, by=by, at=NOW)


def panel_of(event, by, *judges, reserve=None):
    """A panel with judges, and a reserve judge behind them."""
    panel = create_panel(event=event, name="第1组", by=by, at=NOW)
    seats = [seated(panel, judge, by) for judge in judges]
    if reserve:
        seats.append(seated(panel, reserve, by, kind=SeatKind.RESERVE))
    return panel, seats


def event_with_entries(number, **details):
    """An event whose entries wait for their draw."""
    event = EventFactory(**details)
    for count in range(number):
        entry_of(event, name=f"选手{count}")
    return event
