"""Files of entries: which headings are found, what cells become, what is refused."""

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from competitions.exports.entry_workbook import entry_workbook
from competitions.imports.entry_sheet import MOST_ROWS, read_entry_sheet
from competitions.models import Event
from competitions.rules.entry_rows import TypedRow
from people.imports.workbook_guard import NotAWorkbook
from tests.competitions.entries.sheets import NAMES, good_row, workbook
from tests.identity_numbers import number_of


def filed(rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file


def test_headings_are_found_below_hints_by_any_of_their_names():
    file = filed(
        [
            ["绍兴市报名表"],
            [],
            ["序号", "姓 名*", "身份证号码（18位）", "所在单位：", "备注", "联系电话"],
            [1, "王芳", number_of(1), "甲厂", "x", "139"],
            [],
            [2, "李四", number_of(2), None, None, 13900000000.0],
        ]
    )

    assert read_entry_sheet(file, name="a.xlsx") == [
        TypedRow(
            line=4, name="王芳", identity_number=number_of(1), unit="甲厂", phone="139"
        ),
        TypedRow(
            line=6, name="李四", identity_number=number_of(2), phone="13900000000"
        ),
    ]


def test_a_damaged_number_keeps_the_sign_of_its_damage():
    file = workbook([good_row(1, "甲厂")], numeric=[(3, 5, 3.30699198511e17)])

    assert read_entry_sheet(file, name="a.xlsx")[0].identity_number == (
        "3.30699198511e+17"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_is_read_in_either_encoding(encoding):
    text = f"姓名,证件号码,单位\r\n王𬭎,{number_of(1)},甲厂\r\n"

    (row,) = read_entry_sheet(BytesIO(text.encode(encoding)), name="a.CSV")

    assert (row.line, row.name, row.unit) == (2, "王𬭎", "甲厂")


@pytest.mark.parametrize(
    ("file", "name", "words"),
    [
        (BytesIO(b"%PDF-1.4 not a workbook"), "a.xlsx", "no Excel workbook"),
        (BytesIO(b""), "a.xlsx", "The file is empty"),
        (filed([["姓名", "单位"], ["王芳", "甲厂"]]), "a.xlsx", "姓名 and 证件号码"),
        (filed([["姓名", "证件号码"]]), "a.xlsx", "headings but no rows"),
        (BytesIO(b"\xff\xff\xff\x80"), "a.csv", "cannot be read"),
        (
            filed([["姓名", "证件号码"], *[["王芳", "1"]] * (MOST_ROWS + 1)]),
            "a.xlsx",
            f"has {MOST_ROWS + 1} rows; at most {MOST_ROWS}",
        ),
    ],
)
def test_what_is_no_list_of_entries_is_refused_with_a_sentence(file, name, words):
    with pytest.raises(NotAWorkbook, match=words):
        read_entry_sheet(file, name=name)


@pytest.mark.parametrize("team_size", [1, 2])
def test_the_template_can_be_filled_and_read(team_size):
    file = BytesIO(entry_workbook(Event(team_size=team_size), ["甲厂", "=1+1"]))
    book = load_workbook(file)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[2]]
    assert len(headings) == 5 + (team_size > 1)
    assert sheet.column_dimensions["E"].width > 0
    number = headings.index("Identity number") + 1
    sheet.cell(3, number).value = number_of(1)
    sheet.cell(3, headings.index("Full name") + 1).value = "王芳"
    filled = BytesIO()
    book.save(filled)

    (row,) = read_entry_sheet(BytesIO(filled.getvalue()), name="t.xlsx")

    assert (row.line, row.name, row.identity_number) == (3, "王芳", number_of(1))


def test_rows_handed_out_with_their_errors_read_back_the_same():
    rows = [
        TypedRow(line=line, unit="甲厂", name=name, identity_number=number_of(line))
        for line, name in enumerate(NAMES, start=3)
    ]
    file = entry_workbook(Event(team_size=1), (), [(row, "wrong") for row in rows])

    sheet = load_workbook(BytesIO(file)).worksheets[0]
    assert read_entry_sheet(BytesIO(file), name="e.xlsx") == rows
    assert [cell.data_type for cell in sheet["C"][2:]] == ["s"] * len(rows)
    assert {cell.value for cell in sheet["F"][2:]} == {"wrong"}
