"""Two hundred generated workbooks: exactly the faulty rows are reported."""

from io import BytesIO
from random import Random

import pytest

from scoring.imports.cis_workbook import read_scheme
from tests.scoring.cis_fault_kinds import Parts
from tests.scoring.cis_faults import faults_for, whole_scheme
from tests.scoring.cis_layout import workbook
from tests.scoring.cis_plans import FULL, random_plan


def spoil(plan, rng, number):
    """Put faults into a plan and return where they must be reported."""
    parts = Parts(plan, rng)
    faults = rng.sample(faults_for(plan), number)
    return [place for fault in faults for place in fault(parts)]


def reported(file):
    imported = read_scheme(BytesIO(file))
    return {(problem.row, problem.code) for problem in imported.problems}


def expected_rows(places, row_of):
    return {(None if place is None else row_of[place], code) for place, code in places}


@pytest.mark.parametrize("seed", range(200))
def test_exactly_the_faulty_rows_are_reported(seed):
    rng = Random(seed)
    plan = random_plan(rng)
    places = spoil(plan, rng, number=seed % 5)

    file, row_of = workbook(plan)

    places += whole_scheme(plan)
    assert reported(file) == expected_rows(places, row_of)


@pytest.mark.parametrize("seed", range(1000, 1020))
def test_a_fault_that_nobody_told_of_is_found(seed):
    """The negative control: the comparison above cannot pass by seeing nothing."""
    rng = Random(seed)
    plan = random_plan(rng)
    told = whole_scheme(plan)

    spoil(plan, rng, number=1)

    file, row_of = workbook(plan)
    assert reported(file) != expected_rows(told, row_of)


@pytest.mark.parametrize("seed", range(2000, 2010))
def test_a_scheme_without_faults_has_its_planned_sums(seed):
    plan = random_plan(Random(seed))

    scheme = read_scheme(BytesIO(workbook(plan)[0])).scheme

    assert scheme.total * 100 == FULL
    assert [criterion.letter for criterion in scheme.criteria] == [
        criterion.letter for criterion in plan.criteria
    ]
    assert [
        (each.kind, int((each.max_mark or 0) * 100)) for each in scheme.aspects
    ] == [(each.kind, each.mark) for each in plan.aspects]
    assert [len(sub.aspects) for sub in scheme.sub_criteria] == [
        len(sub.aspects) for sub in plan.subs
    ]
