"""Results: prepared from complete marks, checked by a second person, published."""

from decimal import Decimal

import pytest

from competitions.enums import ComponentSource, EntryAttendance, EntryState
from scoring.enums import ResultState, Scale
from scoring.models import Result, ResultList, ResultPolicy, Tally
from scoring.services.attendance import Attendance, set_attendance
from scoring.services.component_scores import (
    MarkOutOfRange,
    ScoresFixed,
    record_component_scores,
)
from scoring.services.deductions import deduct
from scoring.services.result_policy import PolicyDetails, set_result_policy
from scoring.services.result_trail import WrongState
from scoring.services.results import (
    Outdated,
    ReasonMissing,
    ResultsNotReady,
    SamePerson,
    check_results,
    prepare_results,
    publish_results,
)
from tests.factories import (
    NOW,
    ComponentFactory,
    EntryFactory,
    EventFactory,
    StageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage():
    return StageFactory(event=EventFactory())


@pytest.fixture
def theory(stage):
    return ComponentFactory(
        stage=stage,
        code="T",
        weight=Decimal(20),
        pass_mark=Decimal("60.00"),
        source=ComponentSource.IMPORTED,
    )


@pytest.fixture
def practical(stage):
    return ComponentFactory(
        stage=stage,
        code="P",
        weight=Decimal(80),
        pass_mark=Decimal("60.00"),
        source=ComponentSource.IMPORTED,
    )


def mark(component, entry, value):
    record_component_scores(
        component=component, marks={entry: Decimal(value)}, by=UserFactory(), at=NOW
    )


def entries_with(theory, practical, *pairs):
    """Make an entry for each pair of theory and practical marks."""
    entries = []
    for number, (in_theory, in_practice) in enumerate(pairs, start=1):
        entry = EntryFactory(event=theory.stage.event, number=number)
        mark(theory, entry, in_theory)
        mark(practical, entry, in_practice)
        entries.append(entry)
    return entries


def prepare(event, **more):
    return prepare_results(event=event, by=UserFactory(), at=NOW, **more)


def publish(event, **more):
    result_list = prepare(event, **more)
    check_results(result_list=result_list, by=UserFactory(), at=NOW)
    return publish_results(result_list=result_list, by=UserFactory(), at=NOW)


def rows(result_list):
    return [
        (row.entry.number, row.rank, str(row.total), row.standing)
        for row in Result.objects.filter(result_list=result_list)
        .select_related("entry")
        .order_by("entry__number")
    ]


def test_total_is_the_weighted_sum_rounded_once(theory, practical):
    entries_with(theory, practical, ("85", "78.50"))

    result_list = prepare(theory.stage.event)

    assert rows(result_list) == [(1, 1, "79.80", "ranked")]


def test_equal_totals_share_a_rank_and_the_next_is_skipped(theory, practical):
    entries_with(
        theory, practical, ("90", "90"), ("70", "80"), ("70", "80"), ("1", "1")
    )

    result_list = prepare(theory.stage.event)

    assert [row[1] for row in rows(result_list)] == [1, 2, 2, 4]


def test_tie_is_broken_by_the_practical_part(theory, practical):
    # 20 % of 100 and 80 % of 70 come to the same as 20 % of 60 and 80 % of 80.
    ResultPolicy.objects.create(
        event=theory.stage.event, tie_break=["total", "component:P"]
    )
    entries_with(theory, practical, ("100", "70"), ("60", "80"))

    result_list = prepare(theory.stage.event)

    assert rows(result_list) == [
        (1, 2, "76.00", "ranked"),
        (2, 1, "76.00", "ranked"),
    ]
    decided = Result.objects.filter(result_list=result_list)
    assert {row.decided_by for row in decided} == {"component:P"}


def test_failing_one_part_keeps_the_rank_but_not_the_pass(theory, practical):
    entries_with(theory, practical, ("58", "92"), ("60", "60"))

    result_list = prepare(theory.stage.event)

    passed = Result.objects.filter(result_list=result_list).order_by("entry__number")
    assert [(row.rank, row.all_parts_passed) for row in passed] == [
        (1, False),
        (2, True),
    ]


def test_those_outside_the_contest_stand_unranked_with_their_reason(theory, practical):
    entries = entries_with(
        theory, practical, ("90", "90"), ("80", "80"), ("70", "70"), ("60", "60")
    )
    officer = UserFactory()
    for entry, attendance in (
        (entries[0], Attendance(EntryAttendance.PRESENT, is_out_of_contest=True)),
        (entries[1], Attendance(EntryAttendance.DISQUALIFIED)),
    ):
        set_attendance(
            entry=entry, attendance=attendance, reason="规程第八条", by=officer, at=NOW
        )
    EntryFactory(event=theory.stage.event, number=5, state=EntryState.WITHDRAWN)

    result_list = prepare(theory.stage.event)

    assert [(row[0], row[1], row[3]) for row in rows(result_list)] == [
        (1, None, "out_of_contest"),
        (2, None, "disqualified"),
        (3, 1, "ranked"),
        (4, 2, "ranked"),
        (5, None, "withdrawn"),
    ]


def test_scale_of_700_follows_the_marks(theory, practical):
    ResultPolicy.objects.create(
        event=theory.stage.event, scale=Scale.SCALE_700, awards_medals=True
    )
    entries_with(
        theory, practical, *[(value, value) for value in ("80", "70", "60", "50", "40")]
    )

    result_list = prepare(theory.stage.event)

    scaled = Result.objects.filter(result_list=result_list).order_by("rank")
    assert [(row.scale_score, row.medal) for row in scaled] == [
        (740, "gold"),
        (720, "silver"),
        (700, "bronze"),
        (680, ""),
        (660, ""),
    ]


def test_a_missing_mark_is_named_and_nothing_is_prepared(theory, practical):
    entry = EntryFactory(event=theory.stage.event, number=7)
    mark(theory, entry, "80")

    with pytest.raises(ResultsNotReady) as refused:
        prepare(theory.stage.event)

    assert len(refused.value.reasons) == 1
    assert "7" in refused.value.reasons[0]
    assert ResultList.objects.count() == 0


def test_marks_of_a_panel_must_be_locked_first(theory, practical):
    ComponentFactory(stage=theory.stage, code="S", source=ComponentSource.SCHEME)
    entries_with(theory, practical, ("80", "80"))

    with pytest.raises(ResultsNotReady):
        prepare(theory.stage.event)


def test_the_person_who_prepared_may_not_check(theory, practical):
    entries_with(theory, practical, ("80", "80"))
    result_list = prepare(theory.stage.event)

    with pytest.raises(SamePerson):
        check_results(result_list=result_list, by=result_list.created_by, at=NOW)

    result_list.refresh_from_db()
    assert result_list.state == ResultState.PROVISIONAL


def test_an_unchecked_result_is_not_published(theory, practical):
    entries_with(theory, practical, ("80", "80"))
    result_list = prepare(theory.stage.event)

    with pytest.raises(WrongState):
        publish_results(result_list=result_list, by=UserFactory(), at=NOW)


def checked(event):
    result_list = prepare(event)
    return check_results(result_list=result_list, by=UserFactory(), at=NOW)


def rank_by(event, **details):
    details = PolicyDetails(**{"scale": Scale.NONE, "tie_break": ["total"], **details})
    set_result_policy(event=event, details=details, by=UserFactory(), at=NOW)


@pytest.mark.parametrize(
    "details",
    [
        {"tie_break": ["component:P", "total"]},
        {"scale": Scale.SCALE_700},
        {"document_number": "绍人社〔2026〕9号"},
    ],
)
def test_a_result_is_not_published_under_a_policy_that_changed(
    theory, practical, details
):
    entries_with(theory, practical, ("80", "80"), ("70", "60"), ("60", "50"))
    result_list = checked(theory.stage.event)
    rank_by(theory.stage.event, **details)

    with pytest.raises(Outdated):
        publish_results(result_list=result_list, by=UserFactory(), at=NOW)

    result_list.refresh_from_db()
    assert result_list.state == ResultState.CHECKED


def test_a_result_is_not_published_without_an_entry_approved_meanwhile(
    theory, practical
):
    entries_with(theory, practical, ("80", "80"))
    event = theory.stage.event
    result_list = checked(event)
    late = EntryFactory(event=event, number=2)

    with pytest.raises(Outdated):
        publish_results(result_list=result_list, by=UserFactory(), at=NOW)
    # The list can only be prepared again, and that takes the marks of the late entry.
    mark(theory, late, "90")
    mark(practical, late, "90")

    assert [row[:2] for row in rows(publish(event))] == [(1, 2), (2, 1)]


def test_scores_are_fixed_by_a_check_that_still_holds(theory, practical):
    (entry,) = entries_with(theory, practical, ("80", "80"))
    checked(theory.stage.event)

    with pytest.raises(ScoresFixed):
        mark(theory, entry, "81")


def test_a_new_version_needs_a_reason_and_supersedes_the_old(theory, practical):
    entries_with(theory, practical, ("80", "80"))
    event = theory.stage.event
    first = publish(event)

    with pytest.raises(ReasonMissing):
        prepare(event)
    second = publish(event, reason="申诉成立")

    first.refresh_from_db()
    assert (first.version, first.state) == (1, ResultState.SUPERSEDED)
    assert (second.version, second.state) == (2, ResultState.PUBLISHED)
    assert rows(first) == rows(second)


def test_scores_are_fixed_once_the_result_is_published(theory, practical):
    (entry,) = entries_with(theory, practical, ("80", "80"))
    publish(theory.stage.event)

    with pytest.raises(ScoresFixed):
        mark(theory, entry, "81")

    assert Tally.objects.get(entry=entry).total == Decimal("80.00")


@pytest.mark.parametrize("value", ["-0.01", "100.01"])
def test_a_mark_outside_the_range_is_refused(theory, value):
    entry = EntryFactory(event=theory.stage.event)

    with pytest.raises(MarkOutOfRange):
        mark(theory, entry, value)

    assert not theory.scores.exists()


def test_a_deduction_lowers_its_component_and_never_below_zero(theory, practical):
    (entry,) = entries_with(theory, practical, ("10", "50"))

    deduct(
        entry=entry,
        component=theory,
        amount=Decimal(15),
        reason="迟到",
        by=UserFactory(),
        at=NOW,
    )

    assert Tally.objects.get(entry=entry).total == Decimal("40.00")
