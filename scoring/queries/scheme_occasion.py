"""Reads what an event expects of its marking schemes."""

from django.db.models import Q

from competitions.models import Event
from scoring.enums import Scale
from scoring.models import ResultPolicy
from scoring.rules.scheme_occasion import Occasion


def occasion_of(event: Event) -> Occasion:
    """Tell the skill of an event, and whether it is held as WorldSkills events are.

    One without a skill number is when its result has a WorldSkills scale or medals.
    """
    follows = Q(awards_medals=True) | ~Q(scale=Scale.NONE)
    return Occasion(
        skill_number=event.skill_number,
        is_worldskills=bool(event.skill_number)
        or ResultPolicy.objects.filter(follows, event=event).exists(),
    )
