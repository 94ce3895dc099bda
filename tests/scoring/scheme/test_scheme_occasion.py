"""What an event adds to the check of a scheme, and what it leaves out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.rules.scheme_check import check
from scoring.rules.scheme_occasion import Occasion, on_occasion, skill_number_of
from tests.scoring.scheme.schemes import aspect, scheme

WORLDSKILLS = Occasion(skill_number="17", is_worldskills=True)
CITY = Occasion(skill_number="", is_worldskills=False)


def codes(made, occasion):
    return {each.code for each in on_occasion(made, check(made), occasion)}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("17 Web Development", "17"),
        ("07 CNC Milling", "7"),
        ("Skill 17 – Web", "17"),
        ("17 网站技术", "17"),
        ("17", "17"),
        ("3D Digital Game Art", ""),
        ("2026年绍兴市焊工竞赛", ""),
        ("焊工 17", ""),
        ("", ""),
    ],
)
def test_a_title_begins_with_its_skill_number(title, number):
    assert skill_number_of(title) == number


@pytest.mark.parametrize(
    ("title", "skill", "warned"),
    [
        ("17 Web Development", "23", True),
        ("17 Web Development", "17", False),
        ("07 CNC Milling", "7", False),
        ("7 CNC Milling", "07", False),
        ("17 Web Development", "", False),
        ("Web Development", "23", False),
    ],
)
def test_a_scheme_of_another_skill_is_warned_of(title, skill, warned):
    made = replace(scheme(), skill=title)
    occasion = Occasion(skill_number=skill, is_worldskills=True)

    assert ("other-skill" in codes(made, occasion)) == warned


def test_the_warning_names_both():
    problems = on_occasion(scheme(), (), replace(WORLDSKILLS, skill_number="23"))

    (sentence,) = (str(each.sentence) for each in problems)
    assert sentence == (
        "The scheme is titled “17 Web”, but this event is skill 23; make sure that it"
        " is the right one."
    )


def test_only_a_worldskills_event_is_reminded_of_worldskills_habits():
    whole = aspect(max_mark=Decimal("100.00"), section=None)
    few = scheme(whole, sections=())
    few = replace(few, criteria=few.criteria[:1])

    assert codes(few, WORLDSKILLS) == {
        "criteria-number",
        "max-large",
        "sections-missing",
    }
    assert codes(few, CITY) == set()


def test_errors_count_everywhere():
    wrong = scheme(aspect(max_mark=None), aspect(kind="J", max_mark=Decimal("9.00")))

    assert codes(wrong, CITY) == {
        "total",
        "section-variation",
        "total-variation",
        "max-missing",
        "ladder-incomplete",
    }
