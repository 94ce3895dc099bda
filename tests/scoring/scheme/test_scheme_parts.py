"""Parts of a scheme that are written as data and read again."""

import json
from io import BytesIO
from random import Random

from scoring.imports.cis_workbook import read_scheme
from scoring.rules.scheme import Aspect
from scoring.rules.scheme_changes import insert, remove
from scoring.rules.scheme_parts import data_of, part_of
from scoring.rules.scheme_places import code_at
from tests.scoring.cis_layout import workbook
from tests.scoring.cis_plans import random_plan


def schemes():
    for seed in range(5):
        content, _rows = workbook(random_plan(Random(seed)))
        yield read_scheme(BytesIO(content)).scheme


def places(scheme):
    """Yield the place of everything in a scheme, with the thing."""
    for first, criterion in enumerate(scheme.criteria, start=1):
        yield (first,), criterion
        for second, sub in enumerate(criterion.sub_criteria, start=1):
            yield (first, second), sub
            for third, aspect in enumerate(sub.aspects, start=1):
                yield (first, second, third), aspect


def test_every_part_is_read_as_it_was_written():
    for scheme in schemes():
        for _place, item in places(scheme):
            assert part_of(json.loads(json.dumps(data_of(item)))) == item


def test_an_unfinished_aspect_is_read_as_it_was_written():
    aspect = Aspect("J", '=HYPERLINK("x") A<B & C 𬭎', ladder=("", "达到", "", ""))

    assert part_of(data_of(aspect)) == aspect


def test_what_is_taken_out_fits_in_again():
    for scheme in schemes():
        for place, item in places(scheme):
            assert insert(remove(scheme, place), place, item) == scheme


def test_everything_has_its_code():
    scheme = next(schemes())
    criterion = scheme.criteria[0]
    sub = criterion.sub_criteria[0]

    assert [code_at(scheme, place) for place in ((1,), (1, 1), (1, 1, 1))] == [
        criterion.letter,
        sub.code,
        f"{sub.code} {sub.aspects[0].kind}1",
    ]
