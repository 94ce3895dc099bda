"""Builds a competition of the demo with its hosts, its event and its entries."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from random import Random
from uuid import UUID

from competitions.enums import (
    ComponentKind,
    ComponentSource,
    EntryState,
    EventGroup,
    HostKind,
)
from competitions.models import Competition, Entry, EntryMember, Event, Occupation
from competitions.services.competitions import (
    CompetitionDetails,
    HostLine,
    create_competition,
)
from competitions.services.components import ComponentLine, StageLine
from competitions.services.events import EventDetails
from people.models import Person
from yuejiang.demo.cast import Cast
from yuejiang.demo.trades import Trade
from yuejiang.demo.year import Plan

PASS_MARK = Decimal("60.00")
THEORY_AND_PRACTICE = StageLine(
    "决赛",
    "Final",
    (
        ComponentLine(
            code="T",
            name="理论",
            name_en="Theory",
            kind=ComponentKind.THEORY,
            source=ComponentSource.IMPORTED,
            weight=Decimal(30),
            pass_mark=PASS_MARK,
        ),
        ComponentLine(
            code="P",
            name="实操",
            name_en="Practical",
            kind=ComponentKind.PRACTICAL,
            source=ComponentSource.IMPORTED,
            weight=Decimal(70),
            pass_mark=PASS_MARK,
        ),
    ),
)
PRACTICE = StageLine(
    "决赛",
    "Final",
    (
        ComponentLine(
            code="P",
            name="实操",
            name_en="Practical",
            kind=ComponentKind.PRACTICAL,
            weight=Decimal(100),
        ),
    ),
)


def raise_competition(plan: Plan, cast: Cast, at: datetime) -> Competition:
    """Create the competition of a plan with its one event."""
    return create_competition(
        details=CompetitionDetails(
            name=plan.name,
            name_en=plan.name_en,
            level=plan.level,
            competition_class=plan.competition_class,
            starts_on=plan.starts_on,
            ends_on=plan.ends_on,
            place="绍兴示例技师学院实训中心",
            document_number=f"绍市人社发〔{plan.starts_on.year}〕示例号",
        ),
        hosts=hosts_of(cast),
        events=[event_details(plan.trade, plan.group, THEORY_AND_PRACTICE)],
        by=cast.officer,
        at=at,
    )


def hosts_of(cast: Cast) -> list[HostLine]:
    """Return three hosts in their order and who runs the competition."""
    return [
        *(HostLine(HostKind.HOST, body) for body in cast.bodies[:3]),
        HostLine(HostKind.ORGANISER, cast.bodies[3]),
    ]


def event_details(trade: Trade, group: EventGroup, stage: StageLine) -> EventDetails:
    """Return what is told of an event in a trade."""
    occupation, _ = Occupation.objects.get_or_create(
        code=trade.code, defaults={"name": trade.name, "name_en": trade.name_en}
    )
    return EventDetails(
        name=trade.event_name,
        name_en=trade.event_name_en,
        occupation=occupation,
        group=group,
        stages=(stage,),
    )


def enter(
    event: Event,
    people: Sequence[Person],
    states: Sequence[EntryState],
    at: datetime,
) -> list[Entry]:
    """Enter people one by one, each with the state at the same place.

    Rows are written in bulk: the demo is a year of work in less than a minute.
    """
    entries = Entry.objects.bulk_create(
        Entry(
            event=event,
            organisation_id=_unit_of(person),
            state=state,
            return_reason="请补充在岗证明。" if state == EntryState.RETURNED else "",
            created_at=at,
        )
        for person, state in zip(people, states, strict=True)
    )
    EntryMember.objects.bulk_create(
        EntryMember(entry=entry, event=event, person=person, position=1)
        for entry, person in zip(entries, people, strict=True)
    )
    return entries


def approved(number: int) -> list[EntryState]:
    """Return that many approved states."""
    return [EntryState.APPROVED] * number


def under_review(random: Random, number: int) -> list[EntryState]:
    """Return states as they stand in the middle of a review."""
    return random.choices(
        (EntryState.APPROVED, EntryState.SUBMITTED, EntryState.RETURNED),
        weights=(6, 3, 1),
        k=number,
    )


def _unit_of(person: Person) -> UUID:
    """Return where a person works; everybody in the demo works somewhere."""
    if person.organisation_id is None:
        raise ValueError(f"{person.name} belongs to no unit and cannot be entered.")
    return person.organisation_id
