"""The spreadsheet of entries as a unit types it, made without the product."""

from collections.abc import Iterable
from io import BytesIO

from openpyxl import Workbook

from tests.journeys.cast import Competitor

HEADINGS = ("单位名称", "姓名", "证件号码（18位）")


def entry_sheet(competitors: Iterable[Competitor]) -> bytes:
    """Return an xlsx file with a title above the headings and a row for each."""
    book = Workbook()
    sheet = book.active
    sheet.append(["选手报名汇总表"])
    sheet.append(HEADINGS)
    for each in competitors:
        sheet.append([each.unit, each.name, each.identity_number])
    file = BytesIO()
    book.save(file)
    return file.getvalue()
