"""Scores in a grid and from a spreadsheet, deductions, attendance, the ranking."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from audit.models import AuditEvent
from competitions.models import Entry
from scoring.models import ComponentScore, Deduction, Tally
from tests.factories import RoleAssignmentFactory
from tests.scoring.contests import contest, organiser_of, prepared, published

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return contest(("90", "80"), ("70", "60"))


@pytest.fixture
def client(client, event):
    client.force_login(organiser_of(event))
    client.cookies["django_language"] = "en"
    return client


def url(name, key):
    return reverse(f"scoring:{name}", args=[key])


def words(response):
    return response.content.decode()


def component(event, code):
    return event.stages.get().components.get(code=code)


def entry(event, number):
    return event.entries.get(number=number)


def typed(event, code, number, mark, shown):
    name = f"{component(event, code).pk}-{entry(event, number).pk}"
    return {name: mark, f"initial-{name}": shown}


def marks(event):
    return [
        (score.component.code, score.entry.number, str(score.mark))
        for score in ComponentScore.objects.filter(entry__event=event)
        .select_related("component", "entry")
        .order_by("component__code", "entry__number")
    ]


def test_only_what_was_typed_is_stored_and_the_total_follows(client, event):
    answer = client.post(
        url("component-scores", event.pk),
        typed(event, "T", 1, "91.5", "90.00") | typed(event, "P", 2, "60.00", "60.00"),
        follow=True,
    )

    assert "1 mark is stored." in words(answer)
    assert marks(event) == [
        ("P", 1, "80.00"),
        ("P", 2, "60.00"),
        ("T", 1, "91.50"),
        ("T", 2, "70.00"),
    ]
    assert str(Tally.objects.get(entry__number=1).total) == "82.30"


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ("100.01", "A mark from 0.00 to 100.00."),
        ("-1", "A mark from 0.00 to 100.00."),
        ("8o", "Type a number such as 86.50."),
        ("80.005", "At most two decimals."),
        ("", "A mark stands here; type the right one."),
    ],
)
def test_an_impossible_mark_is_refused_in_its_cell(event, client, mark, sentence):
    before = marks(event)

    answer = client.post(
        url("component-scores", event.pk), typed(event, "T", 1, mark, "90.00")
    )

    assert answer.status_code == 422
    assert list(answer.context["form"].errors.values()) == [[sentence]]
    assert marks(event) == before


def test_nobody_writes_over_a_mark_entered_meanwhile(client, event):
    # The page was opened when 85.00 stood here; another stored 90.00 since.
    answer = client.post(
        url("component-scores", event.pk), typed(event, "T", 1, "86", "85.00")
    )

    assert "Meanwhile 90.00 was entered" in words(answer)
    assert ("T", 1, "90.00") in marks(event)


@pytest.mark.parametrize("told", ["abc", "NaN", "sNaN", "Infinity", "1E999999"])
def test_a_page_that_told_no_mark_writes_over_none(client, event, told):
    answer = client.post(
        url("component-scores", event.pk), typed(event, "T", 1, "86", told)
    )

    assert answer.status_code == 422
    assert "Meanwhile 90.00 was entered" in words(answer)
    assert ("T", 1, "90.00") in marks(event)


@pytest.mark.parametrize("mark", ["NaN", "sNaN", "Infinity"])
def test_what_is_no_number_is_no_mark(client, event, mark):
    answer = client.post(
        url("component-scores", event.pk), typed(event, "T", 1, mark, "90.00")
    )

    assert list(answer.context["form"].errors.values()) == [
        ["Type a number such as 86.50."]
    ]


def upload(client, event, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    target = BytesIO()
    book.save(target)
    file = SimpleUploadedFile("scores.xlsx", target.getvalue())
    return client.post(url("scores-import", event.pk), {"file": file})


def test_every_row_of_a_spreadsheet_gets_a_verdict_and_nothing_is_stored(client, event):
    before = marks(event)

    answer = upload(
        client,
        event,
        [
            ["车工 理论成绩"],
            ["参赛号", "选手", "T 理论", "P 实操"],
            [1, "选手1号", "95", "80"],
            [2, "选手2号", 70, "60.00"],
            [9, "陌生人", "50", "50"],
            [1, "选手1号", "10", ""],
        ],
    )

    verdicts = answer.context["verdicts"]
    assert [(row.line, str(row.verdict), row.sentence) for row in verdicts] == [
        (3, "update", "90.00 → 95"),
        (4, "skip", "Nothing changes."),
        (5, "error", "No entry has the number “9”."),
        (6, "error", "This entry number stands in the file twice."),
    ]
    assert marks(event) == before


def test_an_impossible_mark_of_a_spreadsheet_is_named(client, event):
    answer = upload(client, event, [["参赛号", "T"], [1, "101"]])
    (verdict,) = answer.context["verdicts"]
    assert str(verdict.verdict) == "error"
    assert "100.00" in verdict.sentence


def test_a_file_of_another_kind_is_refused_in_words(client, event):
    answer = upload(client, event, [["姓名", "单位"], ["王芳", "x"]])
    assert answer.status_code == 422
    assert "No row with the headings" in words(answer)


def test_the_spreadsheet_that_goes_out_comes_back_unchanged(client, event):
    content = client.get(url("scores-export", event.pk)).content
    rows = list(load_workbook(BytesIO(content)).active.values)

    answer = upload(client, event, rows)

    assert rows[1][0] == 1
    assert rows[1][3:] == ("90.00", "80.00")
    assert {str(row.verdict) for row in answer.context["verdicts"]} == {"skip"}


def test_a_deduction_that_the_part_cannot_lose_is_refused_in_a_sentence(client, event):
    first = entry(event, 1)

    answer = client.post(
        url("deduction-add", first.pk),
        {"component": component(event, "P").pk, "amount": "500", "reason": "违规"},
    )

    assert answer.status_code == 422
    assert "500.00 cannot be taken off: the part has 100.00 marks in all." in words(
        answer
    )
    assert not Deduction.objects.exists()


def test_a_deduction_is_told_with_two_decimals(client, event):
    first = entry(event, 1)

    answer = client.post(
        url("deduction-add", first.pk),
        {"component": component(event, "P").pk, "amount": "2", "reason": "违规"},
        follow=True,
    )

    assert "2.00 marks are taken off." in words(answer)


def test_a_deduction_counts_until_it_is_withdrawn(client, event):
    first = entry(event, 1)
    client.post(
        url("deduction-add", first.pk),
        {"component": component(event, "P").pk, "amount": "5", "reason": "违规操作"},
    )
    deduction = Deduction.objects.get()
    assert str(Tally.objects.get(entry=first).total) == "78.00"

    address = url("deduction-withdraw", deduction.pk)
    assert client.post(address, {"reason": ""}).status_code == 200
    assert Deduction.objects.count() == 1
    client.post(address, {"reason": "误判"})

    assert not Deduction.objects.exists()
    assert str(Tally.objects.get(entry=first).total) == "82.00"
    last = AuditEvent.objects.order_by("seq").last()
    assert last.action == "deduction.withdrawn"
    assert last.payload["reason"] == "误判"
    assert last.payload["deducted_for"] == "违规操作"


def test_a_disqualification_needs_its_reason(client, event):
    first = entry(event, 1)
    address = url("attendance-set", first.pk)

    refused = client.post(address, {"attendance": "disqualified", "reason": " "})
    assert refused.status_code == 422
    assert "Say why" in words(refused)
    client.post(address, {"attendance": "disqualified", "reason": "作弊"})

    assert Entry.objects.get(pk=first.pk).attendance == "disqualified"


def test_everything_is_read_only_once_the_result_is_published(client, event):
    published(event)
    first = entry(event, 1)

    page = words(client.get(url("component-scores", event.pk)))
    assert "<input" not in page.split("data-score-grid")[1].split("</table>")[0]
    client.post(url("component-scores", event.pk), typed(event, "T", 1, "1", "90.00"))
    client.post(
        url("deduction-add", first.pk),
        {"component": component(event, "P").pk, "amount": "5", "reason": "迟到"},
    )
    client.post(url("attendance-set", first.pk), {"attendance": "absent", "reason": ""})

    assert ("T", 1, "90.00") in marks(event)
    assert not Deduction.objects.exists()
    assert Entry.objects.get(pk=first.pk).attendance == "expected"


def test_what_changes_scores_does_not_exist_for_judges(event, client):
    judge = RoleAssignmentFactory(role__code="judge", event=event).user
    client.force_login(judge)
    first = entry(event, 1)
    deduction = Deduction.objects.create(
        entry=first,
        component=component(event, "T"),
        amount=Decimal(1),
        reason="迟到",
        entered_by=judge,
        entered_at=first.created_at,
    )
    addresses = [
        url("component-scores", event.pk),
        url("scores-import", event.pk),
        url("deduction-add", first.pk),
        url("attendance-set", first.pk),
        url("deduction-withdraw", deduction.pk),
        url("result-policy", event.pk),
    ]
    assert [client.post(address).status_code for address in addresses] == [404] * 6


def test_the_grid_asks_no_more_for_many_entries(django_assert_num_queries, client):
    small, large = contest(("90", "90")), contest(*[("80", "70")] * 9)
    for each in (small, large):
        client.force_login(organiser_of(each))
        with django_assert_num_queries(19):
            client.get(url("component-scores", each.pk))


def test_every_row_has_a_way_to_its_deductions(client, event):
    page = words(client.get(url("component-scores", event.pk)))

    assert page.count("Deduct or set attendance") == 2


def test_everyone_with_all_marks_is_set_present_in_one_step(client, event):
    before = words(client.get(url("component-scores", event.pk)))
    answer = client.post(url("marked-present", event.pk), follow=True)

    assert "2 entries have every mark and are still expected." in before
    assert "2 entries are set present." in words(answer)
    assert "still expected" not in words(answer)


def test_the_check_shows_what_was_taken_off_beside_the_total(client, event):
    first = entry(event, 1)
    client.post(
        url("deduction-add", first.pk),
        {"component": component(event, "P").pk, "amount": "2", "reason": "违规操作"},
    )
    result_list = prepared(event)

    page = words(client.get(url("result-list", result_list.pk)))
    check = words(client.get(url("result-check", result_list.pk)))

    assert [
        row.parts.get("deductions")
        for row in result_list.results.order_by("entry__number")
    ] == [[{"component": "P", "amount": "2.00", "reason": "违规操作"}], None]
    assert "−2.00" in page
    assert "违规操作" in check


def test_a_result_without_deductions_has_no_column_for_them(client, event):
    page = words(client.get(url("result-list", prepared(event).pk)))

    assert "Deducted" not in page


def test_components_are_named_in_the_language_of_the_page(client, event):
    event.stages.get().components.filter(code="P").update(name_en="Skills test")

    page = words(client.get(url("result-list", prepared(event).pk)))

    assert "Skills test (80 %)" in page
    assert "实操" not in page
