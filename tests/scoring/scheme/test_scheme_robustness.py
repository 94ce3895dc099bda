"""Whatever is typed or broken, a workbook is read or refused with a sentence."""

from io import BytesIO
from random import Random

import pytest

from scoring.exports.cis_workbook import write_scheme
from scoring.imports.cis_workbook import NotAScheme, read_scheme
from tests.scoring.cis_layout import lay, workbook
from tests.scoring.cis_plans import random_plan
from tests.scoring.cis_workbooks import write_rows

JUNK = [
    "",
    " ",
    "M",
    "J",
    "A",
    "Criterion B",
    "M = Meas J = Judg",
    "=1/0",
    "#DIV/0!",
    "nan",
    "1e5",
    "１２",
    "½",
    "²",
    "-0",
    0,
    -1,
    3,
    1.5,
    1e-17,
    1e300,
    99999999999999999999,
    True,
    "{row}",
    "%(row)s",
    "𬭎",
]


def read_or_refuse(file):
    """Read a file; any exception but the refusal fails the test."""
    try:
        return read_scheme(BytesIO(file))
    except NotAScheme:
        return None


@pytest.mark.parametrize("seed", range(40))
def test_junk_in_any_cell_is_read_or_refused(seed):
    rng = Random(seed)
    plan = random_plan(rng)
    rows = lay(plan).rows
    for _ in range(30):
        rng.choice(rows)[rng.randrange(14)] = rng.choice(JUNK)

    imported = read_or_refuse(write_rows(rows, plan))

    if imported:
        again = read_scheme(BytesIO(write_scheme(imported.scheme))).scheme
        assert again.total == imported.scheme.total
        assert all(str(problem.sentence) for problem in imported.problems)


@pytest.mark.parametrize("seed", range(40))
def test_broken_bytes_are_read_or_refused(seed):
    rng = Random(seed)
    file = bytearray(workbook(random_plan(rng))[0])
    for _ in range(rng.choice([1, 3, 30])):
        file[rng.randrange(len(file))] = rng.randrange(256)

    imported = read_or_refuse(bytes(file))

    assert imported is None or imported.scheme.total >= 0
