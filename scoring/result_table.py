"""The table of one result list; its columns follow what the list was made of."""

from collections.abc import Sequence
from typing import Any

import django_tables2 as tables
from django.utils.translation import gettext as _, gettext_lazy

from scoring.result_page import ComponentHead, ResultPage, ShownResult

_NUMBER = {"td": {"class": "number"}, "th": {"class": "number"}}
_WIDE = {"td": {"class": "wide"}}
_AFTER_NUMBER = {"td": {"class": "after-number"}, "th": {"class": "after-number"}}


class ResultTable(tables.Table):
    """Rows by rank, those without a rank behind them."""

    rank = tables.TemplateColumn(
        template_name="scoring/columns/result_rank.html",
        verbose_name=gettext_lazy("Rank"),
        orderable=False,
    )
    number = tables.Column(
        accessor="result__entry__number",
        verbose_name=gettext_lazy("Entry number"),
        orderable=False,
        attrs=_NUMBER,
    )
    name = tables.TemplateColumn(
        template_name="scoring/columns/result_name.html",
        verbose_name=gettext_lazy("Competitor"),
        orderable=False,
        attrs=_WIDE,
    )
    deducted = tables.Column(
        verbose_name=gettext_lazy("Deducted"),
        orderable=False,
        attrs=_NUMBER,
    )
    total = tables.Column(
        verbose_name=gettext_lazy("Total"),
        orderable=False,
        attrs=_NUMBER,
    )
    scale = tables.Column(
        accessor="result__scale_score",
        verbose_name=gettext_lazy("Scale score"),
        orderable=False,
        attrs=_NUMBER,
    )
    medal = tables.TemplateColumn(
        template_name="scoring/columns/result_medal.html",
        verbose_name=gettext_lazy("Medal"),
        orderable=False,
        attrs=_AFTER_NUMBER,
    )
    passed = tables.TemplateColumn(
        template_name="scoring/columns/result_passed.html",
        verbose_name=gettext_lazy("Pass marks"),
        orderable=False,
        attrs=_AFTER_NUMBER,
    )
    why = tables.Column(
        verbose_name=gettext_lazy("Why this rank"),
        orderable=False,
        attrs={"td": {"class": "wide after-number"}, "th": {"class": "after-number"}},
    )

    class Meta:
        attrs = {"class": "table result-table"}


class _ComponentColumn(tables.Column):
    """The mark of a component."""

    def __init__(self, head: ComponentHead) -> None:
        super().__init__(
            verbose_name=_("%(name)s (%(weight)s %%)")
            % {"name": head.name, "weight": head.weight.removesuffix(".00")},
            accessor="result__parts",
            orderable=False,
            attrs=_NUMBER,
        )
        self.code = head.code

    def render(self, record: ShownResult) -> Any:
        """Return the mark with two decimals."""
        return record.component(self.code).get("mark", "–")


def result_table(
    page: ResultPage, rows: Sequence[ShownResult], *, with_parts: bool = True
) -> ResultTable:
    """Return the table without columns in which nothing would stand.

    Without parts it stays narrow: no components and no pass marks.
    """
    kept = {
        "deducted": bool(page.deducted),
        "scale": page.has_scale,
        "medal": page.has_medals,
        "passed": page.has_pass_marks and with_parts,
    }
    heads = page.heads if with_parts else ()
    components = [(f"part_{head.code}", _ComponentColumn(head)) for head in heads]
    return ResultTable(
        rows,
        exclude=[name for name, shown in kept.items() if not shown],
        extra_columns=components,
        sequence=(
            "rank",
            "number",
            "name",
            *(name for name, _column in components),
            "...",
        ),
    )
