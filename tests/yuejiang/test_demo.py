"""The demo: one believable year, built through the services people use."""

from collections import Counter
from datetime import date

import pytest
from django.utils import timezone

from audit.queries import stream_names, verify_stream
from certificates.models import Certificate, TitleGrant
from competitions.enums import CompetitionState, Level
from competitions.models import Competition, Entry
from live.enums import PublicationKind
from live.models import Publication
from people.models import Organisation, Person, User
from scoring.models import ResultList, Sheet
from yuejiang.demo.build import build
from yuejiang.demo.sign_ins import SIGN_INS
from yuejiang.demo.year import city_plans, higher_plans


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_year_is_built_whole():
    build(today=date(2026, 11, 23), at=timezone.now(), tell=lambda sentence: None)

    levels = Counter(Competition.objects.values_list("level", flat=True))
    assert levels == {
        Level.CITY: 52,
        Level.PROVINCIAL: 2,
        Level.NATIONAL: 1,
        Level.WORLD: 1,
    }
    states = set(Competition.objects.values_list("state", flat=True))
    assert states == set(CompetitionState.values)
    assert Organisation.objects.count() == 120
    assert 2_550 <= Entry.objects.count() <= 2_750
    assert _all_numbers_are_fictional()
    assert ResultList.objects.count() == 44
    assert TitleGrant.objects.exists()
    assert Certificate.objects.exists()
    assert {name for name, _ in SIGN_INS} <= set(
        User.objects.values_list("username", flat=True)
    )
    assert _one_event_is_being_marked()
    assert [verify_stream(name) for name in stream_names()] == [None] * len(
        stream_names()
    )


def test_the_plan_is_the_same_at_every_build():
    today = date(2026, 11, 23)

    first, second = ([*city_plans(today), *higher_plans(today)] for _ in range(2))

    assert first == second
    assert len({plan.name for plan in first}) == 54


def _all_numbers_are_fictional():
    numbers = [person.identity_number for person in Person.objects.all()]
    return all(number.startswith("330699") for number in numbers if number)


def _one_event_is_being_marked():
    board = Publication.objects.get(kind=PublicationKind.BOARD, content__state="live")
    sheets = Sheet.objects.filter(entry__event=board.event_id)
    done = sum(sheet.done for sheet in sheets)
    return 0 < done < sum(sheet.expected for sheet in sheets)
