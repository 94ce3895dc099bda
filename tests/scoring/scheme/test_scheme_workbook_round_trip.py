"""A scheme that is written as a workbook and read again is the same scheme."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from scoring.exports.cis_sheet import TextTooLong
from scoring.exports.cis_workbook import write_scheme
from scoring.imports.cis_workbook import read_scheme
from scoring.rules.scheme import (
    COMBINE_AT,
    Aspect,
    Calculation,
    Criterion,
    Scheme,
    Section,
    SubCriterion,
)
from scoring.rules.scheme_hash import scheme_hash
from scoring.rules.scheme_parameters import is_writable
from scoring.rules.scheme_text import tidy

AWKWARD = (
    '=HYPERLINK("x")',
    "A<B & C",
    "𬭎",
    "first\nsecond",
    " padded ",
    "it's_x0041_",
    "+1",
    "{braces} 100 %s",
    "007",
    "TRUE",
    "#REF!",
    "\ufeffbom",
)
texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=30))
names = texts.filter(tidy)
hundredths = st.integers(-500, 9_999).map(lambda number: Decimal(number) / 100)
small = st.none() | st.integers(0, 40)
keys = st.sampled_from(
    ["NUM_POSSIBLE", "CHOICE1_LABEL", "CHOICE1_DEDUCTION", "DEDUCTION_TYPE", "READING"]
)

aspects = st.builds(
    Aspect,
    kind=st.sampled_from("MJ"),
    description=texts,
    details=st.lists(texts, max_size=3).map(tuple),
    requirement=texts,
    section=small,
    max_mark=st.none() | hundredths,
    calculation=small,
    ladder=st.just(()) | st.tuples(texts, texts, texts, texts),
    heading=texts,
)
sub_criteria = st.builds(
    SubCriterion,
    code=names,
    name=texts,
    day=st.none() | st.integers(1, 9),
    aspects=st.lists(aspects, max_size=4).map(tuple),
)
criteria = st.lists(
    st.tuples(st.sampled_from("ABCDEFGHI"), names, st.lists(sub_criteria, max_size=3)),
    min_size=1,
    max_size=9,
    unique_by=lambda each: each[0],
).map(lambda rows: tuple(Criterion(a, b, tuple(c)) for a, b, c in rows))
calculations = st.builds(
    Calculation,
    name=texts,
    kind=st.sampled_from(["PASS_FAIL", "CHOICE"]),
    reusable=st.booleans(),
    parameters=st.lists(st.tuples(keys, texts), max_size=4).map(tuple),
).filter(lambda each: is_writable(each.parameters))
schemes = st.builds(
    Scheme,
    skill=texts,
    sections=st.lists(
        st.builds(Section, number=st.integers(0, 99), name=texts, declared=hundredths),
        max_size=5,
    ).map(tuple),
    criteria=criteria,
    calculations=st.lists(calculations, max_size=3).map(tuple),
    combine_at=st.sampled_from(COMBINE_AT),
    drops_extremes=st.booleans(),
)


@given(schemes)
@settings(max_examples=100)
def test_import_of_export_is_the_same_scheme(scheme):
    read = read_scheme(BytesIO(write_scheme(scheme))).scheme

    assert read == scheme
    assert scheme_hash(read) == scheme_hash(scheme)


@pytest.mark.parametrize("name", AWKWARD)
def test_awkward_names_stay_text_in_every_place(name):
    aspect = Aspect(
        "J", name, (name, name), name, 1, Decimal(1), None, (name,) * 4, name
    )
    sub = SubCriterion("A1", name, 1, (aspect,))
    scheme = Scheme(
        name, (Section(1, name, Decimal(1)),), (Criterion("A", name, (sub,)),)
    )

    file = write_scheme(scheme)

    assert read_scheme(BytesIO(file)).scheme == scheme
    assert all(
        cell.data_type != "f"
        for row in openpyxl.load_workbook(BytesIO(file)).worksheets[0]
        for cell in row
        if cell.column_letter not in "JKN"
    )


def test_a_text_no_cell_holds_is_refused_rather_than_cut():
    aspect = Aspect("M", "x" * 32_768, max_mark=Decimal(1))
    sub = SubCriterion("A1", "Long", 1, (aspect,))

    with pytest.raises(TextTooLong):
        write_scheme(Scheme("Skill", criteria=(Criterion("A", "One", (sub,)),)))


def test_totals_are_formulas_over_all_aspects_with_their_values():
    parts = [
        Criterion(
            letter,
            letter,
            (
                SubCriterion(
                    f"{letter}1",
                    "Part",
                    1,
                    (Aspect("M", "One", section=1, max_mark=Decimal("0.10")),) * 3,
                ),
            ),
        )
        for letter in "AB"
    ]
    scheme = Scheme("Skill", (Section(1, "All", Decimal(1)),), tuple(parts))

    file = write_scheme(scheme)

    formulas = openpyxl.load_workbook(BytesIO(file)).worksheets[0]
    values = openpyxl.load_workbook(BytesIO(file), data_only=True).worksheets[0]
    shown = {
        cell.coordinate: (cell.value, values[cell.coordinate].value)
        for row in formulas
        for cell in row
        if cell.data_type == "f"
    }
    assert shown == {
        "J5": ("=SUMIF(I16:I26,A5,K16:K26)", 0.6),
        "K5": ("=ABS(I5-J5)", 0.4),
        "K6": ("=SUM(K5:K5)", 0.4),
        "K11": ("=N15", 0.3),
        "K12": ("=N21", 0.3),
        "N15": ("=SUM(K16:K20)", 0.3),
        "N21": ("=SUM(K22:K26)", 0.3),
        "N28": ("=SUM(N15:N27)", 0.6),
    }
