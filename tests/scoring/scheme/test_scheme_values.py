"""The one form of texts, numbers and parameters, and the hash that rests on it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from scoring.rules.scheme import Calculation
from scoring.rules.scheme_hash import canonical, scheme_hash
from scoring.rules.scheme_parameters import (
    is_writable,
    read_parameters,
    write_parameters,
)
from scoring.rules.scheme_text import plain_number, tidy
from tests.scoring.scheme.schemes import aspect, scheme


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("\u00a0 Max\r\nMark \t", "Max\nMark"),
        ("a_x000D_\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\x00\x0bb\ufffe", "ab"),
        ("𬭎 · A<B & C", "𬭎 · A<B & C"),
    ],
)
def test_texts_have_one_form(typed, held):
    assert tidy(typed) == held


@given(st.text())
def test_a_tidy_text_stays_as_it_is(text):
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("4.00000000", "4"),
        ("0E-8", "0"),
        ("-0.00", "0"),
        ("33.30000000", "33.3"),
        ("100", "100"),
        (".5", "0.5"),
        ("", ""),
        ("four", "four"),
        ("1E999", "1E999"),
    ],
)
def test_numbers_have_one_form(typed, held):
    assert plain_number(typed) == held


def test_parameters_of_a_real_choice_are_read_in_any_order():
    notation = (
        "DEDUCTION_TYPE:::#x~x#PERCENT#-#CHOICE2_DEDUCTION:::33.30000000#x~x##-#"
        "CHOICE1_LABEL:::#x~x#No #-# violations: a ::: b#-#"
        "CHOICE1_DEDUCTION:::0E-8#x~x##-#RANGE3_LOWER:::#x~x#"
    )

    assert read_parameters(notation) == (
        ("CHOICE1_DEDUCTION", "0"),
        ("CHOICE1_LABEL", "No #-# violations: a ::: b"),
        ("CHOICE2_DEDUCTION", "33.3"),
        ("DEDUCTION_TYPE", "PERCENT"),
        ("RANGE3_LOWER", ""),
    )


def test_a_label_that_looks_like_a_parameter_is_noticed():
    parameters = (("CHOICE1_LABEL", "a#-#CHOICE2_LABEL:::b"),)

    assert read_parameters(write_parameters(parameters)) != parameters
    assert not is_writable(parameters)


def test_equal_calculations_are_equal_however_they_were_typed():
    one = Calculation("n", "NUMBER_COMPLETED", parameters=(("NUM_POSSIBLE", "4.00"),))
    other = Calculation(" n", "NUMBER_COMPLETED", parameters=(("num_possible", "4"),))

    assert one == other


def test_the_hash_passes_over_rows_and_nothing_else():
    made = scheme()
    moved = scheme(aspect(row=99))
    changed = scheme(aspect(max_mark=Decimal("20.01")))

    assert moved == made
    assert scheme_hash(moved) == scheme_hash(made)
    assert (
        len(
            {
                scheme_hash(each)
                for each in (
                    made,
                    changed,
                    scheme(aspect(requirement="±1 mm")),
                    replace(made, combine_at="sheet"),
                    replace(made, drops_extremes=True),
                    replace(made, skill="18"),
                )
            }
        )
        == 6
    )


def test_the_hash_of_a_scheme_never_changes():
    """A frozen scheme is compared with its hash years later: pin the form."""
    tiny = replace(scheme(), criteria=scheme().criteria[:1])

    assert canonical(tiny) == (
        '{"calculations":[],"combine_at":"aspect","criteria":[{"letter":"A",'
        '"name":"Criterion A","sub_criteria":[{"aspects":[{"calculation":null,'
        '"description":"Length","details":[],"heading":"","kind":"M","ladder":[],'
        '"max_mark":"20.00","requirement":"","section":1}],"code":"A1","day":1,'
        '"name":"Part"}]}],"drops_extremes":false,"sections":[{"declared":"100.00",'
        '"name":"Work","number":1}],"skill":"17 Web"}'
    )
    assert scheme_hash(tiny) == (
        "841252f919a6495f0a1d5534bfb28a7deb4908bfa373eaad1b07ebe24beafffe"
    )
