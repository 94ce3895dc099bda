"""The great city competition that is going on, and the WorldSkills-type event."""

from datetime import date, datetime, timedelta
from random import Random

from competitions.enums import (
    CompetitionClass,
    CompetitionState,
    EntryState,
    EventGroup,
    Level,
)
from competitions.models import Competition, Event, Role
from competitions.services.competitions import CompetitionDetails, create_competition
from competitions.services.events import EventDetails
from competitions.services.roles import Place, assign_role
from live.enums import BoardState
from live.services.boards import set_board
from scoring.models import Sheet
from yuejiang.demo.cast import Cast
from yuejiang.demo.finished import publish
from yuejiang.demo.marking import Marker, draw_numbers, finish, set_up
from yuejiang.demo.schemes import full_scheme
from yuejiang.demo.stage import PRACTICE, approved, enter, event_details, hosts_of
from yuejiang.demo.trades import TRADES

COMPETITORS = 14
SELECTED = 10
# Of every four works the first three are marked; the fourth is waiting.
MARKED = 3


def hold_great_competition(
    cast: Cast, random: Random, today: date, at: datetime
) -> Competition:
    """Build the city's great competition with one event that is being marked now."""
    competition = create_competition(
        details=CompetitionDetails(
            name="绍兴市第十二届职业技能大赛",
            name_en="12th Shaoxing Skills Competition",
            level=Level.CITY,
            competition_class=CompetitionClass.FIRST,
            starts_on=today,
            ends_on=today + timedelta(days=2),
            place="绍兴示例技师学院",
            document_number=f"绍市人社发〔{today.year}〕12号（示例）",
        ),
        hosts=hosts_of(cast),
        events=[
            event_details(trade, EventGroup.WORKERS, PRACTICE) for trade in TRADES[:5]
        ],
        by=cast.officer,
        at=at - timedelta(days=90),
    )
    Competition.objects.filter(pk=competition.pk).update(state=CompetitionState.MARKING)
    organiser = cast.accounts["organiser"]
    assign_role(
        user=organiser,
        role=Role.objects.get(code="organiser"),
        place=Place(competition=competition),
        by=cast.officer,
        at=at,
    )
    _prepare_events(competition, cast, random, at)
    return competition


def _prepare_events(
    competition: Competition, cast: Cast, random: Random, at: datetime
) -> None:
    """Enter people, draw and staff the events; the first is being marked."""
    events = list(Event.objects.filter(competition=competition).order_by("number"))
    for event in events:
        enter(event, cast.next_entrants(COMPETITORS), approved(COMPETITORS), at)
    # The last event is behind: neither drawn nor staffed, as its page says.
    for event in events[:-1]:
        draw_numbers(event, cast, at)
    _mark_now(events[0], cast, random, at)
    for place, event in enumerate(events[1:-1], start=2):
        judges = cast.judges[place * 5 : place * 5 + 5]
        set_up(event, full_scheme(event.name, aspects_per_form=3), judges, cast, at)


def hold_worldskills_event(
    cast: Cast, random: Random, today: date, at: datetime
) -> Competition:
    """Build a WorldSkills selection with scale scores and medals, fully published."""
    start = today - timedelta(days=45)
    competition = create_competition(
        details=CompetitionDetails(
            name="世界技能大赛工业机械项目选拔赛（示例）",
            name_en="WorldSkills Selection: Industrial Mechanics (example)",
            level=Level.WORLD,
            starts_on=start,
            ends_on=start + timedelta(days=3),
            place="绍兴示例技师学院世赛基地",
        ),
        hosts=hosts_of(cast),
        events=[
            EventDetails(
                name="工业机械",
                name_en="Industrial Mechanics",
                skill_number="01",
                group=EventGroup.OPEN,
                stages=(PRACTICE,),
            )
        ],
        by=cast.officer,
        at=at - timedelta(days=120),
    )
    event = competition.events.get()
    enter(event, cast.next_entrants(SELECTED), [EntryState.APPROVED] * SELECTED, at)
    draw_numbers(event, cast, at)
    judges = cast.judges[5:10]
    set_up(event, full_scheme("01 工业机械"), judges, cast, at)
    sheets = _sheets(event)
    Marker(event, judges[1:-1], random, at).mark(sheets)
    finish(event, judges, at)
    publish(event, cast, at)
    Competition.objects.filter(pk=competition.pk).update(state=CompetitionState.CLOSED)
    return competition


def _mark_now(event: Event, cast: Cast, random: Random, at: datetime) -> None:
    """Mark most of an event and leave the rest for whoever opens the tablet."""
    judges = cast.judges[:5]
    set_up(event, full_scheme(event.name, aspects_per_form=3), judges, cast, at)
    set_board(event=event, state=BoardState.LIVE, by=cast.officer, at=at)
    sheets = _sheets(event)
    first_days = [sheet for sheet in sheets if sheet.sub_criterion.day == 1]
    second_day = [sheet for sheet in sheets if sheet.sub_criterion.day == 2]  # noqa: PLR2004  # the day
    marker = Marker(event, judges[1:-1], random, at)
    marker.mark(first_days)
    marker.mark([sheet for index, sheet in enumerate(second_day) if index % 4 < MARKED])


def _sheets(event: Event) -> list[Sheet]:
    return list(
        Sheet.objects.filter(entry__event=event)
        .select_related("sub_criterion")
        .order_by("sub_criterion__code", "entry__number")
    )
