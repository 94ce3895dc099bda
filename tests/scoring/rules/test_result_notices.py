"""What a check looks at, and what changed between two versions."""

from decimal import Decimal

from scoring.rules.result_changes import Change, Place, changes_between
from scoring.rules.result_notices import CLOSE, Line, Notice, NoticeKind, notices_of


def test_ties_close_calls_failures_and_the_unranked_are_told():
    lines = [
        Line("a", 1, Decimal("90.10")),
        Line("b", 2, Decimal("90.00")),
        Line("c", 3, Decimal("80.00")),
        Line("d", 3, Decimal("80.00"), passed=False),
        Line("e", 5, Decimal("79.89")),
        Line("f", None, Decimal("95.00"), passed=False),
    ]
    assert notices_of(lines) == [
        Notice(NoticeKind.SHARED, ("c", "d")),
        Notice(NoticeKind.CLOSE, ("a", "b"), CLOSE),
        Notice(NoticeKind.FAILED, ("d",)),
        Notice(NoticeKind.UNRANKED, ("f",)),
    ]


def test_a_clear_result_says_nothing():
    assert notices_of([Line("a", 1, Decimal(90)), Line("b", 2, Decimal(80))]) == []


def test_equal_totals_told_apart_by_a_tie_break_are_a_close_call():
    lines = [Line("a", 1, Decimal(90)), Line("b", 2, Decimal(90))]
    assert notices_of(lines) == [
        Notice(NoticeKind.CLOSE, ("a", "b"), Decimal(0)),
    ]


def test_only_what_differs_is_a_change():
    first = Place(1, Decimal(90))
    second = Place(2, Decimal(80))
    corrected = Place(2, Decimal(81))
    gone = Place(3, Decimal(70))
    unranked = Place(None, Decimal(70), standing="disqualified")

    changes = changes_between(
        {"a": first, "b": second, "c": gone},
        {"a": first, "b": corrected, "d": unranked},
    )

    assert changes == [
        Change("b", second, corrected),
        Change("d", None, unranked),
        Change("c", gone, None),
    ]
    assert [change.has_moved for change in changes] == [False, False, True]
