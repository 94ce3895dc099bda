"""Parts go out of a draft and come back identical while nothing else has changed."""

import pytest

from competitions.models import Panel
from scoring.models import (
    Aspect,
    CalculationDefinition,
    Criterion,
    MarkingScheme,
    RemovedPart,
    StandardsSection,
    SubCriterion,
)
from scoring.queries.schemes import load_scheme
from scoring.services.scheme_edit import SchemeChanged
from scoring.services.scheme_removals import (
    NothingRemoved,
    remove_part,
    restore_part,
)
from scoring.services.scheme_store import SchemeInUse
from tests.factories import NOW
from tests.scoring.halls import build_hall, judged, measured, scheme_of
from tests.scoring.preparing import component_of, kept, page, preparer

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(client):
    row = kept(component_of(), scheme_of(judged("2.00"), measured("1.00", 1)))
    panel = Panel.objects.create(event=row.component.stage.event, name="甲")
    SubCriterion.objects.filter(code="A1").update(panel=panel)
    client.force_login(preparer(row.component.stage.event))
    return row


def now(row):
    return MarkingScheme.objects.get(pk=row.pk)


def press(client, row, name, place=None):
    """Press a button of the draft as it is now; return where it leads."""
    address = page(name, row.pk, *([place] if place else []))
    return client.post(address, {"version": now(row).edit_version}).headers["Location"]


def contents(row):
    """Every row below a scheme, with all that is in it but its key."""
    return [
        [
            {key: value for key, value in each.items() if key not in keys}
            for each in model.objects.order_by(*order).values()
        ]
        for model, order, keys in (
            (StandardsSection, ["number"], {"id"}),
            (CalculationDefinition, ["position"], {"id"}),
            (Criterion, ["pk"], {"id"}),
            (SubCriterion, ["code"], {"id", "criterion_id"}),
            (
                Aspect,
                ["sub_criterion__code", "position"],
                {"id", "sub_criterion_id", "calculation_id"},
            ),
        )
    ]


@pytest.mark.parametrize("place", ["1", "2", "1.1", "2.1", "1.1.1", "1.1.2"])
def test_undoing_a_removal_restores_identical_rows(client, row, place):
    scheme, rows = load_scheme(row), contents(row)

    assert press(client, row, "scheme-part-remove", place).endswith("#removed")
    assert load_scheme(now(row)) != scheme
    assert press(client, row, "scheme-restore").endswith(f"#place-{place}")

    assert load_scheme(now(row)) == scheme
    assert contents(row) == rows
    assert not RemovedPart.objects.exists()


@pytest.mark.parametrize(
    ("place", "sentence", "moved"),
    [
        ("1.1.1", "已删除 A1 J1“导轨装配的外观与紧固”，共 2.00 分。", True),
        ("1.1.2", "已删除 A1 M2“安全防护罩复位”，共 1.00 分。", False),
        ("1.1", "已删除 A1“装配精度”，共 3.00 分。", False),
        ("2", "已删除 B“调试”，共 97.00 分。", False),
    ],
)
def test_the_page_says_what_was_removed_and_offers_to_undo_it(
    client, row, place, sentence, moved
):
    address = press(client, row, "scheme-part-remove", place)

    shown = client.get(address).content.decode()
    assert shown.count('id="removed"') == 1
    assert sentence in shown
    assert ("其后的评分项序号依次前移。" in shown) == moved
    assert page("scheme-restore", row.pk) in shown


def test_what_was_removed_is_told_where_it_stood(client, row):
    press(client, row, "scheme-part-remove", "1.1.1")

    shown = client.get(page("scheme-edit", row.pk)).content.decode()

    assert (
        shown.index('id="place-1.1"')
        < shown.index('id="removed"')
        < shown.index('id="place-1.1.1"')
    )


def test_after_another_change_nothing_is_put_back(client, row):
    press(client, row, "scheme-part-remove", "1.1.1")
    press(client, row, "scheme-part-down", "1")
    scheme = load_scheme(now(row))

    answer = client.get(press(client, row, "scheme-restore"))

    assert str(NothingRemoved.sentence) in answer.content.decode()
    assert 'id="removed"' not in answer.content.decode()
    assert load_scheme(now(row)) == scheme


def test_only_the_last_removal_is_undone(client, row):
    press(client, row, "scheme-part-remove", "1.1.1")
    scheme = load_scheme(now(row))
    press(client, row, "scheme-part-remove", "2")
    press(client, row, "scheme-restore")

    press(client, row, "scheme-restore")

    assert load_scheme(now(row)) == scheme


def test_a_dissolved_panel_does_not_keep_a_part_out(client, row):
    scheme = load_scheme(row)
    press(client, row, "scheme-part-remove", "1")
    Panel.objects.all().delete()

    press(client, row, "scheme-restore")

    assert load_scheme(now(row)) == scheme
    assert SubCriterion.objects.get(code="A1").panel is None


def test_a_page_opened_before_anothers_change_removes_and_restores_nothing(client, row):
    press(client, row, "scheme-part-remove", "1.1.1")
    scheme = load_scheme(now(row))
    stale = {
        "marking_scheme": row,
        "version": row.edit_version,
        "by": preparer(row.component.stage.event),
        "at": NOW,
    }

    with pytest.raises(SchemeChanged):
        restore_part(**stale)
    with pytest.raises(SchemeChanged):
        remove_part(place=(1,), **stale)

    assert load_scheme(now(row)) == scheme


def test_a_frozen_scheme_loses_and_regains_nothing():
    hall = build_hall(judged("3.00"))
    hall.mark(1)
    frozen = now(hall.scheme)
    changes = {
        "marking_scheme": frozen,
        "version": frozen.edit_version,
        "by": hall.organiser,
        "at": NOW,
    }

    with pytest.raises(SchemeInUse):
        remove_part(place=(1,), **changes)
    with pytest.raises(SchemeInUse):
        restore_part(**changes)
