"""From the marks of a panel to a published result that nothing changes any more."""

from decimal import Decimal

import pytest

from competitions.enums import ComponentSource, EntryAttendance, Level
from people.services.pins import set_pin
from scoring.enums import Scale
from scoring.models import Result, Sheet
from scoring.queries.results import result_policy_of
from scoring.services.attendance import Attendance, set_attendance
from scoring.services.component_scores import ScoresFixed, record_component_scores
from scoring.services.deductions import deduct, withdraw_deduction
from scoring.services.result_trail import WrongState
from scoring.services.results import (
    ResultsNotReady,
    check_results,
    prepare_results,
    publish_results,
)
from scoring.services.signing import accept_sheets, lock_marks, sign_sheets
from tests.factories import (
    NOW,
    CompetitionFactory,
    ComponentFactory,
    EventFactory,
    UserFactory,
)
from tests.scoring.contests import contest, published
from tests.scoring.halls import build_hall, measured

pytestmark = pytest.mark.django_db

PIN = "294753"


def sign_accept_and_lock(hall):
    sheets = list(Sheet.objects.filter(entry__event=hall.event))
    for judge in hall.judges:
        set_pin(user=judge, pin=PIN, at=NOW)
        sign_sheets(sheets=sheets, judge=judge, pin=PIN, at=NOW)
    chief = UserFactory()
    set_pin(user=chief, pin=PIN, at=NOW)
    accept_sheets(sheets=sheets, by=chief, pin=PIN, at=NOW)
    lock_marks(event=hall.event, by=chief, at=NOW)


@pytest.fixture
def trimmed():
    """Two entries, each marked by three judges of whom the middle sum counts."""
    hall = build_hall(
        measured("10.00", calculation=2),
        entries=2,
        combine_at="sheet",
        drops_extremes=True,
    )
    practice = hall.scheme.component
    practice.weight = Decimal(80)
    practice.save(update_fields=["weight"])
    by_entry = (("9.00", "5.00", "1.00"), ("8.00", "7.00", "10.00"))
    for entry, values in enumerate(by_entry):
        for seat, value in enumerate(values, start=1):
            hall.mark(seat, value, entry=entry)
            hall.mark(seat, "1", entry=entry, code="B1")
    return hall


def test_a_trimmed_mean_and_theory_become_a_published_result(trimmed):
    theory = ComponentFactory(
        stage=trimmed.scheme.component.stage,
        code="T",
        weight=Decimal(20),
        source=ComponentSource.IMPORTED,
    )
    marks = dict(
        zip(trimmed.entries, (Decimal("90.00"), Decimal("70.50")), strict=True)
    )
    record_component_scores(component=theory, marks=marks, by=UserFactory(), at=NOW)
    with pytest.raises(ResultsNotReady):
        prepare_results(event=trimmed.event, by=UserFactory(), at=NOW)

    sign_accept_and_lock(trimmed)
    result_list = published(trimmed.event)

    # 80 % of 90 + 5.00 and 20 % of 90.00; 80 % of 90 + 8.00 and 20 % of 70.50.
    rows = Result.objects.filter(result_list=result_list).order_by("rank")
    assert [(row.entry.number, row.rank, str(row.total)) for row in rows] == [
        (1, 1, "94.00"),
        (2, 2, "92.50"),
    ]
    first = rows[0].parts["components"]
    assert {code: part["mark"] for code, part in first.items()} == {
        "P": "95.00",
        "T": "90.00",
    }
    assert result_list.scheme_hashes == [
        {
            "scheme": str(trimmed.scheme.pk),
            "hash": type(trimmed.scheme).objects.get().frozen_hash,
        }
    ]


def test_no_service_changes_a_published_result():
    event = contest(("90", "90"), ("80", "80"))
    entry = event.entries.get(number=1)
    theory = event.stages.get().components.get(code="T")
    by = UserFactory()
    deduction = deduct(
        entry=entry, component=theory, amount=Decimal(1), reason="迟到", by=by, at=NOW
    )
    result_list = published(event)
    before = list(Result.objects.filter(result_list=result_list).values())

    scores = {"component": theory, "marks": {entry: Decimal(1)}}
    more = {"component": theory, "amount": Decimal(1), "reason": "迟到"}
    absent = {"attendance": Attendance(EntryAttendance.ABSENT), "reason": ""}
    for service, told in (
        (record_component_scores, scores),
        (deduct, {"entry": entry, **more}),
        (set_attendance, {"entry": entry, **absent}),
        (withdraw_deduction, {"deduction": deduction, "reason": "误判"}),
    ):
        with pytest.raises(ScoresFixed):
            service(**told, by=by, at=NOW)
    for step in (check_results, publish_results):
        with pytest.raises(WrongState):
            step(result_list=result_list, by=by, at=NOW)

    assert list(Result.objects.filter(result_list=result_list).values()) == before
    content_hash = result_list.content_hash
    result_list.refresh_from_db()
    assert result_list.content_hash == content_hash


@pytest.mark.parametrize(
    ("level", "skill_number", "scale", "medals"),
    [
        (Level.WORLD, "06", Scale.SCALE_700, True),
        (Level.NATIONAL, "06", Scale.SCALE_700, True),
        (Level.NATIONAL, "", Scale.NONE, False),
        (Level.CITY, "06", Scale.NONE, False),
    ],
)
def test_the_way_of_ranking_follows_the_level_until_it_is_set(
    level, skill_number, scale, medals
):
    event = EventFactory(
        competition=CompetitionFactory(level=level), skill_number=skill_number
    )
    policy = result_policy_of(event)
    assert (policy.scale, policy.awards_medals) == (scale, medals)
    assert policy.tie_break == ["total"]
