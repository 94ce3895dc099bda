"""A certificate says what it was told to say, inside its frame, every time alike."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from paper.certificate import GlyphsMissing, certificate_pdf, certificates_pdf
from paper.frames import FRAME_INSET, PAGE_HEIGHT, PAGE_WIDTH
from paper.lengths import mm
from tests.paper.reading import pages, text, text_extents
from tests.paper.sheets import (
    BOTH_LANGUAGES,
    ENGLISH,
    EXTREME,
    FIRST_PRIZE,
    FOUR_ISSUERS,
)

ISSUERS_AT = 42 * mm
FOOT = 31 * mm
SEAL = 42 * mm
ISSUERS = ("绍兴市总工会", "共青团绍兴市委", "绍兴市妇联", "绍兴市科协")
NAMES = [
    "单翀",
    "选手翀𬭎",
    "阿卜杜拉·买买提·艾合买提江",
    "A<B & C",
    '=HYPERLINK("x")',
    "<b>&amp;</b>",
    "阿" * 25 + "·" + "买" * 24,
]


def signed_by(number_of_issuers):
    return replace(FIRST_PRIZE, issuers=ISSUERS[:number_of_issuers])


def at(extent, y):
    return abs(extent[1] - y) < 1


def middles_at(page, y):
    """Return the middles of the texts on a line, from left to right."""
    row = sorted(extent for extent in text_extents(page) if at(extent, y))
    return [(left + right) / 2 for left, _, right in row]


def written(sheet):
    """Return the words of a sheet without spaces, as they should be read back."""
    words = replace(sheet, subtitle=sheet.subtitle.upper()).words
    return squeezed(words)


def squeezed(words):
    return "".join(words.split())


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_as_it_is_written(name):
    content = certificate_pdf(replace(FIRST_PRIZE, salutation=f"{name} 同志："))

    assert f"{squeezed(name)}同志：" in squeezed(text(content))


@pytest.mark.parametrize("sheet", [FIRST_PRIZE, ENGLISH, BOTH_LANGUAGES, EXTREME])
def test_every_word_of_the_sheet_is_on_the_page_and_no_other(sheet):
    content = certificate_pdf(sheet)

    assert sorted(squeezed(text(content))) == sorted(written(sheet))


@pytest.mark.parametrize(
    "sheet",
    [
        FIRST_PRIZE,
        ENGLISH,
        EXTREME,
        BOTH_LANGUAGES,
        replace(EXTREME, english=f"{BOTH_LANGUAGES.english} " * 2),
        replace(EXTREME, issuers=FOUR_ISSUERS[:2]),
        replace(EXTREME, issuers=FOUR_ISSUERS[:3]),
        replace(FIRST_PRIZE, salutation="", award="", closing=""),
    ],
)
def test_no_word_touches_the_frame(sheet):
    (page,) = pages(certificate_pdf(sheet))

    extents = text_extents(page)

    clear = FRAME_INSET + 5 * mm
    assert len(extents) > 0
    assert min(left for left, _, _ in extents) >= clear
    assert max(right for _, _, right in extents) <= PAGE_WIDTH - clear
    assert min(y for _, y, _ in extents) >= clear
    assert max(y for _, y, _ in extents) <= PAGE_HEIGHT - clear


@pytest.mark.parametrize("number_of_issuers", [1, 2, 3, 4])
def test_issuers_stand_in_host_order_with_room_for_their_seals(number_of_issuers):
    (page,) = pages(certificate_pdf(signed_by(number_of_issuers)))

    middles = middles_at(page, ISSUERS_AT)
    assert len(middles) == number_of_issuers
    assert all(b - a >= SEAL for a, b in pairwise(middles))
    words_above = [y for _, y, _ in text_extents(page) if y > ISSUERS_AT + 1]
    assert min(words_above) - ISSUERS_AT >= 18 * mm


@pytest.mark.parametrize("number_of_issuers", [1, 2, 3, 4])
def test_no_seal_covers_the_code_or_the_number(number_of_issuers):
    (page,) = pages(certificate_pdf(signed_by(number_of_issuers)))

    seals_left = middles_at(page, ISSUERS_AT)[0] - SEAL / 2
    (code,) = (note.get_object()["/Rect"] for note in page["/Annots"])
    number, _date = sorted(each for each in text_extents(page) if at(each, FOOT))
    assert float(code[2]) < seals_left
    assert number[2] < seals_left


@pytest.mark.parametrize("number_of_issuers", [1, 2, 3, 4])
def test_the_date_stands_below_the_middle_of_all_issuers(number_of_issuers):
    (page,) = pages(certificate_pdf(signed_by(number_of_issuers)))

    issuers = middles_at(page, ISSUERS_AT)
    _number, date = middles_at(page, FOOT)
    assert date == pytest.approx((issuers[0] + issuers[-1]) / 2)


@pytest.mark.parametrize(
    "sheet", [BOTH_LANGUAGES, replace(EXTREME, english=BOTH_LANGUAGES.english)]
)
def test_the_english_line_leaves_the_seals_their_room(sheet):
    (page,) = pages(certificate_pdf(sheet))

    words = [y for _, y, _ in text_extents(page) if y > 56 * mm]
    assert min(words) >= PAGE_HEIGHT - 147 * mm


def test_the_same_sheet_gives_the_same_bytes():
    assert certificate_pdf(FIRST_PRIZE) == certificate_pdf(FIRST_PRIZE)


def test_another_certificate_in_between_changes_nothing():
    before = certificate_pdf(FIRST_PRIZE)

    certificate_pdf(EXTREME)

    assert certificate_pdf(FIRST_PRIZE) == before


def test_a_batch_has_a_page_for_each_sheet_in_order():
    sheets = [replace(FIRST_PRIZE, number=f"017-{n:03}") for n in range(1, 4)]

    found = pages(certificates_pdf(sheets))

    numbers = [page.extract_text().split("017-")[1][:3] for page in found]
    assert numbers == ["001", "002", "003"]


def test_a_batch_of_nothing_is_refused():
    with pytest.raises(ValueError, match="no certificate to print"):
        certificates_pdf([])


def test_a_character_no_font_has_is_refused_with_its_code_point():
    sheet = replace(FIRST_PRIZE, salutation="王\ue123 同志：")

    with pytest.raises(GlyphsMissing) as refused:
        certificate_pdf(sheet)

    assert refused.value.code_points == [0xE123]
    assert "U+E123" in str(refused.value)
    assert FIRST_PRIZE.number in str(refused.value)


def test_without_background_only_the_words_are_printed():
    (with_frame,) = pages(certificate_pdf(FIRST_PRIZE))
    (words_only,) = pages(certificate_pdf(FIRST_PRIZE, background=False))

    assert "/XObject" in with_frame["/Resources"]
    assert "/XObject" not in words_only["/Resources"]
    assert words_only.extract_text() == with_frame.extract_text()


def test_a_shift_moves_the_words_right_and_down_in_millimetres():
    content = certificate_pdf(FIRST_PRIZE, background=False, shift=(3, 2))
    (page,) = pages(content)

    stream = page.get_contents().get_data().decode("latin-1")
    moves = re.findall(r"^1 0 0 1 (\S+) (\S+) cm$", stream, re.MULTILINE)
    ((right, up),) = moves
    assert float(right) == pytest.approx(3 * mm)
    assert float(up) == pytest.approx(-2 * mm)


def test_the_document_carries_its_title_number_and_issuers():
    reader = PdfReader(BytesIO(certificate_pdf(FIRST_PRIZE)))

    assert reader.metadata is not None
    assert reader.metadata.title == "荣誉证书 绍技赛〔2026〕017-003"
    assert reader.metadata.author == "绍兴市职业技能竞赛组委会（示例）"
    assert reader.metadata.subject == f"{FIRST_PRIZE.body}一等奖"
    assert reader.metadata.creation_date.date() == FIRST_PRIZE.dated
    assert str(reader.root_object["/Lang"]) == "zh-CN"


def test_every_font_in_the_file_is_embedded():
    (page,) = pages(certificate_pdf(EXTREME))

    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]

    assert {str(font["/BaseFont"]).split("+")[1] for font in fonts} == {
        "NotoSerifSC-Black",
        "NotoSerifSC-Regular",
        "LXGWWenKai-Regular",
    }
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_two_lines_of_a_long_title_stay_clear_of_the_line_below():
    (page,) = pages(certificate_pdf(EXTREME))
    drawn = page.extract_text()

    title, _ = drawn.split(EXTREME.subtitle.upper())

    assert len(title.strip().splitlines()) == 2


def test_the_qr_code_is_a_link_on_screen():
    (page,) = pages(certificate_pdf(FIRST_PRIZE))

    links = [note.get_object()["/A"]["/URI"] for note in page["/Annots"]]

    assert links == [FIRST_PRIZE.verify_url]


def test_a_watermark_lies_on_the_page():
    content = certificate_pdf(replace(FIRST_PRIZE, watermark="样张"))

    assert "样张" in text(content)
