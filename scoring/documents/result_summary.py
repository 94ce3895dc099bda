"""The summary of a result for signature (成绩汇总表)."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from paper.page import PageFrame
from paper.table_rows import Column
from paper.tables import TableDocument, table_pdf
from scoring.models import ResultList
from scoring.result_page import ResultPage, ShownResult


def result_summary(result_list: ResultList, page: ResultPage) -> bytes:
    """Return the A4 pages with every entry, its marks and lines to sign on."""
    event = result_list.event
    return table_pdf(
        TableDocument(
            frame=PageFrame(
                title=_("Summary of results"),
                subtitle=f"{event.competition.display_name} · {event.display_name}",
                printed=_("Version %(version)s · %(state)s")
                % {
                    "version": result_list.version,
                    "state": result_list.get_state_display(),
                },
                page_words=_("Page {page} of {pages}"),
                landscape=True,
            ),
            columns=_columns(page),
            rows=tuple(_row(page, row) for row in page.rows),
            facts=_facts(result_list),
            notes=(_("Fingerprint: %s") % result_list.content_hash,),
            signatures=(
                _("Calculated by"),
                _("Checked by"),
                _("Chief judge"),
                _("Supervisor"),
                _("Date"),
            ),
        )
    )


def _columns(page: ResultPage) -> tuple[Column, ...]:
    return (
        Column(_("Rank"), 0.9, "centre"),
        Column(_("Entry number"), 0.8, "centre"),
        Column(_("Competitor"), 2.0),
        Column(_("Unit"), 3.2),
        *(
            Column(f"{head.name} {head.weight.removesuffix('.00')} %", 1.2, "right")
            for head in page.heads
        ),
        *([Column(_("Deducted"), 1.0, "right")] if page.deducted else []),
        Column(_("Total"), 1.0, "right"),
        *([Column(_("Scale score"), 1.0, "right")] if page.has_scale else []),
        *([Column(_("Medal"), 1.1, "centre")] if page.has_medals else []),
        *([Column(_("Pass marks"), 1.1, "centre")] if page.has_pass_marks else []),
    )


def _row(page: ResultPage, row: ShownResult) -> tuple[str, ...]:
    result = row.result
    cells = [
        str(result.rank) if row.is_ranked else str(result.get_standing_display()),
        str(result.entry.number or "–"),
        row.name,
        row.unit,
        *(str(row.component(head.code).get("mark", "–")) for head in page.heads),
        *([row.deducted] if page.deducted else []),
        row.total,
    ]
    if page.has_scale:
        cells.append("–" if result.scale_score is None else str(result.scale_score))
    if page.has_medals:
        cells.append(str(result.get_medal_display()) if result.medal else "–")
    if page.has_pass_marks:
        word = _("Passed") if result.all_parts_passed else _("Not passed")
        cells.append(word if row.is_ranked else "–")
    return tuple(cells)


def _facts(result_list: ResultList) -> tuple[tuple[str, str], ...]:
    facts = [
        (
            _("Prepared"),
            (
                f"{result_list.created_by.get_full_name()} ·"
                f" {date_format(localtime(result_list.created_at), 'DATE_FORMAT')}"
            ),
        )
    ]
    if result_list.checked_by and result_list.checked_at:
        facts.append(
            (
                _("Checked"),
                (
                    f"{result_list.checked_by.get_full_name()} ·"
                    f" {date_format(localtime(result_list.checked_at), 'DATE_FORMAT')}"
                ),
            )
        )
    if result_list.policy.get("document_number"):
        facts.append((_("Document number"), result_list.policy["document_number"]))
    if result_list.reason:
        facts.append((_("Reason for this version"), result_list.reason))
    return tuple(facts)
