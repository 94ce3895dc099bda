"""What a downloaded certificate is called on the disk of its holder."""

import pytest

from certificates.views.files import file_stem


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("一等奖", "绍技赛〔2026〕001-003"), "一等奖 绍技赛〔2026〕001-003"),
        (("A<B & C", "1/2"), "A B & C 1 2"),
        (('=HYPERLINK("x")', "7"), "=HYPERLINK( x ) 7"),
        (("一等奖\r\nX: y", "7"), "一等奖 X y 7"),
        (("..", " "), "certificate"),
        (("奖" * 200, "7"), "奖" * 80),
    ],
)
def test_a_name_is_safe_on_every_system(words, name):
    assert file_stem(*words) == name
