"""Reading a marking scheme from a CIS workbook, in its forms of 2019 to 2025.

Source: the sheet "CIS Marking Scheme Import" of real schemes. Totals are computed
from the aspects; what the workbook shows as totals is compared, never trusted.
"""

from dataclasses import dataclass
from typing import BinaryIO

from people.imports.workbook_guard import NotAWorkbook
from people.imports.workbook_rows import Sheet, Workbook, read_workbook
from people.rules.sentence import RuleBroken, Sentence
from scoring.imports.cis_blocks import BlockReader
from scoring.imports.cis_calculations import read_calculations
from scoring.imports.cis_cells import folded
from scoring.imports.cis_columns import Columns, columns_of
from scoring.imports.cis_drafts import CriterionDraft
from scoring.imports.cis_front import Front, read_front
from scoring.imports.cis_problems import Reader
from scoring.imports.cis_stated import check_stated
from scoring.rules.scheme import COMBINE_AT, JUDGEMENT, MEASUREMENT, Scheme
from scoring.rules.scheme_check import check, in_order
from scoring.rules.scheme_check_aspects import OLD_KINDS
from scoring.rules.scheme_problems import Problem

# Types of later derivatives: binary, discrete and linked aspects.
_DERIVED_KINDS = ("B", "D", "Z")
_KNOWN_KINDS = (MEASUREMENT, JUDGEMENT, *OLD_KINDS, *_DERIVED_KINDS)
_TITLE = "cis marking scheme import"


class NotAScheme(RuleBroken):
    """The file is no marking scheme; its sentence says why and what would be."""


@dataclass(frozen=True, slots=True)
class ImportedScheme:
    """A scheme as read, and everything to be mended in its workbook."""

    scheme: Scheme
    problems: tuple[Problem, ...]


def read_scheme(file: BinaryIO) -> ImportedScheme:
    """Read and check a workbook; raise ``NotAScheme`` if it is no CIS scheme."""
    try:
        workbook = read_workbook(file)
    except NotAWorkbook as refusal:
        raise NotAScheme(refusal.sentence) from None
    sheet, header, columns = _find_form(workbook)
    reader = Reader()
    front = read_front(sheet.rows[:header], reader)
    criteria = [
        CriterionDraft(each.row, each.letter, each.name) for each in front.criteria
    ]
    blocks = BlockReader(columns, reader, criteria)
    for number, row in enumerate(sheet.rows[header:], start=header + 1):
        blocks.read(row, number)
    blocks.drop_headings()
    scheme = _scheme(workbook, front, criteria)
    _refuse_other_forms(scheme)
    checked = [
        problem
        for problem in check(scheme)
        if (problem.row, problem.field) not in reader.excused
    ]
    stated = check_stated(scheme, (*front.stated, *blocks.stated))
    return ImportedScheme(scheme, in_order((*reader.problems, *checked, *stated)))


def _find_form(workbook: Workbook) -> tuple[Sheet, int, Columns]:
    """Find the sheet with a CIS header row, the row's index and its columns."""
    # Drafts of the same form may stand on other sheets.
    for sheet in sorted(workbook.sheets, key=_is_draft):
        for index, row in enumerate(sheet.rows):
            columns = columns_of(row)
            if columns:
                return sheet, index, columns
    raise NotAScheme(
        Sentence(
            "The workbook has no CIS marking scheme: no row has the headers"
            " “Sub Criterion ID”, “Aspect Type” and “Max Mark”."
        )
    )


def _is_draft(sheet: Sheet) -> bool:
    return folded(sheet.title) != _TITLE


def _scheme(workbook: Workbook, front: Front, criteria: list[CriterionDraft]) -> Scheme:
    combine_at = workbook.properties.get("combine_at", "")
    return Scheme(
        skill=front.skill,
        sections=tuple(front.sections),
        # A block or a letter that is not used has neither name nor content.
        criteria=tuple(
            draft.finish() for draft in criteria if draft.name or draft.sub_criteria
        ),
        calculations=read_calculations(workbook),
        combine_at=combine_at if combine_at in COMBINE_AT else COMBINE_AT[0],
        drops_extremes=workbook.properties.get("drops_extremes") == "True",
    )


def _refuse_other_forms(scheme: Scheme) -> None:
    kinds = [aspect.kind for aspect in scheme.aspects if aspect.kind]
    if kinds and not any(kind in _KNOWN_KINDS for kind in kinds):
        raise NotAScheme(
            Sentence(
                "The workbook is no CIS marking scheme: its type column holds"
                " “{kind}” where M or J should stand.",
                {"kind": kinds[0][:20]},
            )
        )
