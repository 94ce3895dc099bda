"""Schemes edited by hand: the tree, the forms of its parts, versions that clash."""

import re
from decimal import Decimal

import pytest

from competitions.models import Panel
from scoring.models import MarkingScheme, SubCriterion
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Aspect, Scheme
from scoring.services.scheme_edit import SchemeChanged, edit_scheme
from scoring.services.scheme_store import SchemeInUse
from tests.factories import NOW
from tests.scoring.editing import ASPECT, aspects_of, scheme_now, send
from tests.scoring.halls import build_hall, judged, measured, scheme_of
from tests.scoring.preparing import component_of, kept, page, preparer

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(client):
    row = kept(component_of(), scheme_of(judged("2.00"), measured("1.00", 1)))
    client.force_login(preparer(row.component.stage.event))
    return row


def test_an_empty_scheme_is_built_up_to_its_first_aspect(client):
    component = component_of()
    client.force_login(preparer(component.stage.event))
    client.post(page("scheme-start", component.pk))
    row = component.schemes.get()
    assert scheme_now(row) == Scheme(skill=component.stage.event.name)

    send(
        client,
        row,
        "scheme-sections",
        **{
            "form-TOTAL_FORMS": "2",
            "form-INITIAL_FORMS": "0",
            "form-0-number": "1",
            "form-0-name": "全部",
            "form-0-declared": "100",
        },
    )
    send(client, row, "scheme-criterion-add", letter="A", name="装配")
    send(client, row, "scheme-part-add", "1", code="A1", name="精度", day="1")
    send(client, row, "scheme-part-add", "1.1", **ASPECT)

    scheme = scheme_now(row)
    assert [section.declared for section in scheme.sections] == [Decimal("100.00")]
    assert (scheme.criteria[0].letter, scheme.criteria[0].name) == ("A", "装配")
    assert aspects_of(row) == (
        Aspect("M", ASPECT["description"], section=1, max_mark=Decimal("1.50")),
    )
    assert scheme.total == Decimal("1.50")


def test_what_was_added_is_named(client, row):
    answer = send(client, row, "scheme-part-add", "1.1", **ASPECT, another="1")

    assert "已添加 A1 M3。" in client.get(answer.url).content.decode()


def test_the_form_of_a_part_names_it(client, row):
    titles = [
        client.get(page(name, row.pk, place)).content.decode()
        for name, place in (
            ("scheme-part", "1.1.2"),
            ("scheme-part-add", "1.1"),
            ("scheme-part", "1"),
            ("scheme-part-add", "1"),
        )
    ]

    for shown, title in zip(
        titles,
        ("评分项 A1 M2", "在 A1 中添加评分项", "模块 A", "在 A 中添加评分表"),
        strict=True,
    ):
        assert re.search(rf"<h1[^>]*>\s*{title}\s*</h1>", shown), title


def test_an_empty_draft_offers_its_first_criterion_once(client):
    component = component_of()
    row = kept(component, Scheme("焊工"))
    client.force_login(preparer(component.stage.event))

    shown = client.get(page("scheme-edit", row.pk)).content.decode()

    assert shown.count(page("scheme-criterion-add", row.pk)) == 1


def test_the_running_total_leads_to_every_criterion(client, row):
    shown = client.get(page("scheme-edit", row.pk)).content.decode()

    links = re.findall(
        r'href="#(place-\d+)"[^>]*><strong>(\w)</strong> ([\d.]+)', shown
    )
    assert links == [("place-1", "A", "3.00"), ("place-2", "B", "97.00")]


def test_the_first_cannot_move_up_nor_the_last_down(client, row):
    shown = client.get(page("scheme-edit", row.pk)).content.decode()

    # Two criteria, a single sub criterion in each, then two aspects and one.
    assert len(re.findall(r"disabled>", shown)) == 2 + 2 * 2 + 2 + 2


def test_parts_move_and_go(client, row):
    send(client, row, "scheme-part-up", "1.1.2")
    assert [aspect.kind for aspect in aspects_of(row)] == ["M", "J"]
    send(client, row, "scheme-part-down", "1")
    assert [each.letter for each in scheme_now(row).criteria] == ["B", "A"]
    send(client, row, "scheme-part-remove", "1")

    assert [each.letter for each in scheme_now(row).criteria] == ["A"]
    assert MarkingScheme.objects.get().errors == 2


def test_a_panel_stays_with_a_renamed_sub_criterion(client, row):
    panel = Panel.objects.create(event=row.component.stage.event, name="甲")
    SubCriterion.objects.filter(code="A1").update(panel=panel)

    send(client, row, "scheme-part", "1.1", code="A7", name="新名", day="3")

    kept_sub = SubCriterion.objects.get(code="A7")
    assert (kept_sub.panel, kept_sub.name, kept_sub.day) == (panel, "新名", 3)
    assert not SubCriterion.objects.filter(code="A1").exists()


def test_a_code_in_use_is_refused_with_a_sentence(client, row):
    answer = send(client, row, "scheme-part", "1.1", code="B1", name="重", day="1")

    assert len(answer.context["form"].non_field_errors()) == 1
    assert {sub.code for sub in scheme_now(row).sub_criteria} == {"A1", "B1"}


def test_title_and_judges_are_set(client, row):
    send(
        client,
        row,
        "scheme-head",
        skill="新名称",
        combine_at="sheet",
        drops_extremes="on",
    )

    scheme = scheme_now(row)
    assert (scheme.skill, scheme.combine_at, scheme.drops_extremes) == (
        "新名称",
        "sheet",
        True,
    )


def test_a_page_opened_before_anothers_change_saves_nothing(client, row):
    send(client, row, "scheme-part-up", "1.1.2")
    now = scheme_now(row)

    answer = client.post(
        page("scheme-part", row.pk, "1"),
        {"version": row.edit_version, "letter": "A", "name": "旧页"},
    )
    client.post(page("scheme-part-remove", row.pk, "1"), {"version": row.edit_version})

    assert str(SchemeChanged.sentence) in answer.context["form"].non_field_errors()
    assert scheme_now(row) == now


def test_a_refused_step_of_a_script_loads_the_page_that_says_so(client, row):
    answer = client.post(
        page("scheme-part-up", row.pk, "1.1.2"),
        {"version": row.edit_version + 1},
        headers={"HX-Request": "true"},
    )

    address = answer.headers["HX-Redirect"]
    assert address == page("scheme-edit", row.pk)
    assert str(SchemeChanged.sentence) in client.get(address).content.decode()


@pytest.mark.parametrize("place", ["9", "1.9", "1.1.9", "0", "1.1.1.1", "x", "1..1"])
def test_places_that_do_not_exist_are_not_found(client, row, place):
    assert client.get(page("scheme-part", row.pk, place)).status_code == 404


def test_nothing_is_added_below_an_aspect(client, row):
    assert client.get(page("scheme-part-add", row.pk, "1.1.1")).status_code == 404


def test_a_frozen_scheme_refuses_every_change(client):
    hall = build_hall(judged("3.00"))
    hall.mark(1)
    client.force_login(preparer(hall.event))
    row = MarkingScheme.objects.get()
    before = load_scheme(row)

    answers = [
        send(client, row, "scheme-head", skill="x", combine_at="sheet"),
        send(client, row, "scheme-criterion-add", letter="C", name="x"),
        send(client, row, "scheme-part", "1", letter="A", name="x"),
        send(client, row, "scheme-part-remove", "1"),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    with pytest.raises(SchemeInUse):
        edit_scheme(
            marking_scheme=row,
            scheme=scheme_of(measured("5.00")),
            version=row.edit_version,
            by=hall.organiser,
            at=NOW,
        )
    assert load_scheme(row) == before


def test_the_running_total_is_on_the_page(client, row):
    send(client, row, "scheme-part-remove", "1.1.1")

    shown = client.get(page("scheme-edit", row.pk)).content.decode()

    assert "98.00，应为 100.00" in shown
