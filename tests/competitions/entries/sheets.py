"""Spreadsheets of entries made by tests: good rows, and rows with one fault each."""

from dataclasses import dataclass, replace
from io import BytesIO

from openpyxl import Workbook

from competitions.rules.entry_rows import TypedRow
from tests.identity_numbers import check_character, number_of

HEADINGS = {
    "unit": "单位名称",
    "credit_code": "统一社会信用代码",
    "team": "队伍",
    "name": "姓名",
    "identity_number": "证件号码（18位）",
    "phone": "手机号*",
}
NAMES = (
    "王芳",
    "欧阳建国",
    "A<B & C",
    '=HYPERLINK("x")',
    "阿卜杜热依木·" + "买" * 43,
    "王𬭎",
)


def good_row(serial: int, unit: str) -> TypedRow:
    """Return a row nothing is wrong with."""
    return TypedRow(
        line=0,
        unit=unit,
        name=NAMES[serial % len(NAMES)],
        identity_number=number_of(serial),
        phone=f"139{serial:08d}",
    )


@dataclass(frozen=True)
class Fault:
    """A way to spoil a row, the field it spoils and words of the answer."""

    field: str
    spoil: object
    words: str


FAULTS = (
    Fault(
        "identity_number",
        lambda row, random: replace(
            row,
            identity_number=row.identity_number[:17]
            + ("1" if row.identity_number[-1] != "1" else "2"),
        ),
        "the last character must be",
    ),
    Fault(
        "identity_number",
        lambda row, random: replace(row, identity_number=row.identity_number[:15]),
        "old identity number of 15 digits",
    ),
    Fault(
        "identity_number",
        lambda row, random: replace(row, identity_number="3.30699E+17"),
        "spreadsheet has damaged",
    ),
    Fault(
        "identity_number",
        lambda row, random: replace(row, identity_number=row.identity_number[:16]),
        "has 16 characters; it must have 18",
    ),
    Fault(
        "identity_number",
        lambda row, random: replace(row, identity_number=""),
        "identity number is empty",
    ),
    Fault(
        "identity_number",
        lambda row, random: replace(
            row,
            identity_number="33069919901332001" + check_character("33069919901332001"),
        ),
        "are no date",
    ),
    Fault(
        "unit",
        lambda row, random: replace(row, unit="没有登记的单位"),
        "No unit is called “没有登记的单位”",
    ),
    Fault("unit", lambda row, random: replace(row, unit=""), "The unit is missing"),
    Fault("name", lambda row, random: replace(row, name=""), "The name is empty"),
    Fault(
        "name",
        lambda row, random: replace(row, name="买" * 51),
        "has 51 characters; at most 50",
    ),
    Fault(
        "credit_code",
        lambda row, random: replace(row, credit_code="91330100799655058A"),
        "does not fit its check character",
    ),
    Fault(
        "phone",
        lambda row, random: replace(row, phone="请打办公室"),
        "must be 7 to 15 digits",
    ),
)


def workbook(rows, *, numeric=()) -> BytesIO:
    """Return an xlsx file with a title above the headings, as units hand it in."""
    book = Workbook()
    sheet = book.active
    sheet.append(["选手报名汇总表"])
    sheet.append(list(HEADINGS.values()))
    for row in rows:
        sheet.append([getattr(row, name) or None for name in HEADINGS])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for line, column, value in numeric:
        sheet.cell(line, column).value = value
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file
