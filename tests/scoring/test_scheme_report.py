"""The report of a scheme: its problems, its sections, its event and its freeze."""

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring.exports.cis_workbook import write_scheme
from scoring.models import MarkingScheme, ResultPolicy
from scoring.rules.scheme import Scheme, Section
from tests.factories import EventFactory
from tests.scoring.halls import build_hall, judged, measured, scheme_of
from tests.scoring.preparing import component_of, kept, page, preparer, uploaded

pytestmark = pytest.mark.django_db


@pytest.fixture
def component(client):
    component = component_of()
    client.force_login(preparer(component.stage.event))
    return component


def test_the_report_names_where_each_problem_is(component, client):
    row = kept(component, scheme_of(measured("3.00"), judged("2.00")))
    row.criteria.get(letter="A").sub_criteria.get().aspects.filter(position=2).update(
        ladder=[]
    )

    problems = client.get(page("scheme-report", row.pk)).context["page"].problems

    assert ("error", "A1 J2", "place-1.1.2") in [
        (line.severity, line.where, line.anchor) for line in problems
    ]


def test_a_section_beyond_its_variation_says_so_in_words(component, client):
    scheme = scheme_of(measured("1.00"))
    sections = (Section(1, "甲", Decimal(94)), Section(2, "乙", Decimal(6)))
    row = kept(component, replace(scheme, sections=sections))

    shown = client.get(page("scheme-report", row.pk)).content.decode()

    assert shown.count('<span class="visually-hidden">超过 5.00</span>') == 2


def test_a_scheme_without_sections_is_not_said_to_vary(component, client):
    row = kept(component, Scheme("焊工", criteria=scheme_of().criteria))

    shown = client.get(page("scheme-report", row.pk)).content.decode()

    assert [word in shown for word in ("偏差", "规定", "未分章节")] == [
        False,
        False,
        True,
    ]


def test_a_scheme_of_another_skill_is_warned_of_before_and_after_saving(client):
    component = component_of(EventFactory(skill_number="23", occupation=None))
    client.force_login(preparer(component.stage.event))
    scheme = replace(scheme_of(measured("1.00")), skill="17 Web Development")

    upload = uploaded(client, component, write_scheme(scheme))
    read = client.get(page("scheme-import", upload.pk)).context["page"]
    client.post(page("scheme-import-save", upload.pk))
    report = page("scheme-report", MarkingScheme.objects.get().pk)
    saved = client.get(report).context["page"]

    warning = (
        "评分标准的标题为“17 Web Development”，而本赛项的世赛项目编号为 23；"
        "请确认没有选错评分标准。"
    )
    for shown in (read, saved):
        assert ("warning", warning) in [
            (line.severity, line.sentence) for line in shown.problems
        ]


@pytest.mark.parametrize(
    ("skill_number", "awards_medals", "warnings"),
    [("", False, 0), ("17", False, 2), ("", True, 2)],
)
def test_only_events_held_as_worldskills_does_are_told_its_habits(
    client, skill_number, awards_medals, warnings
):
    event = EventFactory(skill_number=skill_number)
    ResultPolicy.objects.create(event=event, awards_medals=awards_medals)
    row = kept(component_of(event), scheme_of(measured("1.00")))
    client.force_login(preparer(event))

    shown = client.get(page("scheme-report", row.pk)).context["page"]

    assert (shown.errors, shown.warnings) == (0, warnings)


def test_a_frozen_scheme_says_since_when_and_by_whose_mark(client):
    hall = build_hall(judged("3.00"))
    hall.mark(1)
    client.force_login(preparer(hall.event))
    hall.scheme.refresh_from_db()

    shown = client.get(page("scheme-report", hall.scheme.pk)).content.decode()

    assert hall.scheme.frozen_hash in shown
    assert hall.judges[0].get_full_name() in shown
    assert page("scheme-edit", hall.scheme.pk) not in shown
    assert client.get(page("scheme-edit", hall.scheme.pk)).status_code == 404
