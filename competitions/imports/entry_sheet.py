"""Reads a spreadsheet of entries: finds its headings, keeps every cell as typed."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from typing import BinaryIO

from competitions.rules.entry_rows import Column, TypedRow
from people.imports.workbook_guard import LARGEST_FILE, NotAWorkbook
from people.imports.workbook_rows import Cell, Row, read_workbook
from people.rules.sentence import Sentence

MOST_ROWS = 3000
#: Headings stand in one of the first rows; what is above them are hints.
ROWS_ABOVE = 12
REQUIRED = (Column.NAME, Column.IDENTITY_NUMBER)

HEADINGS: dict[str, Column] = {
    **dict.fromkeys(
        ("单位", "单位名称", "所在单位", "工作单位", "参赛单位", "选送单位", "unit"),
        Column.UNIT,
    ),
    **dict.fromkeys(
        (
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "creditcode",
            "unifiedsocialcreditcode",
        ),
        Column.CREDIT_CODE,
    ),
    **dict.fromkeys(
        ("队伍", "队名", "队伍名称", "参赛队", "team", "teamname"), Column.TEAM
    ),
    **dict.fromkeys(("姓名", "选手姓名", "name", "fullname"), Column.NAME),
    **dict.fromkeys(
        (
            "证件号码",
            "证件号",
            "身份证",
            "身份证号",
            "身份证号码",
            "身份证件号码",
            "有效证件号码",
            "identitynumber",
        ),
        Column.IDENTITY_NUMBER,
    ),
    **dict.fromkeys(
        (
            "手机",
            "手机号",
            "手机号码",
            "电话",
            "联系电话",
            "联系方式",
            "mobilephone",
            "phone",
        ),
        Column.PHONE,
    ),
}


def read_entry_sheet(file: BinaryIO, *, name: str) -> list[TypedRow]:
    """Return the rows below the headings; raise ``NotAWorkbook`` with the reason.

    ``line`` is the number of the row as spreadsheet programs show it.
    """
    sheets = [_read_csv(file)] if name.lower().endswith(".csv") else _read_xlsx(file)
    for rows in sheets:
        place = _headings(rows)
        if place is not None:
            line, columns = place
            return _limited(_typed(rows, line, columns))
    raise NotAWorkbook(
        Sentence(
            "No row with the headings 姓名 and 证件号码 is found. Download the"
            " template, or add these headings above the columns."
        )
    )


def _read_xlsx(file: BinaryIO) -> list[Sequence[Row]]:
    return [sheet.rows for sheet in read_workbook(file).sheets]


def _read_csv(file: BinaryIO) -> Sequence[Row]:
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise NotAWorkbook(
            Sentence("The file is larger than 5 MB; copy its rows to a new workbook.")
        )
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = StringIO(data.decode(encoding), newline="")
            return [tuple(row) for row in csv.reader(text)]
        except (UnicodeDecodeError, csv.Error):
            continue
    raise NotAWorkbook(
        Sentence("The text of the file cannot be read; save it as .xlsx instead.")
    )


def _headings(rows: Sequence[Row]) -> tuple[int, dict[int, Column]] | None:
    """Return the index of the row of headings and what stands in which column."""
    for index, row in enumerate(rows[:ROWS_ABOVE]):
        columns: dict[int, Column] = {}
        for place, cell in enumerate(row):
            column = HEADINGS.get(_plain(cell))
            if column is not None and column not in columns.values():
                columns[place] = column
        if set(REQUIRED) <= set(columns.values()):
            return index, columns
    return None


def _plain(cell: Cell) -> str:
    text = unicodedata.normalize("NFKC", str(cell or "")).casefold()
    return re.sub(r"\(.*?\)|[\s*:：]", "", text)


def _typed(
    rows: Sequence[Row], headings: int, columns: dict[int, Column]
) -> Iterable[TypedRow]:
    for line, row in enumerate(rows[headings + 1 :], start=headings + 2):
        values = {
            columns[place].value: _text(cell, columns[place])
            for place, cell in enumerate(row)
            if place in columns
        }
        if any(values.values()):
            yield TypedRow(line=line, **values)


def _limited(rows: Iterable[TypedRow]) -> list[TypedRow]:
    found = list(rows)
    if not found:
        raise NotAWorkbook(
            Sentence("The file has headings but no rows; write one row per competitor.")
        )
    if len(found) > MOST_ROWS:
        raise NotAWorkbook(
            Sentence(
                "The file has {rows} rows; at most {limit} are taken at once. Split it"
                " by unit.",
                {"rows": len(found), "limit": MOST_ROWS},
            )
        )
    return found


def _text(cell: Cell, column: Column) -> str:
    """Return a cell as it was typed, as far as the spreadsheet kept it."""
    if cell is None:
        return ""
    # The exponent of a damaged identity number is what gives the damage away.
    if isinstance(cell, float) and cell.is_integer():
        return str(cell) if column == Column.IDENTITY_NUMBER else str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell).strip()
