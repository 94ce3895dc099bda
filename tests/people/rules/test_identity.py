"""Identity numbers: GB 11643 form, dates, permits and spreadsheet damage."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st
from stdnum.cn import ric

from people.rules.identity import (
    IdentityKind,
    InvalidIdentityNumber,
    Sex,
    check_character,
    parse_identity_number,
)

TODAY = date(2026, 11, 23)


def parse(text):
    return parse_identity_number(text, today=TODAY)


def full_width(text):
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


def refusal(text):
    with pytest.raises(InvalidIdentityNumber) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("number", "birth_date", "sex"),
    [
        ("11010519491231002X", date(1949, 12, 31), Sex.FEMALE),
        ("440524188001010014", date(1880, 1, 1), Sex.MALE),
        ("330699199003070015", date(1990, 3, 7), Sex.MALE),
        ("330699198511200029", date(1985, 11, 20), Sex.FEMALE),
        ("330699200002290038", date(2000, 2, 29), Sex.MALE),
        ("330699198701011114", date(1987, 1, 1), Sex.MALE),
        ("330699198612311123", date(1986, 12, 31), Sex.FEMALE),
    ],
)
def test_identity_number_tells_birth_date_and_sex(number, birth_date, sex):
    identity = parse(number)

    assert (identity.number, identity.birth_date, identity.sex) == (
        number,
        birth_date,
        sex,
    )
    assert identity.kind is IdentityKind.RESIDENT


@pytest.mark.parametrize(
    "text",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        full_width("11010519491231002x"),
        "110105\u300019491231\u00a0002X\n",
        "'11010519491231002X",
        "\u200b11010519491231002X\ufeff",
    ],
)
def test_identity_number_is_read_as_meant(text):
    assert parse(text).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("region", "kind"),
    [
        ("810000", IdentityKind.HONG_KONG_MACAU_TAIWAN),
        ("820000", IdentityKind.HONG_KONG_MACAU_TAIWAN),
        ("830000", IdentityKind.HONG_KONG_MACAU_TAIWAN),
        ("911124", IdentityKind.FOREIGN_PERMANENT_RESIDENT),
        ("330621", IdentityKind.RESIDENT),
        ("999999", IdentityKind.FOREIGN_PERMANENT_RESIDENT),
        ("000000", IdentityKind.RESIDENT),
    ],
)
def test_identity_number_of_any_region_and_permit_is_accepted(region, kind):
    first = f"{region}19900307001"

    assert parse(first + check_character(first)).kind is kind


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The identity number is empty; write its 18 characters."),
        ("330699900307001", "This is an old identity number of 15 digits"),
        ("33069919900307001", "The identity number has 17 characters"),
        ("33069919900307001A", "must be 17 digits followed by a digit or X"),
        ("X30699199003070015", "must be 17 digits followed by a digit or X"),
        ("330699199003070016", "does not fit its check character"),
        ("3.30699E+17", "A spreadsheet has damaged this identity number"),
        ("3.3069919900307e+17", "A spreadsheet has damaged this identity number"),
        ("330699199003070000", "A spreadsheet has damaged this identity number"),
        ("330699199003070015.0", "A spreadsheet has damaged this identity number"),
    ],
)
def test_identity_number_refusal_says_what_would_be_right(text, sentence):
    assert sentence in refusal(text)


def test_identity_number_with_impossible_date_names_the_digits():
    first = "33069919900230001"

    assert "19900230, are no date" in refusal(first + check_character(first))


def test_identity_number_born_tomorrow_is_refused_and_today_accepted():
    tomorrow = f"330699{TODAY + timedelta(days=1):%Y%m%d}001"
    today = f"330699{TODAY:%Y%m%d}001"

    assert "2026-11-24, lies in the future" in refusal(
        tomorrow + check_character(tomorrow)
    )
    assert parse(today + check_character(today)).birth_date == TODAY


def test_real_number_that_ends_in_three_zeros_is_accepted():
    first = next(
        first
        for day in range(1, 29)
        if check_character(first := f"330699199003{day:02}100") == "0"
    )

    assert parse(f"{first}0").number.endswith("000")


def test_identity_number_is_masked_to_three_and_four():
    assert parse("330699199003070015").masked() == "330***********0015"


def test_refusal_never_repeats_the_number():
    assert "19900307001" not in refusal("330699199003070016")


digits = st.text("0123456789", min_size=1, max_size=1)


@given(
    region=st.sampled_from(["110105", "440524", "330602", "330683"]),
    born=st.dates(date(1900, 1, 1), TODAY),
    sequence=st.integers(0, 999),
)
def test_check_character_agrees_with_stdnum(region, born, sequence):
    first = f"{region}{born:%Y%m%d}{sequence:03}"
    number = first + check_character(first)

    assert ric.calc_check_digit(number) == number[-1]
    assert ric.get_birth_date(number) == parse(number).birth_date


@given(place=st.integers(0, 16), digit=digits)
def test_any_single_mistyped_digit_is_noticed(place, digit):
    number = "330699199003070015"
    mistyped = number[:place] + digit + number[place + 1 :]

    if mistyped != number:
        assert refusal(mistyped)
