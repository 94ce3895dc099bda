"""Lines break where a Chinese or an English reader expects them to."""

import pytest
from hypothesis import given, strategies as st

from paper.wrap import CLOSING, OPENING, atoms, wrap


def ems(line):
    """Measure as if every Han character were 1 wide and every other one half."""
    return sum(1 if char >= "\u2e80" or char in "“”‘’" else 0.5 for char in line)


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("大赛中荣获", 5, ["大赛中荣获"]),
        ("大赛中荣获奖", 5, ["大赛中荣获", "奖"]),
        # The comma may not start a line, so it takes 获 with it.
        ("大赛中荣获，奖", 5, ["大赛中荣", "获，奖"]),
        ("大赛（职工组）", 3, ["大赛", "（职工", "组）"]),
        ("大赛中“匠”", 4, ["大赛中", "“匠”"]),
        # A short name stays whole with its brackets, a long one does not.
        ("浙江省“车工（数控）”组", 20, ["浙江省“车工（数控）”组"]),
        (
            "浙江省浙江省浙江省浙江“车工（数控）”组",
            18,
            ["浙江省浙江省浙江省浙江", "“车工（数控）”组"],
        ),
        ("大赛绍兴“工业机器人”组", 8, ["大赛绍兴“工业机", "器人”组"]),
        ("浙江省浙江车工（数控）赛", 10, ["浙江省浙江车工", "（数控）赛"]),
        ("大赛（职工组）赛项", 8, ["大赛（职工组）", "赛项"]),
        ("焊工 Skills Shaoxing", 6, ["焊工 Skills", "Shaoxing"]),
        ("the winner’s coach", 6, ["the winner’s", "coach"]),
        ("一\n二", 5, ["一", "二"]),
        ("", 5, [""]),
    ],
)
def test_where_lines_break(words, width, lines):
    measure = ems if "’" not in words else lambda line: len(line) / 2

    assert wrap(words, measure, width) == lines


def test_the_first_line_of_each_paragraph_may_be_shorter():
    assert wrap("甲乙丙丁戊\n己庚辛", ems, 4, 2) == ["甲乙", "丙丁戊", "己庚", "辛"]


def test_a_word_wider_than_a_line_is_cut():
    assert wrap("a" * 7, ems, 1.5) == ["aaa", "aaa", "a"]


def test_a_long_name_keeps_every_character():
    name = "阿" * 25 + "·" + "买" * 24

    assert "".join(wrap(name, ems, 7)) == name


def test_atoms_hold_punctuation_and_words_together():
    assert atoms("赛项（职工组）中，A<B & C。") == [
        "赛项",
        "（职",
        "工",
        "组）",
        "中，",
        "A<B",
        " ",
        "&",
        " ",
        "C。",
    ]


@given(st.text(alphabet="绍兴大赛，。（）“”、Aa 1", max_size=60))
def test_no_character_is_lost_and_no_line_is_too_wide(words):
    lines = wrap(words, ems, 6)

    assert "".join("".join(lines).split()) == "".join(words.split())
    assert [line for line in lines if ems(line) > 6] == []


PHRASE = st.from_regex(r"[绍兴大赛]{1,4}[，。、）”]?", fullmatch=True)


@given(st.lists(PHRASE, max_size=20))
def test_no_line_starts_with_closing_punctuation(phrases):
    lines = wrap("".join(phrases), ems, 6)

    assert [line for line in lines if line and line[0] in CLOSING] == []


@given(st.lists(st.from_regex(r"[（“《]?[绍兴大赛]{1,4}", fullmatch=True), max_size=20))
def test_no_line_ends_with_opening_punctuation(phrases):
    lines = wrap("".join(phrases), ems, 6)

    assert [line for line in lines if line and line[-1] in OPENING] == []
