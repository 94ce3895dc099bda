"""Lines are measured as they are drawn, and fitted without leaving their room."""

import pytest

from paper.fonts import Look
from paper.inks import INK
from paper.text import Style, balanced, fitted, justified, width, wrapped

BODY = Style(Look.BODY, 10, INK)


def test_han_characters_are_one_em_wide_and_spacing_lies_between_them():
    spaced = Style(Look.BODY, 10, INK, spacing=0.5)

    assert width("绍兴市", BODY) == pytest.approx(30)
    assert width("绍兴市", spaced) == pytest.approx(40)
    assert width("", spaced) == 0


@pytest.mark.parametrize(
    ("words", "ems"),
    [
        ("》（", 1.6),  # two blank halves meet: one of them goes
        ("（《", 1.6),
        ("赛，项", 3.0),
        ("赛“项", 2.35 + 0.12),  # the narrow quote of WenKai keeps its distance
        ("项”赛", 2.35 + 0.12),
        ("项”（", 2.35 - 0.2),
    ],
)
def test_punctuation_is_set_close(words, ems):
    assert width(words, BODY) == pytest.approx(10 * ems)


def test_a_line_that_fits_keeps_its_style():
    assert fitted("绍兴", BODY, 20, floor=6) == (BODY, ["绍兴"])


def test_letter_spacing_gives_way_before_the_size():
    wide = Style(Look.BODY, 10, INK, spacing=1.0)

    style, lines = fitted("绍兴市", wide, 40, floor=6)

    assert lines == ["绍兴市"]
    assert style.size == 10
    assert style.spacing < 1.0


def test_a_long_line_shrinks_to_its_floor_and_then_wraps():
    style, lines = fitted("绍兴市人力资源和社会保障局", BODY, 60, floor=8)

    assert style.size >= 8
    assert "".join(lines) == "绍兴市人力资源和社会保障局"
    assert len(lines) > 1
    assert [line for line in lines if width(line, style) > 60] == []


def test_balanced_lines_are_about_equally_long():
    assert wrapped("绍兴市人力资源和社会保障局", BODY, 120) == [
        "绍兴市人力资源和社会保障",
        "局",
    ]
    assert balanced("绍兴市人力资源和社会保障局", BODY, 120) == [
        "绍兴市人力资源",
        "和社会保障局",
    ]


def test_a_full_line_of_chinese_reaches_the_margin():
    style = justified("绍兴市技能大赛", BODY, 80)

    assert width("绍兴市技能大赛", style) == pytest.approx(80)


@pytest.mark.parametrize(
    ("line", "room"),
    [("绍兴", 80), ("Shaoxing skills", 80), ("绍", 15), ("绍兴市", 29)],
)
def test_short_lines_and_english_keep_their_spacing(line, room):
    assert justified(line, BODY, room) == BODY
