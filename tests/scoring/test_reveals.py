"""Reveals: judges score apart, lay open together, and score again when far apart."""

import json
from decimal import Decimal

import pytest

from scoring.enums import SheetState
from scoring.models import Reveal
from scoring.queries.worklist import worklist
from tests.scoring.halls import build_hall, judged, measured

pytestmark = pytest.mark.django_db


def seen_by(hall, seat):
    return worklist(event=hall.event, judge=hall.judges[seat - 1], device_id=None)


def aspect_seen(hall, seat, position=1, code="A1"):
    sheet = next(s for s in seen_by(hall, seat)["sheets"] if s["code"] == code)
    return sheet["aspects"][position - 1]


def test_scores_are_laid_open_when_the_whole_panel_has_entered():
    hall = build_hall(judged("1.00"))

    answers = hall.mark_all("2", "2", "3")

    assert [answer.reveal is not None for answer in answers] == [False, False, True]
    reveal = Reveal.objects.get()
    assert reveal.scores == [
        {"seat": 1, "value": "2"},
        {"seat": 2, "value": "2"},
        {"seat": 3, "value": "3"},
    ]
    # (2 + 2 + 3) / 3 of 3, half up: 0.777… of 1.00.
    assert (reveal.mark, reveal.needs_rescore) == (Decimal("0.78"), False)
    assert hall.sheet().mark == Decimal("0.78")


def test_nothing_of_another_judge_is_seen_before_the_reveal():
    hall = build_hall(judged("3.00", description="外观"), measured("4.00"))
    hall.mark(1, "3")
    hall.mark(1, "写给自己", kind="note")
    before = aspect_seen(hall, 2)
    untouched = build_hall(judged("3.00", description="外观"), measured("4.00"))

    assert before["mine"] == {"value": "", "mark": None, "round": 0, "version": 0}
    assert before["reveal"] is None
    assert {**before, "id": ""} == {**aspect_seen(untouched, 2), "id": ""}
    assert "写给自己" not in json.dumps(seen_by(hall, 2), ensure_ascii=False)
    # The other judge's own page has both.
    assert aspect_seen(hall, 1)["mine"]["value"] == "3"
    assert aspect_seen(hall, 1)["note"]["text"] == "写给自己"


def test_after_the_reveal_everybody_sees_every_score():
    hall = build_hall(judged("3.00"))
    hall.mark_all("2", "2", "3")

    for seat in (1, 2, 3):
        reveal = aspect_seen(hall, seat)["reveal"]
        assert [score["value"] for score in reveal["scores"]] == ["2", "2", "3"]
        assert (reveal["mark"], reveal["needs_rescore"]) == ("2.33", False)


def test_revealed_scores_stand():
    hall = build_hall(judged("3.00"))
    hall.mark_all("2", "2", "3")

    assert hall.mark(1, "3", base_version=1).status == 423
    assert hall.mark(1, "", kind="clear", base_version=1).status == 423


def test_scores_too_far_apart_are_scored_again_and_stay_in_history():
    hall = build_hall(judged("3.00"))
    hall.mark_all("1", "3", "1")

    seen = aspect_seen(hall, 1)
    assert (seen["round"], seen["reveal"]["needs_rescore"], seen["done"]) == (
        2,
        True,
        False,
    )
    assert hall.sheet().rescoring == 1
    assert hall.sheet().mark == Decimal("0.00")

    again = [
        hall.mark(seat, value, base_version=1)
        for seat, value in enumerate(("2", "3", "2"), start=1)
    ]

    assert [answer.status for answer in again] == [200, 200, 200]
    first, second = Reveal.objects.order_by("round")
    assert [score["value"] for score in first.scores] == ["1", "3", "1"]
    assert (first.mark, second.round, second.mark) == (None, 2, Decimal("2.33"))
    assert hall.sheet().rescoring == 0


def test_a_new_round_waits_for_every_judge():
    hall = build_hall(judged("3.00"))
    hall.mark_all("0", "2", "2")

    hall.mark(1, "2", base_version=1)
    hall.mark(2, "2", base_version=1)

    assert Reveal.objects.count() == 1
    assert hall.mark(3, "2", base_version=1).reveal["round"] == 2


def test_a_second_round_may_end_too_far_apart_as_well():
    hall = build_hall(judged("3.00"))
    hall.mark_all("0", "2", "2")
    for seat, value in enumerate(("1", "3", "3"), start=1):
        hall.mark(seat, value, base_version=1)

    assert [reveal.needs_rescore for reveal in Reveal.objects.all()] == [True, True]
    assert aspect_seen(hall, 3)["round"] == 3


def test_a_taken_back_score_is_waited_for():
    hall = build_hall(judged("3.00"))
    hall.mark(1, "2")
    hall.mark(1, "", kind="clear", base_version=1)
    hall.mark(2, "2")
    hall.mark(3, "2")

    assert not Reveal.objects.exists()
    assert hall.mark(1, "2", base_version=2).reveal["mark"] == "2.00"


def test_one_agreed_value_counts_at_once_and_may_change_until_signed():
    hall = build_hall(measured("4.00", calculation=1))

    hall.mark(1, "3")
    assert (hall.sheet().mark, hall.sheet().state) == (Decimal("3.00"), "complete")
    assert aspect_seen(hall, 3)["agreed"] == {
        "value": "3",
        "mark": "3.00",
        "differs": False,
    }

    hall.mark(1, "", kind="clear", base_version=1)
    assert (hall.sheet().mark, hall.sheet().state) == (Decimal("0.00"), "draft")


def test_two_pairs_must_measure_the_same():
    hall = build_hall(measured("4.00", calculation=3), dual=True)
    hall.mark(1, "12.50")
    assert hall.sheet().mark == Decimal("0.00")
    assert aspect_seen(hall, 2)["agreed"] == {
        "value": "",
        "mark": None,
        "differs": False,
    }

    hall.mark(2, "12.7")
    assert (hall.sheet().differing, hall.sheet().state) == (1, SheetState.DRAFT)
    for seat in (1, 2, 3):
        assert aspect_seen(hall, seat)["agreed"] == {
            "value": "",
            "mark": None,
            "differs": True,
        }

    hall.mark(2, "12.5", base_version=1)
    assert (hall.sheet().differing, hall.sheet().mark) == (0, Decimal("4.00"))
    assert hall.sheet().state == SheetState.COMPLETE


@pytest.mark.parametrize("combine_at", ["sub_criterion", "sheet"])
def test_combined_at_the_sheet_every_judge_marks_everything(combine_at):
    hall = build_hall(
        judged("3.00"),
        measured("10.00", calculation=2),
        judges=5,
        combine_at=combine_at,
        drops_extremes=True,
    )
    marks = ("8.00", "9.00", "8.50", "9.90", "6.00")
    for seat, mark in enumerate(marks, start=1):
        hall.mark(seat, "3", position=1)
        assert not Reveal.objects.exists()
        assert hall.mark(seat, mark, position=2).status == 200

    reveal = Reveal.objects.get()
    assert reveal.aspect is None
    assert [score["value"] for score in reveal.scores] == [
        "11.00",
        "12.00",
        "11.50",
        "12.90",
        "9.00",
    ]
    # 12.90 and 9.00 are dropped.
    assert reveal.mark == hall.sheet().mark == Decimal("11.50")
    assert hall.mark(1, "3", position=1, base_version=1).status == 423
    sheet = seen_by(hall, 2)["sheets"][0]
    assert sheet["reveal"]["mark"] == "11.50"
    assert {aspect["reveal"] is None for aspect in sheet["aspects"]} == {True}


def test_a_judge_sees_only_the_own_sum_before_a_sheet_is_revealed():
    hall = build_hall(
        measured("10.00", calculation=2), judges=3, combine_at="sub_criterion"
    )
    hall.mark(1, "8.25")
    hall.mark(2, "9.75")

    own, other = seen_by(hall, 1)["sheets"][0], seen_by(hall, 3)["sheets"][0]
    assert (own["mark"], other["mark"]) == ("8.25", "0.00")
    assert "9.75" not in json.dumps(own) + json.dumps(other)


def test_dropped_extremes_do_not_force_a_new_score():
    hall = build_hall(judged("3.00"), judges=5, drops_extremes=True)

    hall.mark_all("0", "2", "2", "3", "3")

    reveal = Reveal.objects.get()
    # 2, 2 and 3 remain: 7/9 of 3.00.
    assert (reveal.needs_rescore, reveal.mark) == (False, Decimal("2.33"))


@pytest.fixture(params=["sub_criterion", "sheet"])
def whole(request):
    """Three judges who become one at the sheet: a judgement and a typed mark."""
    return build_hall(
        judged("3.00"), measured("10.00", calculation=2), combine_at=request.param
    )


def score_again(hall, *values):
    return [
        hall.mark(seat, value, base_version=1)
        for seat, value in enumerate(values, start=1)
    ]


def test_judgement_too_far_apart_is_scored_again_wherever_judges_combine(whole):
    whole.mark_all("1", "3", "1")

    seen = aspect_seen(whole, 2)
    assert (seen["round"], seen["done"], seen["locked"]) == (2, False, False)
    assert [each["value"] for each in seen["reveal"]["scores"]] == ["1", "3", "1"]
    assert (whole.sheet().rescoring, whole.sheet().state) == (1, SheetState.DRAFT)
    # The rest of the sheet is still each judge's own.
    whole.mark_all("8.00", "9.00", "7.00", position=2)
    assert aspect_seen(whole, 1, position=2)["reveal"] is None
    assert not Reveal.objects.filter(aspect=None).exists()

    score_again(whole, "2", "3", "2")

    sheet = whole.sheet()
    # 2 + 8, 3 + 9 and 2 + 7: their mean.
    assert (sheet.rescoring, sheet.state) == (0, SheetState.COMPLETE)
    assert sheet.mark == Decimal("10.33")
    assert aspect_seen(whole, 2)["mine"]["value"] == "3"
    assert aspect_seen(whole, 2)["round"] == 2


def test_a_mended_aspect_stands_before_its_sheet_is_revealed(whole):
    whole.mark_all("1", "3", "1")

    answers = score_again(whole, "2", "3", "2")

    assert answers[-1].reveal["needs_rescore"] is False
    assert (whole.sheet().rescoring, whole.sheet().mark) == (0, Decimal("0.00"))
    assert aspect_seen(whole, 1)["locked"]
    assert whole.mark(1, "1", base_version=2).status == 423
    whole.mark_all("8.00", "9.00", "7.00", position=2)
    assert whole.sheet().mark == Decimal("10.33")


def test_typed_marks_may_lie_as_far_apart_as_they_like(whole):
    whole.mark_all("2", "2", "3")
    whole.mark_all("1.00", "9.00", "5.00", position=2)

    assert Reveal.objects.get().aspect is None
    assert whole.sheet().state == SheetState.COMPLETE


def test_dropped_extremes_force_no_new_score_of_a_whole_sheet_either():
    hall = build_hall(judged("3.00"), judges=5, combine_at="sheet", drops_extremes=True)

    hall.mark_all("0", "2", "2", "3", "3")

    assert Reveal.objects.get().aspect is None
