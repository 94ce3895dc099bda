"""Schemes: kept as they are, replaced while drafts, never changed under marks."""

from decimal import Decimal

import pytest

from competitions.models import Panel
from scoring.models import MarkingScheme, Sheet, SubCriterion
from scoring.queries.schemes import current_schemes, load_scheme
from scoring.rules.scheme import Criterion, Scheme, Section
from scoring.rules.scheme_hash import scheme_hash
from scoring.services.assignment import AlreadyMarked, WrongEvent, assign_panel
from scoring.services.panel_sizes import MarkingNotReady
from scoring.services.scheme_store import (
    SchemeInUse,
    SchemeRefused,
    save_scheme,
)
from scoring.services.sheets import open_sheets
from tests.factories import NOW, ComponentFactory, UserFactory
from tests.scoring.halls import build_hall, judged, measured, scheme_of

pytestmark = pytest.mark.django_db


def save(component, scheme, by=None):
    return save_scheme(
        component=component,
        scheme=scheme,
        file_name="方案.xlsx",
        by=by or UserFactory(),
        at=NOW,
    )


def test_what_is_loaded_equals_what_was_saved(django_assert_num_queries):
    scheme = scheme_of(
        judged("3.00", description='=HYPERLINK("x") A<B & C 𬭎'),
        measured("4.00", calculation=3),
        combine_at="sheet",
        drops_extremes=True,
    )
    row = save(ComponentFactory(), scheme)
    row.refresh_from_db()

    with django_assert_num_queries(5):
        loaded = load_scheme(row)

    assert loaded == scheme
    assert scheme_hash(loaded) == scheme_hash(scheme)


def test_a_draft_that_is_not_finished_is_kept_as_it_is():
    draft = Scheme(
        skill="草稿",
        sections=(Section(2, "乙", Decimal(5)), Section(1, "甲", Decimal(95))),
        criteria=(Criterion("C", ""), Criterion("A", "装配")),
    )

    assert load_scheme(save(ComponentFactory(), draft)) == draft


def test_a_draft_is_replaced_and_keeps_its_panels():
    hall = build_hall(judged("3.00"))
    assert Sheet.objects.exists()

    row = save(hall.scheme.component, scheme_of(judged("2.00"), judged("1.00")))

    assert (row.pk, row.version, row.edit_version) == (hall.scheme.pk, 1, 2)
    assert set(SubCriterion.objects.values_list("code", "panel")) == {
        ("A1", hall.panel.pk),
        ("B1", hall.panel.pk),
    }
    # Sheets of the old draft had no marks and are opened anew.
    assert not Sheet.objects.exists()


def test_a_scheme_with_marks_is_not_replaced():
    hall = build_hall(judged("3.00"))
    hall.mark(1, "2")

    with pytest.raises(SchemeInUse):
        save(hall.scheme.component, scheme_of(judged("2.00")))

    assert MarkingScheme.objects.get().frozen_at == NOW


def test_a_frozen_scheme_whose_marks_were_taken_back_gets_a_next_version():
    hall = build_hall(judged("3.00"))
    hall.mark(1, "2")
    hall.mark(1, "", kind="clear", base_version=1)

    row = save(hall.scheme.component, scheme_of(judged("2.00")))

    assert (row.version, row.is_frozen) == (2, False)
    assert current_schemes([hall.event.pk]) == [row]
    assert load_scheme(hall.scheme) == scheme_of(judged("3.00"))


@pytest.mark.parametrize(
    ("scheme", "part"),
    [
        (scheme_of(measured("1.00", calculation=9)), "9"),
        (Scheme("x", sections=(Section(1, "", Decimal(1)),) * 2), "1"),
        (Scheme("x", criteria=(Criterion("A", ""), Criterion("A", ""))), "A"),
        (Scheme("长" * 201), "长"),
    ],
)
def test_a_scheme_that_contradicts_itself_is_refused_with_a_sentence(scheme, part):
    with pytest.raises(SchemeRefused) as refusal:
        save(ComponentFactory(), scheme)

    assert part in str(refusal.value)
    assert not MarkingScheme.objects.exists()


def test_a_panel_is_changed_until_it_has_marked():
    hall = build_hall(judged("3.00"))
    other = Panel.objects.create(event=hall.event, name="另一组")
    a1, b1 = SubCriterion.objects.order_by("code")
    hall.mark(1, "2")

    assign_panel(sub_criteria=[b1], panel=other, by=hall.organiser, at=NOW)
    with pytest.raises(AlreadyMarked):
        assign_panel(sub_criteria=[a1, b1], panel=other, by=hall.organiser, at=NOW)
    assign_panel(sub_criteria=[b1], panel=None, by=hall.organiser, at=NOW)

    assert list(
        SubCriterion.objects.order_by("code").values_list("panel", flat=True)
    ) == [hall.panel.pk, None]


def test_a_panel_of_another_event_is_refused():
    hall, other = build_hall(), build_hall()

    with pytest.raises(WrongEvent):
        assign_panel(
            sub_criteria=list(SubCriterion.objects.filter(panel=hall.panel)),
            panel=other.panel,
            by=hall.organiser,
            at=NOW,
        )


def test_opening_sheets_twice_opens_them_once():
    hall = build_hall(entries=3, opened=False)

    first = open_sheets(event=hall.event, by=hall.organiser, at=NOW)
    second = open_sheets(event=hall.event, by=hall.organiser, at=NOW)

    assert (first, second, Sheet.objects.count()) == (6, 0, 6)
    assert set(Sheet.objects.values_list("expected", flat=True)) == {1}


def test_marking_is_not_opened_with_a_scheme_that_cannot_be_used():
    hall = build_hall(opened=False)
    save(hall.scheme.component, scheme_of(judged("3.00", description="")))

    with pytest.raises(MarkingNotReady):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)


def test_marking_is_not_opened_for_a_panel_of_one_judge():
    hall = build_hall(judges=1, opened=False)

    with pytest.raises(MarkingNotReady, match="2"):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)


def test_marking_is_not_opened_without_panels():
    hall = build_hall(opened=False)
    SubCriterion.objects.update(panel=None)

    with pytest.raises(MarkingNotReady):
        open_sheets(event=hall.event, by=hall.organiser, at=NOW)
