"""What the office is told of schemes, panels and marks, computed from data."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from competitions.models import PanelSeat
from scoring.marking_checks import check_panels, check_schemes, check_sheets
from scoring.marking_facts import marks_facts, scheme_facts
from scoring.models import Aspect, MarkingScheme, Sheet, SubCriterion
from scoring.queries.glance import panels_at_a_glance, schemes_at_a_glance
from tests.factories import NOW, ComponentFactory, EventFactory, StageFactory
from tests.scoring.halls import build_hall, judged

pytestmark = pytest.mark.django_db


def fact(source, event):
    found = source([event])[event.pk][0]
    return found.text, found.tone


def test_a_complete_scheme_shows_its_total():
    hall = build_hall(judged("3.00"))

    assert fact(scheme_facts, hall.event) == ("100.00", "ok")


def test_a_wrong_total_is_shown_as_wrong():
    hall = build_hall(judged("3.00"))
    Aspect.objects.filter(kind="J").update(max_mark=Decimal("2.50"))

    assert fact(scheme_facts, hall.event) == ("99.50", "wrong")


def test_a_missing_scheme_is_named():
    hall = build_hall(judged("3.00"), opened=False)
    MarkingScheme.objects.all().delete()

    assert fact(scheme_facts, hall.event)[1] == "warn"


def test_an_event_that_no_panel_marks_has_no_scheme_to_show():
    assert scheme_facts([EventFactory()]) == {}


def test_marks_show_how_many_sheets_are_signed():
    hall = build_hall(judged("3.00"), entries=2)
    assert fact(marks_facts, hall.event) == ("0/4", "info")

    Sheet.objects.filter(sub_criterion__code="A1").update(state="signed")
    assert fact(marks_facts, hall.event) == ("2/4", "info")

    Sheet.objects.update(state="accepted")
    assert fact(marks_facts, hall.event) == ("4/4", "ok")


def test_sub_criteria_without_a_panel_are_listed():
    hall = build_hall(judged("3.00"))
    SubCriterion.objects.filter(code="B1").update(panel=None)

    glance = schemes_at_a_glance([hall.event.pk])[hall.event.pk][0]

    assert (glance.total, glance.codes_without_panel) == (Decimal("100.00"), ["B1"])


def test_a_panel_that_judges_needs_two_judges():
    hall = build_hall(judged("3.00"))
    PanelSeat.objects.filter(number__gt=1).delete()

    panel = panels_at_a_glance([hall.event.pk])[0]

    assert (panel.judges, panel.needed) == (1, 2)


def test_many_events_cost_as_many_statements_as_one(django_assert_num_queries):
    events = [build_hall(judged("3.00")).event for _ in range(4)]
    ComponentFactory(stage=StageFactory(event=events[0], position=2))

    for some in (events[:1], events):
        with django_assert_num_queries(4):
            scheme_facts(some)
            marks_facts(some)


def open_items(hall):
    """The sentences of what marking still waits for."""
    checks = (check_schemes, check_panels, check_sheets)
    return [
        item.sentence
        for check in checks
        for item in check(hall.event.competition, [hall.event])
        if not item.is_done
    ]


@override("en")
def test_what_marking_waits_for_is_computed_from_data():
    hall = build_hall(judged("3.00"), entries=1)
    PanelSeat.objects.filter(number__gt=1).delete()
    SubCriterion.objects.filter(code="B1").update(panel=None)
    Aspect.objects.filter(kind="J").update(max_mark=Decimal("2.50"))

    sentences = " ".join(open_items(hall))

    assert "99.50" in sentences
    assert "B1" in sentences
    assert "1 of 2 judges" in sentences
    assert "0 of 2 sheets" in sentences


def test_nothing_is_left_once_marks_are_locked():
    hall = build_hall(judged("3.00"), entries=1)
    hall.event.marks_locked_at = NOW
    hall.event.save(update_fields=["marks_locked_at"])

    assert open_items(hall) == []
