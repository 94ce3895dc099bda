"""The mark allocation table of a scheme."""

from decimal import Decimal

from scoring.rules.scheme_summary import AllocationColumn, AllocationRow, summarise
from tests.scoring.scheme.schemes import LADDER, aspect, scheme

NOTHING = Decimal("0.00")


def test_table_has_criteria_across_and_sections_down():
    made = scheme(
        aspect(max_mark=Decimal("12.50")),
        aspect(max_mark=Decimal("7.50"), section=2, kind="J", ladder=LADDER),
        sections=[("Work", "95.00"), ("Care", "5.00")],
    )

    summary = summarise(made)

    twenty = Decimal("20.00")
    assert summary.columns[0] == AllocationColumn("A", "Criterion A", twenty)
    assert summary.rows == (
        AllocationRow(
            number=1,
            name="Work",
            marks=(Decimal("12.50"), twenty, twenty, twenty, twenty),
            actual=Decimal("92.50"),
            declared=Decimal("95.00"),
            variation=Decimal("2.50"),
        ),
        AllocationRow(
            number=2,
            name="Care",
            marks=(Decimal("7.50"), NOTHING, NOTHING, NOTHING, NOTHING),
            actual=Decimal("7.50"),
            declared=Decimal("5.00"),
            variation=Decimal("2.50"),
        ),
    )
    assert (summary.total, summary.declared) == (Decimal(100), Decimal(100))
    assert summary.total_variation == Decimal("5.00")
    assert (summary.aspects, summary.measurement, summary.judgement) == (6, 5, 1)
    assert summary.sub_criteria == 5
    assert all(row.is_within for row in summary.rows)


def test_aspects_without_a_listed_section_get_a_row_of_their_own():
    summary = summarise(scheme(aspect(section=9), sections=[("Work", "100.00")]))

    *_, stray = summary.rows
    assert (stray.number, stray.actual, stray.declared) == (None, Decimal(20), None)
    assert stray.marks == (Decimal(20), NOTHING, NOTHING, NOTHING, NOTHING)
    assert not stray.is_within


def test_rows_and_columns_add_up_to_the_same_total():
    summary = summarise(scheme(aspect(section=None), aspect(max_mark=None)))

    by_column = [
        sum(column) for column in zip(*(r.marks for r in summary.rows), strict=True)
    ]
    assert by_column == [column.total for column in summary.columns]
    assert sum(row.actual for row in summary.rows) == summary.total
