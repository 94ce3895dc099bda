"""Builds the whole year, in under a minute and always the same."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from django.db import transaction

from audit.services import record
from audit.streams import REGISTER
from competitions.enums import CompetitionState
from competitions.models import Competition
from live import receivers
from live.services.competitions import publish_competition
from yuejiang.demo.cast import ACTOR, Cast, gather, let_winner_in
from yuejiang.demo.craftsmen import record_craftsmen, set_targets
from yuejiang.demo.finished import honour, moment, name_craftsmen, publish, score
from yuejiang.demo.great import hold_great_competition, hold_worldskills_event
from yuejiang.demo.marking import draw_numbers
from yuejiang.demo.stage import approved, enter, raise_competition, under_review
from yuejiang.demo.year import Plan, city_plans, higher_plans
from yuejiang.wording import DEMO_LOADED

SEED: Final = 20261123
Progress = Callable[[str], None]


def build(*, today: date, at: datetime, tell: Progress) -> None:
    """Build the demo into an empty database; each competition is one transaction."""
    random = Random(SEED)  # noqa: S311  # the same year at every build, nothing secret
    # Nobody watches while the year is built, so boards need not be paced.
    receivers.pace.interval = 0.0
    with transaction.atomic():
        cast = gather(random, at - timedelta(days=330))
        set_targets(today=today)
        record_craftsmen(cast, random, today, at)
    tell(f"{len(cast.entrants)} entrants, {len(cast.units)} units")
    plans = [*city_plans(today), *higher_plans(today)]
    for serial, plan in enumerate(plans, start=1):
        with transaction.atomic():
            _hold(plan, serial, cast, random, at)
    tell(f"{len(plans)} competitions")
    # Not in one transaction: a PIN's tries are counted in one of their own.
    hold_worldskills_event(cast, random, today, at - timedelta(days=40))
    tell("the WorldSkills-type event")
    hold_great_competition(cast, random, today, at)
    with transaction.atomic():
        let_winner_in(at)
        record(
            stream=REGISTER,
            actor=ACTOR,
            action=DEMO_LOADED,
            object_id="demo:year",
            payload={"seed": SEED},
            at=at,
        )
    tell("the event that is being marked now")


def _hold(plan: Plan, serial: int, cast: Cast, random: Random, now: datetime) -> None:
    """Carry one competition as far as its state says."""
    opened = moment(plan, -60)
    competition = raise_competition(plan, cast, min(opened, now))
    event = competition.events.get()
    people = cast.next_entrants(plan.entries)
    if plan.state in (CompetitionState.REGISTRATION, CompetitionState.REVIEW):
        enter(event, people, under_review(random, len(people)), now)
    else:
        enter(event, people, approved(len(people)), min(moment(plan, -20), now))
    if plan.is_done or plan.state == CompetitionState.PREPARATION:
        draw_numbers(event, cast, min(moment(plan, -1), now))
    if plan.is_done:
        score(event, cast, random, moment(plan, 0))
        result_list = publish(event, cast, moment(plan, 1))
        if plan.state != CompetitionState.RESULTS:
            honour(event, result_list, cast, moment(plan, 3))
        if plan.state == CompetitionState.CLOSED:
            name_craftsmen(event, result_list, cast, serial, moment(plan, 8))
    _stand(competition, plan.state, now)


def _stand(competition: Competition, state: str, at: datetime) -> None:
    """Put a competition into its state; the demo does not play every step."""
    Competition.objects.filter(pk=competition.pk).update(state=state)
    publish_competition(competition_id=competition.pk, at=at)
