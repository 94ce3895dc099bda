"""The report of ``make bench``: its rows, its table, its exit code."""

import json

import pytest

from benchmarks import __main__ as bench, pages
from benchmarks.measure import Row, worst
from tests.architecture.tree import ROOT

FAST = Row(id="pages.fast", figure=3.0, unit="ms", reference=2.0, bar=2.0)
SLOW = Row(id="pages.slow", figure=5.0, unit="ms", reference=2.0, bar=2.0)


def test_the_report_lies_where_programs_look_for_it():
    assert bench.REPORT == ROOT / "build" / "bench.json"


def test_a_row_is_written_with_all_it_claims(tmp_path, capsys):
    path = tmp_path / "build" / "bench.json"

    code = bench.report([FAST], path)

    assert code == 0
    assert json.loads(path.read_text()) == [
        {
            "id": "pages.fast",
            "figure": 3.0,
            "unit": "ms",
            "reference": 2.0,
            "ratio": 1.5,
            "bar": 2.0,
            "holds": True,
        }
    ]
    table = capsys.readouterr().out.splitlines()
    assert table[0].split() == ["id", "figure", "reference", "ratio", "bar"]
    assert table[2].split() == [
        *("pages.fast", "3.000", "2.000", "1.50", "2.00", "holds", "(ms)")
    ]


def test_a_figure_beyond_its_bar_fails_the_run(tmp_path, capsys):
    code = bench.report([FAST, SLOW], tmp_path / "bench.json")

    assert code == 1
    assert [line.split()[5] for line in capsys.readouterr().out.splitlines()[2:]] == [
        "holds",
        "MISSED",
    ]


@pytest.mark.parametrize(("figure", "holds"), [(4.0, True), (3.9, False)])
def test_where_more_is_better_the_bar_is_to_be_reached(figure, holds):
    row = Row("import.rows", figure, "rows/s", 2.0, bar=2.0, more_is_better=True)

    assert row.holds is holds


def test_the_worst_row_is_the_one_nearest_to_its_bar():
    public = Row(id="pages.public", figure=9.0, unit="ms", reference=2.0, bar=100.0)

    assert worst("pages", [FAST, SLOW, public]) == Row("pages", 5.0, "ms", 2.0, bar=2.0)


@pytest.mark.django_db
def test_a_page_is_timed_and_its_statements_are_counted():
    timed, counted = pages.page("pages.home", "/", user=None, beside=pages.PUBLIC_FRAME)

    assert (timed.id, timed.unit, timed.bar) == ("pages.home", "ms", 30.0)
    assert (counted.id, counted.figure, counted.holds) == (
        "pages.home.statements",
        2,
        True,
    )


def test_an_error_page_is_no_measurement(db):
    with pytest.raises(SystemExit, match="answered 404"):
        list(pages.page("pages.nothing", "/nothing/", user=None, beside=pages.BARE))
