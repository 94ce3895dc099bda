"""The check before printing finds what no font can draw."""

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from paper import font_files, fonts
from paper.font_files import FontFileMissing, font_path
from paper.fonts import Look, face_for, has_glyph, missing_glyphs, runs
from paper.unicode_map import UnicodeFont


def font_file(path, drawn):
    """Write a small font whose characters have an outline only where `drawn` says."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *drawn])
    builder.setupCharacterMap({ord(char): char for char in drawn})
    builder.setupGlyf(
        {
            ".notdef": _glyph(True),
            **{char: _glyph(shown) for char, shown in drawn.items()},
        }
    )
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *drawn], (1000, 0)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


def _glyph(shown):
    pen = TTGlyphPen(None)
    if shown:
        pen.moveTo((0, 0))
        pen.lineTo((500, 0))
        pen.lineTo((500, 500))
        pen.closePath()
    return pen.glyph()


def test_a_character_with_an_empty_outline_counts_as_missing(tmp_path):
    path = tmp_path / "test.ttf"
    font_file(path, {"A": True, "B": False})

    font = UnicodeFont("Test", str(path))

    assert has_glyph(font, ord("A"))
    assert not has_glyph(font, ord("B"))
    assert not has_glyph(font, ord("C"))


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("单翀 同志：", []),
        ("𬭎𫖯𬀩𬍛𬬻", []),
        ("𠮷〇〔〕·—…“”‘’", []),
        ("Łódź Ñandú", []),
        ("\u3000\u00a0", []),
        ("第一行\n第二行", []),
        ("王\ue000\ue123王\ue000", [0xE000, 0xE123]),
        ("零\u200b宽", [0x200B]),
        ("制\t表", [0x9]),
    ],
)
def test_what_cannot_be_printed_is_listed_once_and_sorted(words, missing):
    assert missing_glyphs(words) == missing


def test_each_run_has_the_first_face_that_can_draw_it():
    found = [(font.fontName, run) for font, run in runs("吉𠮷Ł吉", Look.TITLE)]

    assert found == [
        ("NotoSerifSC-Black", "吉"),
        ("LXGWWenKai-Medium", "𠮷Ł"),
        ("NotoSerifSC-Black", "吉"),
    ]


def test_a_character_no_face_has_is_shown_as_the_printers_mark():
    assert [run for _, run in runs("王\ue123明", Look.BODY)] == ["王〓明"]


def test_english_quotes_come_from_the_face_that_has_them_narrow():
    english = [(font.fontName, run) for font, run in runs("a’s", Look.SERIF)]
    chinese = [(font.fontName, run) for font, run in runs("“匠”", Look.SERIF)]

    assert english == [
        ("NotoSerifSC-Regular", "a"),
        ("LXGWWenKai-Medium", "’"),
        ("NotoSerifSC-Regular", "s"),
    ]
    assert chinese == [("NotoSerifSC-Regular", "“匠”")]


def test_a_face_is_opened_once():
    assert face_for("越", Look.BODY) is face_for("匠", Look.BODY)


def test_a_font_that_was_not_fetched_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(font_files, "FONT_FOLDER", tmp_path)

    with pytest.raises(FontFileMissing, match=r"LXGWWenKai-Medium\.ttf"):
        font_path(fonts.WENKAI)
