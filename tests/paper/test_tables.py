"""Lists keep every cell, repeat their head and end with the lines to sign on."""

from dataclasses import replace

import pytest

from paper.page import PageFrame
from paper.tables import Column, TableDocument, table_pdf
from tests.paper.reading import pages, text, text_extents

NAMES = ("单翀", "选手翀𬭎", "阿卜杜拉·买买提·艾合买提江", "A<B & C", '=HYPERLINK("x")')
FRAME = PageFrame(
    title="抽签记录",
    subtitle="焊工（职工组）",
    printed="打印时间：2026年11月23日 10:42",
    page_words="第 {page} 页，共 {pages} 页",
)
COLUMNS = (
    Column("序号", 0.6, "centre"),
    Column("姓名", 2),
    Column("总成绩", 1, "right"),
)


def draw_record(number_of_rows, **changes):
    rows = tuple(
        (f"{number:03}", NAMES[number % 5], f"{90 - number / 100:.2f}")
        for number in range(1, number_of_rows + 1)
    )
    document = TableDocument(FRAME, COLUMNS, rows, signatures=("裁判长", "监督长"))
    return replace(document, **changes)


def squeezed(words):
    return "".join(words.split())


def page_texts(document):
    return [squeezed(page.extract_text()) for page in pages(table_pdf(document))]


def test_every_cell_is_printed_as_it_is_written():
    found = squeezed(text(table_pdf(draw_record(5))))

    for name in NAMES:
        assert squeezed(name) in found


def test_a_short_list_is_one_page_with_everything():
    (page,) = page_texts(draw_record(3, facts=(("种子", "ab" * 32),), notes=("附注",)))

    assert page.endswith("附注裁判长监督长")
    for words in ("抽签记录", "焊工（职工组）", "第1页，共1页", "种子", "ab" * 32):
        assert words in page


def test_a_long_list_repeats_its_head_and_counts_its_pages():
    found = page_texts(draw_record(80))

    assert len(found) == 3
    assert [page.count("序号姓名总成绩") for page in found] == [1, 1, 1]
    assert [f"第{n}页，共3页" in page for n, page in enumerate(found, 1)] == [True] * 3
    assert [page.count("裁判长") for page in found] == [0, 0, 1]


def test_each_row_is_on_exactly_one_page_in_order():
    joined = "".join(page_texts(draw_record(80)))

    marks = [f"{90 - number / 100:.2f}" for number in range(1, 81)]
    assert [joined.count(mark) for mark in marks] == [1] * 80
    places = [joined.index(mark) for mark in marks]
    assert places == sorted(places)


@pytest.mark.parametrize("number_of_rows", range(22, 36))
def test_signatures_never_stand_without_rows(number_of_rows):
    last = page_texts(draw_record(number_of_rows))[-1]

    assert f"{90 - number_of_rows / 100:.2f}" in last
    assert "裁判长" in last


@pytest.mark.parametrize("headings_after", range(20, 34))
def test_a_heading_stands_on_the_page_of_its_rows(headings_after):
    rows = draw_record(headings_after).rows
    document = draw_record(1, rows=(*rows, ("乙组",), ("900", "单翀", "1.00")))

    with_heading = [page for page in page_texts(document) if "乙组" in page]

    assert ["900" in page for page in with_heading] == [True]


@pytest.mark.parametrize("landscape", [False, True])
def test_nothing_leaves_the_page(landscape):
    frame = replace(FRAME, landscape=landscape, title="很长的题目" * 12, code="x" * 40)
    long_row = ("001", "阿" * 25 + "·" + "买" * 24, "90.00")
    document = draw_record(40, frame=frame, rows=(long_row,) * 40, notes=("注" * 200,))
    wide, high = frame.size

    for page in pages(table_pdf(document)):
        extents = text_extents(page)
        assert min(left for left, _, _ in extents) >= frame.left - 0.01
        assert max(right for _, _, right in extents) <= wide - frame.left + 0.01
        assert min(y for _, y, _ in extents) >= 20
        assert max(y for _, y, _ in extents) <= high - 20


def test_a_cell_taller_than_a_page_goes_on_on_the_next():
    words = "".join(chr(0x4E00 + n) for n in range(4_000))
    document = draw_record(1, rows=(("1", words, ""),))

    found = page_texts(document)

    assert len(found) > 1
    assert words[0] in found[0]
    assert words[-1] in found[-1]


def test_an_empty_list_still_prints_its_head_and_signatures():
    (page,) = page_texts(draw_record(0))

    assert "序号姓名总成绩" in page
    assert "裁判长" in page


def test_a_row_with_the_wrong_number_of_cells_is_refused():
    with pytest.raises(ValueError, match="2 cells; the table has 3 columns"):
        table_pdf(draw_record(1, rows=(("1", "单翀"),)))


def test_a_character_no_font_has_does_not_stop_a_list():
    found = text(table_pdf(draw_record(1, rows=(("1", "王\ue123", "90.00"),))))

    assert "王〓" in found


def test_the_same_list_gives_the_same_bytes():
    assert table_pdf(draw_record(30)) == table_pdf(draw_record(30))
