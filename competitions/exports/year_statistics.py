"""The statistics of a year as a workbook of cross tables, for reports to the city."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from competitions.enums import CompetitionClass, CompetitionState, Level
from competitions.exports.sheet import OPTIONS
from competitions.models import Competition
from competitions.queries.year_counts import (
    Rows,
    counted_by_district,
    counted_by_month,
)
from people.queries import districts

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class Side:
    """One side of a cross table: what is counted by, and every word in its order."""

    field: str
    words: Mapping[Any, Any]


def year_statistics(competitions: QuerySet[Competition], year: int) -> bytes:
    """Return the cross tables of a year as an xlsx file; three statements.

    Competitions by level and month, class and state, and competitors by district and
    level. What did not happen stands there as 0; every side has its total.
    """
    held = counted_by_month(competitions, year)
    entered = counted_by_district(competitions, year)
    levels = Side("level", dict(Level.choices))
    return _written(
        {
            _("By month"): _crossed(held, levels, Side("month", _months(year))),
            _("By class"): _crossed(
                held, levels, Side("competition_class", dict(CompetitionClass.choices))
            ),
            _("By state"): _crossed(
                held, levels, Side("state", dict(CompetitionState.choices))
            ),
            _("Competitors by district"): _crossed(
                entered, Side("district", _districts()), levels
            ),
        }
    )


def _months(year: int) -> dict[int, str]:
    return {
        month: date_format(date(year, month, 1), "YEAR_MONTH_FORMAT")
        for month in range(1, 13)
    }


def _districts() -> dict[str, str]:
    return {each.pk: each.display_name for each in districts()}


def _crossed(rows: Rows, down: Side, across: Side) -> "DataFrame":
    """Add the numbers of the rows up into a table with a total on both sides."""
    # Half a second that neither the start nor any other request should pay.
    from pandas import DataFrame  # noqa: PLC0415

    words = [
        (str(down.words[row[down.field]]), str(across.words[row[across.field]]))
        for row in rows
    ]
    counted = DataFrame(words, columns=["down", "across"])
    counted["number"] = [row["number"] for row in rows]
    table = counted.pivot_table("number", "down", "across", aggfunc="sum").reindex(
        index=[str(word) for word in down.words.values()],
        columns=[str(word) for word in across.words.values()],
    )
    table = table.fillna(0).astype(int)
    table[_("Total")] = table.sum(axis="columns")
    table.loc[_("Total")] = table.sum(axis="index")
    return table.rename_axis(index=None, columns=None)


def _written(tables: Mapping[str, "DataFrame"]) -> bytes:
    from pandas import ExcelWriter  # noqa: PLC0415  # as above

    target = BytesIO()
    with ExcelWriter(
        target, engine="xlsxwriter", engine_kwargs={"options": OPTIONS}
    ) as book:
        for title, table in tables.items():
            table.to_excel(book, sheet_name=title)
            book.sheets[title].set_column(0, 0, 20)
    return target.getvalue()
