"""The pages of schemes: import, report, export, panels, and who finds them."""

from decimal import Decimal
from io import BytesIO
from random import Random

import pytest
from django.utils.translation import override

from competitions.models import Panel
from people.sentences import in_words
from scoring.imports.cis_workbook import read_scheme
from scoring.models import MarkingScheme, SchemeUpload, SubCriterion
from scoring.queries.schemes import load_scheme
from scoring.rules.scheme import Scheme
from scoring.services.panel_sizes import MarkingNotReady
from scoring.services.sheets import open_sheets
from tests.factories import NOW, EventFactory, RoleAssignmentFactory, UserFactory
from tests.scoring.cis_fault_kinds import Parts
from tests.scoring.cis_faults import FAULTS
from tests.scoring.cis_layout import workbook
from tests.scoring.cis_plans import Style, random_plan
from tests.scoring.cis_workbooks import write_rows
from tests.scoring.halls import build_hall, judged, measured, scheme_of
from tests.scoring.preparing import (
    component_of,
    hand_in,
    kept,
    page,
    preparer,
    uploaded,
)

pytestmark = pytest.mark.django_db
REPORT_STATEMENTS = 11
EDIT_STATEMENTS = 11


@pytest.fixture
def component():
    return component_of()


@pytest.fixture
def organiser(component, client):
    user = preparer(component.stage.event)
    client.force_login(user)
    return user


def every_page(component, client):
    row = kept(component)
    upload = SchemeUpload.objects.create(
        component=component,
        file_name="方案.xlsx",
        content=workbook(random_plan(Random(1)))[0],
        created_by=UserFactory(),
        created_at=NOW,
    )
    return [
        page("scheme-list", component.stage.event_id),
        page("scheme-import-add", component.pk),
        page("scheme-copy", component.pk),
        page("scheme-import", upload.pk),
        page("scheme-import-file", upload.pk),
        page("scheme-report", row.pk),
        page("scheme-print", row.pk),
        page("scheme-export", row.pk),
        page("scheme-plan", row.pk),
        page("scheme-edit", row.pk),
        page("scheme-head", row.pk),
        page("scheme-sections", row.pk),
        page("scheme-criterion-add", row.pk),
        page("scheme-part", row.pk, "1"),
        page("scheme-part", row.pk, "1.1"),
        page("scheme-part-add", row.pk, "1.1"),
    ]


def test_every_page_opens_for_the_organiser(component, organiser, client):
    pages = every_page(component, client)

    assert [client.get(each).status_code for each in pages] == [200] * len(pages)


@pytest.mark.parametrize("role", ["judge", "unit-contact"])
def test_no_page_exists_for_other_roles(component, client, role):
    pages = every_page(component, client)
    client.force_login(
        RoleAssignmentFactory(role__code=role, event=component.stage.event).user
    )

    assert [client.get(each).status_code for each in pages] == [404] * len(pages)


def test_no_page_exists_for_the_organiser_of_another_competition(component, client):
    pages = every_page(component, client)
    client.force_login(preparer(EventFactory()))

    assert [client.get(each).status_code for each in pages] == [404] * len(pages)
    row, upload = MarkingScheme.objects.get(), SchemeUpload.objects.get()
    actions = [
        page("scheme-start", component.pk),
        page("scheme-import-save", upload.pk),
        page("scheme-import-discard", upload.pk),
        page("scheme-settle", row.pk),
        page("scheme-part-remove", row.pk, "1"),
    ]
    assert {client.post(each).status_code for each in actions} == {404}


def test_the_report_of_a_workbook_shows_exactly_its_problems(
    component, organiser, client
):
    plan = random_plan(Random(5))
    parts = Parts(plan, Random(5))
    for fault in FAULTS[::4]:
        fault(parts)
    content, _rows = workbook(plan)
    upload = uploaded(client, component, content)

    shown = client.get(page("scheme-import", upload.pk)).context["page"].problems

    problems = read_scheme(BytesIO(content)).problems
    with override("zh-hans"):
        assert sorted((line.severity, line.sentence) for line in shown) == sorted(
            (problem.severity, in_words(problem.sentence)) for problem in problems
        )
    assert {line.where for line in shown if line.where.strip("第行 ").isdigit()} == {
        f"第 {problem.row} 行" for problem in problems if problem.row
    }
    assert not MarkingScheme.objects.exists()


def test_import_then_export_gives_the_same_scheme(component, organiser, client):
    content, _rows = workbook(random_plan(Random(7)))
    upload = uploaded(client, component, content)

    client.post(page("scheme-import-save", upload.pk))

    row = MarkingScheme.objects.get()
    exported = client.get(page("scheme-export", row.pk)).content
    scheme = read_scheme(BytesIO(content)).scheme
    assert read_scheme(BytesIO(exported)).scheme == scheme == load_scheme(row)
    file = client.get(page("scheme-import-file", upload.pk)).content
    assert file == content


def test_a_workbook_is_saved_once(component, organiser, client):
    upload = uploaded(client, component, workbook(random_plan(Random(7)))[0])
    client.post(page("scheme-import-save", upload.pk))
    row = MarkingScheme.objects.get()

    client.post(page("scheme-import-save", upload.pk))
    client.post(page("scheme-import-discard", upload.pk))

    assert MarkingScheme.objects.get().edit_version == row.edit_version
    assert SchemeUpload.objects.get().scheme == row


def test_a_discarded_workbook_leaves_nothing(component, organiser, client):
    upload = uploaded(client, component, workbook(random_plan(Random(7)))[0])

    client.post(page("scheme-import-discard", upload.pk))

    assert not SchemeUpload.objects.exists()
    assert not MarkingScheme.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("方案.xlsx", b"junk", "文件不是 Excel 工作簿"),
        ("方案.xlsx", write_rows([{0: "名单"}]), "工作簿中没有"),
        ("方案.docx", b"junk", "方案.docx"),
    ],
)
def test_what_is_no_scheme_is_refused_with_one_sentence(
    component, organiser, client, name, content, sentence
):
    answer = hand_in(client, component, content, name)

    assert len(answer.context["form"].errors["file"]) == 1
    assert sentence in answer.context["form"].errors["file"][0]
    assert not SchemeUpload.objects.exists()


def test_a_draft_with_errors_is_kept_but_not_used(component, organiser, client):
    scheme = scheme_of(measured("1.00"))
    wrong = Scheme(
        scheme.skill, scheme.sections, scheme.criteria[:1], scheme.calculations
    )
    kept(component, wrong)
    event = component.stage.event

    listed = client.get(page("scheme-list", event.pk)).content.decode()

    assert MarkingScheme.objects.get().errors == 2
    assert "1.00，应为 100.00" in listed
    with pytest.raises(MarkingNotReady):
        open_sheets(event=event, by=organiser, at=NOW)


def test_a_workbook_that_contradicts_itself_is_not_offered_to_be_saved(
    component, organiser, client
):
    plan = random_plan(Random(7), Style())
    plan.criteria[0].subs[0].code = plan.criteria[0].subs[1].code
    upload = uploaded(client, component, workbook(plan)[0])

    shown = client.get(page("scheme-import", upload.pk)).content.decode()

    assert page("scheme-import-save", upload.pk) not in shown
    assert "其中 1 处（字母、编号、类型或章节号自相矛盾）使其不能存为草稿" in shown


def test_rows_that_were_lost_keep_a_scheme_from_use_until_settled(
    component, organiser, client
):
    plan = random_plan(Random(7), Style())
    plan.subs[0].before.append({"extra": "belongs to none"})
    upload = uploaded(client, component, workbook(plan)[0])
    client.post(page("scheme-import-save", upload.pk))
    row = MarkingScheme.objects.get()
    assert (row.errors, row.file_errors) == (0, 1)

    report = client.get(page("scheme-report", row.pk)).content.decode()
    assert page("scheme-import", upload.pk) + "#problems" in report
    client.post(page("scheme-settle", row.pk), {"version": row.edit_version})

    assert MarkingScheme.objects.get().file_errors == 0


def test_a_frozen_scheme_is_not_replaced_by_a_workbook(client):
    hall = build_hall(judged("3.00"))
    hall.mark(1)
    client.force_login(preparer(hall.event))
    before = load_scheme(hall.scheme)
    component = hall.scheme.component
    upload = uploaded(client, component, workbook(random_plan(Random(7)))[0])

    client.post(page("scheme-import-save", upload.pk))

    assert load_scheme(MarkingScheme.objects.get()) == before
    assert SchemeUpload.objects.get().saved_at is None


def test_a_scheme_is_copied_from_another_event(component, organiser, client):
    source = kept(component_of())
    mine = kept(
        component_of(EventFactory(competition=component.stage.event.competition))
    )

    refused = client.post(page("scheme-copy", component.pk), {"source": source.pk})
    client.post(page("scheme-copy", component.pk), {"source": mine.pk})

    assert refused.status_code == 200
    copy = component.schemes.get()
    assert load_scheme(copy) == load_scheme(mine)


def test_panels_and_days_are_given_by_criterion_and_by_line(
    component, organiser, client
):
    row = kept(component)
    one, two = (
        Panel.objects.create(event=component.stage.event, name=name) for name in "甲乙"
    )
    first, second = SubCriterion.objects.order_by("code")
    typed = {
        "version": row.edit_version,
        f"all-{first.criterion_id}": one.pk,
        f"panel-{first.pk}": two.pk,
        f"day-{first.pk}": "2",
        f"panel-{second.pk}": two.pk,
        f"day-{second.pk}": "",
    }

    client.post(page("scheme-plan", row.pk), typed)
    stale = client.post(page("scheme-plan", row.pk), typed | {f"day-{first.pk}": "3"})

    assert list(
        SubCriterion.objects.order_by("code").values_list("code", "panel__name", "day")
    ) == [("A1", "甲", 2), ("B1", "乙", None)]
    assert stale.context["form"].non_field_errors()


def test_a_panel_of_another_event_is_not_offered(component, organiser, client):
    row = kept(component)
    strange = Panel.objects.create(event=EventFactory(), name="别的")
    sub = SubCriterion.objects.first()

    answer = client.post(
        page("scheme-plan", row.pk),
        {"version": row.edit_version, f"panel-{sub.pk}": strange.pk},
    )

    assert list(answer.context["form"].errors) == [f"panel-{sub.pk}"]
    assert "别的" not in answer.content.decode()


@pytest.mark.parametrize("number", [3, 90])
def test_reports_and_trees_take_the_same_few_statements(
    component, organiser, client, django_assert_num_queries, number
):
    row = kept(
        component, scheme_of(*(measured(Decimal("0.50")) for _ in range(number)))
    )
    client.get(page("scheme-report", row.pk))

    with django_assert_num_queries(REPORT_STATEMENTS):
        client.get(page("scheme-report", row.pk))
    with django_assert_num_queries(EDIT_STATEMENTS):
        client.get(page("scheme-edit", row.pk))
