"""Every trap of real CIS workbooks, one by one."""

from decimal import Decimal
from io import BytesIO
from random import Random

import pytest

from scoring.imports.cis_workbook import NotAScheme, read_scheme
from tests.scoring.cis_layout import lay, workbook
from tests.scoring.cis_plans import Style, random_plan
from tests.scoring.cis_workbooks import write_rows


def planned(**traps):
    return random_plan(Random(7), Style(**traps))


def read(plan):
    return read_scheme(BytesIO(workbook(plan)[0]))


def read_rows(rows):
    return read_scheme(BytesIO(write_rows(rows)))


def codes(imported):
    return [(problem.row, problem.code) for problem in imported.problems]


@pytest.mark.parametrize(
    "trap",
    [
        {"same_row": True},
        {"float_noise": True},
        {"empty_strings": True},
        {"numbers_as_text": True},
        {"padded": True},
        {"unused_blocks": True},
        {"blank_rows": True},
        {"spare_sheets": True},
        {"formulas": False},
        {"headers": "older"},
        {"headers": "chinese"},
        {"has_calculation": False},
        {"has_calculation": False, "headers": "chinese"},
    ],
    ids=str,
)
def test_trap_changes_nothing(trap):
    plain = read(planned(has_calculation=trap.get("has_calculation", True)))

    trapped = read(planned(**trap))

    assert trapped == plain
    assert trapped.problems == ()
    assert trapped.scheme.total == Decimal("100.00")


@pytest.mark.parametrize("headers", ["current", "older", "chinese"])
@pytest.mark.parametrize("has_calculation", [True, False])
def test_form_without_days_is_read_with_one_warning(headers, has_calculation):
    plan = planned(has_day=False, has_calculation=has_calculation, headers=headers)

    imported = read(plan)

    assert codes(imported) == [(None, "days-missing")]
    assert imported.scheme.total == Decimal("100.00")


def test_floats_become_exact_marks():
    plan = planned()
    plan.criteria[0].subs[0].aspects[0].typed["max"] = 22.999999999999996

    aspect = next(read(plan).scheme.aspects)

    assert aspect.max_mark == Decimal("23.00")


def test_a_mark_typed_with_a_decimal_comma_is_read():
    plan = planned()
    plan.criteria[0].subs[0].aspects[0].typed["max"] = "0,75"

    assert next(read(plan).scheme.aspects).max_mark == Decimal("0.75")


def test_a_group_heading_belongs_to_the_next_aspect():
    plan = planned()
    for aspect in plan.aspects:
        aspect.heading = ""
    plan.aspects[3].heading = "Edges"

    headings = [aspect.heading for aspect in read(plan).scheme.aspects]

    assert headings == ["", "", "", "Edges"] + [""] * (len(headings) - 4)


def test_extra_descriptions_are_kept_in_order():
    plan = planned()
    plan.aspects[0].details = ["first", "second", "third"]

    assert next(read(plan).scheme.aspects).details == ("first", "second", "third")


def test_totals_typed_over_are_recomputed_with_a_warning():
    plan = planned()
    plan.stated = {1: 1234, "A": 1, "block B": 2, "all": 9_999}

    imported = read(plan)

    row_of = lay(plan).row_of
    assert imported.scheme.total == Decimal("100.00")
    assert sorted(codes(imported)) == sorted(
        (row_of[place], "stated-total") for place in plan.stated
    )


def test_a_single_criterion_without_a_hundred_marks_is_read_and_refused():
    plan = planned()
    plan.criteria = plan.criteria[:1]
    plan.sections = {
        number: sum(each.mark for each in plan.aspects if each.section == number)
        for number in plan.sections
    }

    imported = read(plan)

    assert codes(imported) == [
        (None, "total"),
        (None, "criteria-number"),
        (None, "sections-sum"),
    ]


def test_an_aspect_above_the_first_sub_criterion_is_counted_and_reported():
    plan = planned()
    rows = lay(plan).rows
    first = next(i for i, row in enumerate(rows) if row.get(0) == "A1")
    del rows[first]

    imported = read_rows(rows)

    assert imported.scheme.total == Decimal("100.00")
    assert (first + 1, "without-sub-criterion") in codes(imported)


def test_types_of_old_schemes_are_named_in_a_sentence():
    plan = planned(headers="older")
    plan.aspects[0].kind = "O"

    (problem,) = read(plan).problems[:1]

    assert str(problem.sentence) == (
        "Aspect type O comes from schemes made before 2015; "
        "write M for measurement or J for judgement."
    )


def test_a_section_listed_twice_is_reported_once_in_the_second_row():
    plan = planned()
    rows = lay(plan).rows
    rows.insert(4, {0: 1, 1: "Again", 8: 0})

    assert (6, "section-repeated") in codes(read_rows(rows))


@pytest.mark.parametrize("kind", ["J1", "M14", "Yes"])
def test_a_type_column_of_something_else_is_no_scheme(kind):
    plan = planned()
    for aspect in plan.aspects:
        aspect.kind = kind

    with pytest.raises(NotAScheme) as refusal:
        read(plan)

    assert str(refusal.value) == (
        "The workbook is no CIS marking scheme: its type column holds"
        f" “{kind.upper()}” where M or J should stand."
    )


def test_a_list_of_people_is_no_scheme():
    with pytest.raises(NotAScheme, match="no CIS marking scheme"):
        read_rows([{0: "Name", 1: "Unit"}, {0: "王芳", 1: "=1+1"}])
