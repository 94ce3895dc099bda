"""Certificate numbers: patterns, widths and what a pattern may not contain."""

import pytest

from certificates.rules.numbering import (
    InvalidPattern,
    certificate_number,
    check_pattern,
    plain_number,
)

VALUES: dict[str, int | str] = {
    "year": 2026,
    "event": 17,
    "serial": 3,
    "level": "city",
    "class": "first",
}


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("绍技赛〔{year}〕{event:03}-{serial:03}", "绍技赛〔2026〕017-003"),
        ("SXJN{year}{serial:4}", "SXJN20260003"),
        ("{serial}", "3"),
        ("{serial:02}/{level}-{class} %d %(x)s", "03/city-first%d%〔x〕s"),
        ("绍技赛（{year}） {serial:03}", "绍技赛〔2026〕003"),
    ],
)
def test_number_is_made_from_the_pattern(pattern, number):
    assert certificate_number(pattern, VALUES) == number


@pytest.mark.parametrize(
    "typed",
    [
        "绍技赛〔2026〕017-003",
        "绍技赛(2026)017-003",
        "绍技赛（2026）017－003",
        "绍技赛[2026] 017—003",
        " 绍技赛【2026】017–003 ",
        "绍技赛﹝２０２６﹞０１７−００３",
    ],
)
def test_a_number_is_the_same_whatever_keyboard_typed_it(typed):
    assert plain_number(typed) == "绍技赛〔2026〕017-003"


def test_serial_wider_than_its_place_is_never_cut():
    assert certificate_number("{serial:03}", {"serial": 12345}) == "12345"


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("绍技赛〔{year}〕", "The pattern lacks {serial}, so two certificates"),
        ("{serial}{name}", "The pattern may contain {year} {event} {serial}"),
        ("{serial.__class__}", "The pattern may contain {year} {event} {serial}"),
        ("{serial:>9999}", "The pattern may contain {year} {event} {serial}"),
        ("{serial}{", "The pattern may contain {year} {event} {serial}"),
        ("{serial}" + "-" * 60, "The certificate number has 61 characters; at most"),
    ],
)
def test_pattern_that_cannot_be_is_refused(pattern, sentence):
    with pytest.raises(InvalidPattern) as caught:
        certificate_number(pattern, VALUES)

    assert sentence in str(caught.value)


def test_pattern_that_asks_for_a_missing_value_is_refused():
    check_pattern("{event}-{serial}")

    with pytest.raises(InvalidPattern, match=r"asks for \{event\}"):
        certificate_number("{event}-{serial}", {"serial": 1})
