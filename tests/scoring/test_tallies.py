"""Tallies: the stored total equals one worked out from the marks without our code."""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from competitions.enums import ComponentSource, ConflictHandling
from scoring.enums import SheetState
from scoring.models import ComponentScore, Deduction, Tally
from scoring.queries.ranking_now import ranking_now
from scoring.queries.results import candidates_of
from scoring.services.tallies import rebuild_tallies
from scoring.services.waiting import reveal_waiting
from tests.factories import NOW, ComponentFactory
from tests.scoring.halls import approved_entry, build_hall, judged, measured
from tests.scoring.test_seats import decide, employ_with

pytestmark = pytest.mark.django_db

MAXIMA = ("1.00", "0.75", "1.50", "2.00")


def half_up(number):
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def middle(marks):
    """The marks without one highest and one lowest."""
    return sorted(marks)[1:-1]


def mean(marks):
    return sum(marks, Fraction(0)) / len(marks)


def total_of(hall, entry=0):
    return Tally.objects.get(entry=hall.entries[entry]).total


def rebuilt_tally(hall, entry=0):
    entry_ids = [hall.entries[entry].pk]
    return rebuild_tallies(event_id=hall.event.pk, entry_ids=entry_ids, at=NOW)[0]


scores = st.lists(st.integers(0, 3), min_size=3, max_size=3)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(panels=st.lists(scores, min_size=4, max_size=4), count=st.integers(0, 4))
def test_a_total_equals_the_sum_worked_out_by_hand(db, panels, count):
    hall = build_hall(
        *(judged(mark) for mark in MAXIMA), measured("4.00", calculation=1)
    )
    expected = Decimal(0)
    for position, (mark, panel) in enumerate(zip(MAXIMA, panels, strict=True), start=1):
        hall.mark_all(*map(str, panel), position=position)
        if max(panel) - min(panel) <= 1:
            expected += half_up(mean([Fraction(s) for s in panel]) / 3 * Fraction(mark))
    hall.mark(1, str(count), position=5)
    expected += Decimal(count)

    assert total_of(hall) == expected


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    sheets=st.lists(
        # Scores never more than 1 apart, or the panel would score again.
        st.tuples(*[st.integers(1, 2)] * 2, st.integers(0, 1000)),
        min_size=5,
        max_size=5,
    )
)
def test_a_trimmed_mean_of_sheets_equals_one_by_hand(db, sheets):
    hall = build_hall(
        judged("1.00"),
        judged("2.00"),
        measured("10.00", calculation=2),
        judges=5,
        combine_at="sub_criterion",
        drops_extremes=True,
    )
    sums = []
    for seat, (first, second, hundredths) in enumerate(sheets, start=1):
        mark = Decimal(hundredths).scaleb(-2)
        hall.mark(seat, str(first), position=1)
        hall.mark(seat, str(second), position=2)
        hall.mark(seat, str(mark), position=3)
        sums.append(Fraction(first, 3) + Fraction(second * 2, 3) + Fraction(mark))

    assert total_of(hall) == half_up(mean(middle(sums)))


def test_combined_at_the_sheet_the_same_judge_is_dropped_everywhere():
    hall = build_hall(
        measured("10.00", calculation=2), combine_at="sheet", drops_extremes=True
    )
    by_seat = {1: ("9.00", "1"), 2: ("5.00", "0"), 3: ("1.00", "1")}
    sums = defaultdict(Decimal)
    for seat, (first, passed) in by_seat.items():
        hall.mark(seat, first)
        hall.mark(seat, passed, code="B1")
        sums[seat] = Decimal(first) + Decimal(passed) * 90

    # 99.00, 5.00 and 91.00: the middle one counts, on both sheets.
    assert total_of(hall) == sorted(sums.values())[1] == Decimal("91.00")


def test_rebuilding_from_nothing_gives_the_same_tally():
    hall = build_hall(judged("1.00"), measured("4.00", calculation=1))
    hall.mark_all("2", "2", "3")
    hall.mark(1, "3", position=2)
    kept = Tally.objects.get()
    Tally.objects.all().delete()

    rebuilt = rebuilt_tally(hall)

    assert (rebuilt.total, rebuilt.modules) == (kept.total, kept.modules)
    assert kept.modules == [
        {
            "code": "A",
            "component": "P",
            "name": "装配",
            "mark": "3.78",
            "max": "5.00",
            "done": 2,
            "counted": 2,
            "total": 2,
        },
        {
            "code": "B",
            "component": "P",
            "name": "调试",
            "mark": "0.00",
            "max": "95.00",
            "done": 0,
            "counted": 0,
            "total": 1,
        },
    ]


@pytest.fixture
def weighted():
    """Theory counts 20 %, the practical part 80 %."""
    hall = build_hall(judged("3.00"), entries=2)
    practical = hall.scheme.component
    practical.weight = Decimal(80)
    practical.save(update_fields=["weight"])
    theory = ComponentFactory(
        stage=practical.stage,
        code="T",
        name="理论",
        weight=Decimal(20),
        source=ComponentSource.IMPORTED,
    )
    return hall, practical, theory


def score(hall, theory, mark, entry=0):
    ComponentScore.objects.create(
        entry=hall.entries[entry],
        component=theory,
        mark=Decimal(mark),
        entered_by=hall.organiser,
        entered_at=NOW,
    )
    rebuilt_tally(hall, entry)


def test_components_are_weighted_and_deductions_taken_off(weighted):
    hall, practical, theory = weighted
    hall.mark(1, "1", code="B1")
    score(hall, theory, "70.00")
    # 97 of 100 count 80 %, 70 of 100 count 20 %.
    assert total_of(hall) == Decimal("91.60")

    Deduction.objects.create(
        entry=hall.entries[0],
        component=practical,
        amount=Decimal("2.00"),
        reason="延时",
        entered_by=hall.organiser,
        entered_at=NOW,
    )
    assert rebuilt_tally(hall).total == Decimal("90.00")


def test_many_tallies_cost_as_many_statements_as_one(django_assert_num_queries):
    hall = build_hall(judged("3.00"), entries=6)

    for entries in (hall.entries[:1], hall.entries):
        with django_assert_num_queries(8):
            rebuild_tallies(
                event_id=hall.event.pk,
                entry_ids=[entry.pk for entry in entries],
                at=NOW,
            )


def test_ranks_compare_only_what_is_complete_for_everybody(
    weighted, django_assert_num_queries
):
    hall, _practical, theory = weighted
    hall.mark(1, "1", code="B1", entry=0)
    score(hall, theory, "60.00", entry=0)
    assert [row.rank for row in ranking_now(hall.event.pk).rows] == [None, None]

    score(hall, theory, "80.00", entry=1)
    with django_assert_num_queries(4):
        ranking = ranking_now(hall.event.pk)

    # The practical part is marked for one entry only, so theory alone decides.
    assert [(module.code, module.is_counted) for module in ranking.modules] == [
        ("A", False),
        ("B", False),
        ("T", True),
    ]
    assert [(row.entry_id, row.rank, row.total) for row in ranking.rows] == [
        (hall.entries[1].pk, 1, Decimal("16.00")),
        (hall.entries[0].pk, 2, Decimal("12.00")),
    ]


def test_what_was_entered_and_not_revealed_counts_for_nobody():
    hall = build_hall(judged("3.00"), judges=2, entries=2)
    hall.mark(1, "3")
    hall.mark_all("3", "3", entry=1)
    # No service leaves one judge where two are needed; a row written by hand may.
    employ_with(hall, 2, hall.entries[0].organisation)
    decide(hall, 2, ConflictHandling.BLOCKED)
    reveal_waiting(event=hall.event, at=NOW)
    for entry in (0, 1):
        rebuilt_tally(hall, entry)
    assert (hall.sheet().done, hall.sheet().state) == (1, SheetState.DRAFT)

    ranking = ranking_now(hall.event.pk)

    assert [module.is_counted for module in ranking.modules] == [False, False]
    assert [row.rank for row in ranking.rows] == [None, None]
    assert not any(candidate.is_complete for candidate in candidates_of(hall.event))


def test_equal_totals_share_a_rank_and_guests_have_none(weighted):
    hall, _practical, theory = weighted
    guest = approved_entry(hall.event, 3)
    guest.is_out_of_contest = True
    guest.save(update_fields=["is_out_of_contest"])
    hall.entries += [guest, approved_entry(hall.event, 4)]
    for entry, mark in enumerate(("70.00", "70.00", "99.00", "50.00")):
        score(hall, theory, mark, entry=entry)

    ranks = {row.entry_id: row.rank for row in ranking_now(hall.event.pk).rows}

    assert [ranks[entry.pk] for entry in hall.entries] == [1, 1, None, 3]


def test_an_entry_without_any_tally_keeps_ranks_back(weighted):
    hall, _practical, theory = weighted
    for entry in (0, 1):
        score(hall, theory, "70.00", entry=entry)
    approved_entry(hall.event, 3)

    assert {row.rank for row in ranking_now(hall.event.pk).rows} == {None}
