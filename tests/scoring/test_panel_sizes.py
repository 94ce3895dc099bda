"""Panels that could never finish: refused when opening, marking and blocking."""

import pytest

from competitions.enums import ConflictHandling, MeasurementPart, SeatKind
from competitions.models import PanelSeat
from competitions.services.conflicts import TooFewJudges, decide_conflict
from competitions.services.panels import PanelHasMarked, seat_judge
from scoring.enums import SheetState
from scoring.queries.panel_needs import needed_judges
from scoring.services.panel_sizes import MarkingNotReady
from scoring.services.sheets import open_sheets
from tests.factories import NOW, RoleFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured
from tests.scoring.test_seats import employ_with

pytestmark = pytest.mark.django_db
BLOCKED, DECLARED, REPLACED = ConflictHandling.values


def decide(hall, seat, handling):
    return decide_conflict(
        seat=PanelSeat.objects.get(panel=hall.panel, number=seat),
        entry=hall.entries[0],
        handling=handling,
        reason="同单位",
        by=hall.organiser,
        at=NOW,
    )


def in_conflict(*aspects, seat=2, **settings):
    """A hall whose judge on a seat works for the unit of the first entry."""
    hall = build_hall(*aspects, **settings)
    employ_with(hall, seat, hall.entries[0].organisation)
    return hall


@pytest.mark.parametrize(
    ("aspect", "dual", "combine_at", "needed"),
    [
        (judged("3.00"), False, "aspect", 2),
        (judged("3.00"), False, "sheet", 1),
        (measured("3.00"), False, "aspect", 1),
        (measured("3.00"), True, "aspect", 2),
        (measured("3.00"), True, "sub_criterion", 1),
    ],
)
def test_a_panel_needs_what_its_procedure_takes(aspect, dual, combine_at, needed):
    hall = build_hall(aspect, dual=dual, combine_at=combine_at)

    assert needed_judges([hall.event.pk]) == {hall.panel.pk: needed}


@pytest.mark.parametrize("dual", [False, True])
def test_the_last_judge_a_panel_needs_cannot_be_blocked(dual):
    aspect = measured("3.00") if dual else judged("3.00")
    hall = in_conflict(aspect, judges=2, dual=dual)

    with pytest.raises(TooFewJudges, match="声明"):
        decide(hall, 2, BLOCKED)

    decide(hall, 2, DECLARED)


def test_a_judge_who_can_be_spared_is_blocked():
    hall = in_conflict(judged("3.00"), judges=3)

    decide(hall, 2, BLOCKED)

    hall.mark(1, "2")
    assert hall.mark(3, "2").reveal["mark"] == "2.00"


def test_judges_who_are_blocked_already_do_not_count():
    hall = in_conflict(judged("3.00"), judges=3)
    employ_with(hall, 3, hall.entries[0].organisation)
    decide(hall, 2, BLOCKED)

    with pytest.raises(TooFewJudges):
        decide(hall, 3, BLOCKED)


def test_a_reserve_judge_may_come_when_the_panel_has_marked():
    hall = in_conflict(judged("3.00"), judges=2)
    RoleFactory(code="judge")
    hall.mark(1, "2")
    called = {"judge": UserFactory(), "part": MeasurementPart.CO_SIGNER}
    called |= {"panel": hall.panel, "by": hall.organiser, "at": NOW}
    with pytest.raises(PanelHasMarked):
        seat_judge(kind=SeatKind.JUDGE, **called)

    seat_judge(kind=SeatKind.RESERVE, **called)
    decide(hall, 2, REPLACED)

    hall.judges.append(called["judge"])
    assert hall.mark(3, "2").reveal["mark"] == "2.00"


def test_sheets_are_not_opened_for_a_panel_that_is_too_small():
    hall = build_hall(measured("3.00"), judges=1, dual=True, opened=False)

    with pytest.raises(MarkingNotReady, match=r"1.+2"):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)


def test_sheets_are_not_opened_while_too_many_judges_are_blocked():
    hall = in_conflict(judged("3.00"), judges=2, opened=False)
    # Decided before the panel was given anything to mark.
    hall.scheme.criteria.first().sub_criteria.update(panel=None)
    decide(hall, 2, BLOCKED)
    hall.scheme.criteria.first().sub_criteria.update(panel=hall.panel)

    with pytest.raises(MarkingNotReady, match=r"装配组.+1"):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)


def test_a_panel_that_became_too_small_enters_nothing():
    hall = build_hall(judged("3.00"), judges=2)
    PanelSeat.objects.filter(panel=hall.panel, number=2).delete()

    answer = hall.mark(1, "2")

    assert (answer.status, "裁判员" in answer.message) == (403, True)
    assert hall.sheet().state == SheetState.DRAFT


def test_statements_do_not_depend_on_the_number_of_panels(django_assert_num_queries):
    halls = [build_hall(judged("3.00")) for _ in range(3)]

    with django_assert_num_queries(2):
        needed_judges([hall.event.pk for hall in halls])
