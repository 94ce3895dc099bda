"""The calendar of the demo's year: which competition is in which state."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from competitions.enums import CompetitionClass, CompetitionState, EventGroup, Level
from yuejiang.demo.trades import TRADES, Trade

ORDINALS: Final = "一二三四五六七八九十"
DAYS_BACK: Final = 300
# How many of the 52 city competitions stand in each state today; the one that is
# being marked is the great one, made apart.
STATES: Final = (
    (CompetitionState.CLOSED, 36),
    (CompetitionState.AWARDS, 2),
    (CompetitionState.RESULTS, 2),
    (CompetitionState.PREPARATION, 2),
    (CompetitionState.REVIEW, 2),
    (CompetitionState.REGISTRATION, 3),
    (CompetitionState.PLANNING, 2),
    (CompetitionState.POSTPONED, 1),
    (CompetitionState.CANCELLED, 1),
)
DONE: Final = (
    CompetitionState.CLOSED,
    CompetitionState.AWARDS,
    CompetitionState.RESULTS,
)


@dataclass(frozen=True)
class Plan:
    """One competition to build."""

    name: str
    name_en: str
    level: Level
    competition_class: CompetitionClass
    state: CompetitionState
    starts_on: date
    ends_on: date
    trade: Trade
    group: EventGroup
    entries: int

    @property
    def is_done(self) -> bool:
        """Whether marks exist and a result is published."""
        return self.state in DONE


def city_plans(today: date) -> Iterator[Plan]:
    """Yield 51 city competitions; those in the past are spread over the year."""
    states = [state for state, count in STATES for _ in range(count)]
    done = sum(count for state, count in STATES if state in DONE)
    for index, state in enumerate(states):
        trade = TRADES[index % len(TRADES)]
        edition = ORDINALS[index // len(TRADES)]
        if state in DONE:
            day = today - timedelta(days=DAYS_BACK - index * (DAYS_BACK - 12) // done)
        else:
            day = today + timedelta(days=6 + 3 * (index - done))
        first = index % 3 != 1
        yield Plan(
            name=f"绍兴市第{edition}届“越匠杯”{trade.event_name}职业技能竞赛",
            name_en=(
                f"Shaoxing Yuejiang Cup {index // len(TRADES) + 1}:"
                f" {trade.event_name_en}"
            ),
            level=Level.CITY,
            competition_class=(
                CompetitionClass.FIRST if first else CompetitionClass.SECOND
            ),
            state=state,
            starts_on=day,
            ends_on=day + timedelta(days=1),
            trade=trade,
            group=EventGroup.STUDENTS if index % 9 == 8 else EventGroup.WORKERS,  # noqa: PLR2004  # one in nine
            entries=_entries(state, index),
        )


def higher_plans(today: date) -> Iterator[Plan]:
    """Yield the two provincial competitions and the national one."""
    for index, (name, name_en, level) in enumerate(
        (
            (
                "浙江省“技能浙江”数控技能竞赛（绍兴赛区）",
                "Zhejiang CNC",
                Level.PROVINCIAL,
            ),
            ("浙江省焊接技能竞赛（绍兴赛区）", "Zhejiang Welding", Level.PROVINCIAL),
            ("全国纺织行业染色职业技能竞赛", "National Dyeing", Level.NATIONAL),
        )
    ):
        day = today - timedelta(days=120 - 40 * index)
        yield Plan(
            name=name,
            name_en=f"{name_en} Skills Competition",
            level=level,
            competition_class=CompetitionClass.FIRST,
            state=CompetitionState.CLOSED,
            starts_on=day,
            ends_on=day + timedelta(days=2),
            trade=(TRADES[0], TRADES[1], TRADES[7])[index],
            group=EventGroup.WORKERS,
            entries=30,
        )


def _entries(state: CompetitionState, index: int) -> int:
    if state in (CompetitionState.PLANNING, CompetitionState.CANCELLED):
        return 0
    if state is CompetitionState.POSTPONED:
        return 18
    return 50 + index % 5
