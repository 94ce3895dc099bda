"""Unified social credit codes: form, check character and what is read as meant."""

import pytest
from hypothesis import given, strategies as st
from stdnum.cn import uscc

from people.rules.credit_code import (
    ALPHABET,
    InvalidCreditCode,
    check_character,
    parse_credit_code,
)


@pytest.mark.parametrize(
    "text",
    [
        "91330100799655058B",
        "91330100799655058b",
        " 9133 0100 7996 5505 8B ",
        "91330100-79965505-8B",
        "\uff191330100799655058\uff22",
    ],
)
def test_credit_code_is_read_as_meant(text):
    assert parse_credit_code(text) == "91330100799655058B"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The social credit code has 0 characters; it must have 18."),
        ("91330100799655058", "The social credit code has 17 characters"),
        ("9133010079965505OI", "contains I O; it is made of digits and capital"),
        ("91330100799655058A", "does not fit its check character"),
        ("91330100799655085B", "does not fit its check character"),
    ],
)
def test_credit_code_refusal_says_what_would_be_right(text, sentence):
    with pytest.raises(InvalidCreditCode) as caught:
        parse_credit_code(text)

    assert sentence in str(caught.value)


@given(st.text(ALPHABET, min_size=9, max_size=9))
def test_check_character_agrees_with_stdnum(body):
    first = f"91330602{body}"

    assert uscc.is_valid(first + check_character(first))
    assert parse_credit_code(first + check_character(first)).startswith(first)
