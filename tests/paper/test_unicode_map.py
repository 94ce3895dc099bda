"""What is copied out of a document is what was put in, above U+FFFF too."""

import pytest

from paper.certificate import certificate_pdf
from paper.page import PageFrame
from paper.tables import Column, TableDocument, table_pdf
from paper.unicode_map import unicode_map
from tests.paper.reading import READERS
from tests.paper.sheets import FIRST_PRIZE

RARE = "选手翀𬭎·阿卜杜拉"


@pytest.fixture
def content():
    frame = PageFrame(title="名单𬭎")
    columns = (Column("姓名"), Column("单位"))
    return table_pdf(TableDocument(frame, columns, ((RARE, "绍兴𬬻厂"),)))


@pytest.mark.parametrize("read", READERS)
def test_the_supplementary_planes_are_read_back(content, read):
    found = read(content)

    assert RARE in found
    assert "绍兴𬬻厂" in found
    assert "名单𬭎" in found
    assert "Ⲵ" not in found


@pytest.mark.parametrize("read", READERS)
def test_widely_spaced_words_are_read_back_without_spaces(read):
    found = read(certificate_pdf(FIRST_PRIZE))

    assert "荣誉证书" in found
    assert "一等奖" in found
    assert "绍兴市第十二届职业技能大赛“工业机器人系统运维员”（职工组）" in found


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
