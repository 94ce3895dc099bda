"""What is copied out of a document is what was put in, above U+FFFF too."""

import shutil

import pytest

from paper.page import PageFrame
from paper.tables import Column, TableDocument, table_pdf
from paper.unicode_map import unicode_map
from tests.paper.reading import poppler_text, text

RARE = "选手翀𬭎·阿卜杜拉"


@pytest.fixture
def content():
    frame = PageFrame(title="名单𬭎")
    columns = (Column("姓名"), Column("单位"))
    return table_pdf(TableDocument(frame, columns, ((RARE, "绍兴𬬻厂"),)))


def test_pypdf_reads_back_the_supplementary_planes(content):
    found = text(content)

    assert RARE in found
    assert "绍兴𬬻厂" in found
    assert "Ⲵ" not in found


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler not installed")
def test_poppler_reads_back_the_supplementary_planes(content, tmp_path):
    found = poppler_text(content, tmp_path)

    assert RARE in found
    assert "绍兴𬬻厂" in found
    assert "名单𬭎" in found
    assert "Ⲵ" not in found


def test_a_map_holds_utf_16_and_blocks_of_at_most_a_hundred():
    subset = [0, 0x2CB4E, *range(0x4E00, 0x4E00 + 120)]

    lines = unicode_map("AAAAAA+Face", subset).splitlines()

    assert "<01> <D872DF4E>" in lines
    assert "<02> <4E00>" in lines
    assert [line for line in lines if line.endswith("beginbfchar")] == [
        "100 beginbfchar",
        "21 beginbfchar",
    ]
    assert not [line for line in lines if line.startswith("<00> <0000>")]
