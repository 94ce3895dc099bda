"""Files that must be turned away before anything in them is parsed."""

import re
from decimal import Decimal
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from scoring.imports.cis_workbook import NotAScheme, read_scheme
from tests.scoring.cis_layout import workbook
from tests.scoring.cis_plans import Style, random_plan
from tests.scoring.cis_workbooks import write_rows

TYPES = "[Content_Types].xml"


def archive(entries):
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name, content in entries.items():
            target.writestr(name, content)
    return buffer.getvalue()


def encrypted(file):
    """Set the bit that marks the first entry as encrypted, in both its headers."""
    changed = bytearray(file)
    changed[6] |= 1
    changed[changed.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def with_entry(name, content, file=None):
    """Replace one part of a real workbook."""
    file = file or write_rows([{0: "x"}])
    with ZipFile(BytesIO(file)) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    return archive(parts | {name: content})


BILLION_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
)
REFUSED = {
    "empty": (b"", "The file is empty; choose a workbook (.xlsx)."),
    "text": (
        b"Skill;Mark\n",
        "The file is no Excel workbook; save it as .xlsx.",
    ),
    "other archive": (
        archive({"a.txt": "x"}),
        "The file is no Excel workbook; save it as .xlsx.",
    ),
    "cut off": (
        write_rows([{0: "x"}])[:2000],
        "The file is no Excel workbook; save it as .xlsx.",
    ),
    "old format or password": (
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 100,
        (
            "The workbook has a password or the old .xls format; "
            "save it as .xlsx without a password."
        ),
    ),
    "encrypted entry": (
        encrypted(archive({TYPES: "x"})),
        "The workbook has a password; save it as .xlsx without a password.",
    ),
    "too large": (
        b"x" * (5 * 1024 * 1024 + 1),
        "The file is larger than 5 MB; copy its rows to a new workbook.",
    ),
    "too many parts": (
        archive({TYPES: "x"} | {f"part{number}": "" for number in range(10_001)}),
        "The workbook has too many parts; copy its rows to a new workbook.",
    ),
    "bomb": (
        archive({TYPES: "x", "xl/worksheets/sheet1.xml": b"<" * 59_000_000}),
        "The workbook unpacks to too much data; copy its rows to a new one.",
    ),
    "dense": (
        archive({TYPES: "x", "xl/worksheets/sheet1.xml": b"<" * 3_000_000}),
        "The workbook is packed too densely; copy its rows to a new one.",
    ),
    "parts missing": (
        archive({TYPES: "<Types/>"}),
        "The workbook is damaged; open it in Excel and save it again.",
    ),
    "malformed sheet": (
        with_entry("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"),
        "The workbook is damaged; open it in Excel and save it again.",
    ),
    "entity expansion": (
        with_entry("xl/worksheets/sheet1.xml", BILLION_LAUGHS),
        "The workbook is damaged; open it in Excel and save it again.",
    ),
}


@pytest.mark.parametrize(("file", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refused_with_one_sentence(file, sentence):
    with pytest.raises(NotAScheme) as refusal:
        read_scheme(BytesIO(file))

    assert str(refusal.value) == sentence


def test_xml_is_read_by_the_hardened_parser():
    assert openpyxl.DEFUSEDXML is True


def test_a_row_numbered_beyond_reason_does_not_keep_the_reader_busy():
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetData><row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>'
        "</worksheet>"
    )

    with pytest.raises(NotAScheme, match="no CIS marking scheme"):
        read_scheme(BytesIO(with_entry("xl/worksheets/sheet1.xml", sheet)))


def test_a_sheet_that_understates_its_size_is_read_to_its_end():
    plan = random_plan(Random(7), Style())
    file = workbook(plan)[0]
    name = "xl/worksheets/sheet1.xml"
    with ZipFile(BytesIO(file)) as source:
        sheet = source.read(name).decode()

    cut = re.sub('<dimension ref="[^"]*"', '<dimension ref="A1:A1"', sheet)
    imported = read_scheme(BytesIO(with_entry(name, cut, file=file)))

    assert imported.scheme.total == Decimal("100.00")
