"""What an event says of a scheme: whether it is of its skill, and which habits count.

Sources: WorldSkills Technical Descriptions 2026 §4.2-4.4. Five to nine criteria, small
aspects and standards sections are ways of WorldSkills; a city's welders do not follow
them, so only events of that kind are reminded of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from people.rules.sentence import Sentence
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_check import (
    CRITERIA_NUMBER,
    SECTIONS_MISSING,
    in_order,
)
from scoring.rules.scheme_check_aspects import MAX_LARGE
from scoring.rules.scheme_problems import Problem, warning

_HABITS = frozenset(
    finding.code for finding in (CRITERIA_NUMBER, MAX_LARGE, SECTIONS_MISSING)
)
# "17 Web Development", "07 CNC Milling", "Skill 17"; neither "3D …" nor a year.
_NUMBERED = re.compile(
    r"(?:skill\s*)?0*([1-9]\d{0,2})(?![0-9a-z])", re.IGNORECASE | re.ASCII
)

OTHER_SKILL = warning(
    "other-skill",
    "skill",
    Sentence(
        "The scheme is titled “{title}”, but this event is skill {skill}; make sure"
        " that it is the right one."
    ),
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event a scheme is for: its WorldSkills skill number, and its ways."""

    skill_number: str
    is_worldskills: bool


def on_occasion(
    scheme: Scheme, problems: Iterable[Problem], occasion: Occasion
) -> tuple[Problem, ...]:
    """Return the problems that count at an event, with those it adds."""
    counting = (
        problem
        for problem in problems
        if occasion.is_worldskills or problem.code not in _HABITS
    )
    return in_order((*counting, *_check_skill(scheme, occasion)))


def skill_number_of(title: str) -> str:
    """Return the skill number a title begins with, without zeros before it."""
    match = _NUMBERED.match(title)
    return match[1] if match else ""


def _check_skill(scheme: Scheme, occasion: Occasion) -> Iterator[Problem]:
    titled, skill = skill_number_of(scheme.skill), occasion.skill_number.lstrip("0")
    if titled and skill and titled != skill:
        yield OTHER_SKILL.at(None, title=scheme.skill[:60], skill=occasion.skill_number)
