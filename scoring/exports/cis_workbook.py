"""Writing a marking scheme as a CIS workbook, in the 11-column form of 2019 to 2025.

``read_scheme`` reads the same scheme back. How judges are combined has no place in
the form, so it travels as a custom property of the workbook, which CIS passes over.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Self

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from scoring.exports.cis_rows import HEADERS, Block, Cells, lay_blocks
from scoring.exports.cis_sheet import Formula, put
from scoring.rules.scheme import Scheme
from scoring.rules.scheme_parameters import write_parameters
from scoring.rules.scheme_variation import section_variations, total_variation

# Characters across, column by column.
_WIDTHS = (9, 28, 9, 9, 48, 7, 56, 24, 9, 12, 9, 13, 9, 9)
_FIRST_SECTION = 5


@dataclass(frozen=True, slots=True)
class Styles:
    """The few formats of the form."""

    title: Format
    header: Format
    text: Format
    mark: Format

    @classmethod
    def of(cls, book: Workbook) -> Self:
        """Make the formats for one workbook."""
        wrapped = {"text_wrap": True, "valign": "top"}
        header = {"bold": True, "bg_color": "#DDE6EE", "border": 1} | wrapped
        return cls(
            title=book.add_format({"bold": True, "font_size": 14}),
            header=book.add_format(header),
            text=book.add_format(wrapped),
            mark=book.add_format({"num_format": "0.00", "bold": True} | wrapped),
        )


def write_scheme(scheme: Scheme) -> bytes:
    """Return the scheme as the bytes of an .xlsx file.

    Raise ``TextTooLong`` for a text that no cell holds; the check reports these.
    """
    buffer = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        styles = Styles.of(book)
        _write_form(book.add_worksheet("CIS Marking Scheme Import"), scheme, styles)
        _write_calculations(book.add_worksheet("Calculations"), scheme)
        book.set_custom_property("combine_at", scheme.combine_at, "text")
        book.set_custom_property("drops_extremes", str(scheme.drops_extremes), "text")
    return buffer.getvalue()


def _write_form(sheet: Worksheet, scheme: Scheme, styles: Styles) -> None:
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    criteria_header = _FIRST_SECTION + len(scheme.sections) + 4
    first_criterion = criteria_header + 1
    blocks = lay_blocks(scheme, first_criterion + len(scheme.criteria) + 2)
    put(sheet, 1, {"A": scheme.skill}, styles.title)
    _write_sections(sheet, scheme, blocks, styles)
    put(sheet, criteria_header - 1, {"A": "Criteria"}, styles.title)
    put(sheet, criteria_header, {"A": "ID", "B": "Name", "K": "Mark"}, styles.header)
    for row, block in enumerate(blocks, start=first_criterion):
        criterion = block.criterion
        put(sheet, row, {"A": criterion.letter, "B": criterion.name}, styles.text)
        total = Formula(f"=N{block.header}", criterion.total)
        put(sheet, row, {"K": total}, styles.mark)
        _write_block(sheet, block, styles)
    if blocks:
        _write_footer(sheet, scheme, blocks, styles)


def _write_sections(
    sheet: Worksheet, scheme: Scheme, blocks: tuple[Block, ...], styles: Styles
) -> None:
    put(sheet, 3, {"A": "WorldSkills Occupational Standards"}, styles.title)
    marks = {"I": "WSOS Marks", "J": "Aspect Marks", "K": "Variation"}
    put(sheet, 4, {"A": "Section", "B": "WSOS Marks"} | marks, styles.header)
    first, last = (blocks[0].first, blocks[-1].last) if blocks else (1, 1)
    row = _FIRST_SECTION
    for row, each in enumerate(section_variations(scheme), start=_FIRST_SECTION):
        put(sheet, row, {"A": each.number, "B": each.name}, styles.text)
        sum_of_section = f"=SUMIF(I{first}:I{last},A{row},K{first}:K{last})"
        cells: Cells = {
            "I": each.declared,
            "J": Formula(sum_of_section, each.actual),
            "K": Formula(f"=ABS(I{row}-J{row})", each.variation),
        }
        put(sheet, row, cells, styles.mark)
    end = _FIRST_SECTION + len(scheme.sections)
    variations = f"=SUM(K{_FIRST_SECTION}:K{row})"
    put(sheet, end, {"I": "Total Variation"}, styles.header)
    if scheme.sections:
        total = Formula(variations, total_variation(scheme))
        put(sheet, end, {"K": total}, styles.mark)


def _write_block(sheet: Worksheet, block: Block, styles: Styles) -> None:
    labels = {"L": f"Criterion {block.criterion.letter}", "M": "Total\nMark"}
    put(sheet, block.header, HEADERS | labels, styles.header)
    total = Formula(f"=SUM(K{block.first}:K{block.last})", block.criterion.total)
    put(sheet, block.header, {"N": total}, styles.mark)
    for row, cells in enumerate(block.rows, start=block.first):
        put(sheet, row, cells, styles.text)


def _write_footer(
    sheet: Worksheet, scheme: Scheme, blocks: tuple[Block, ...], styles: Styles
) -> None:
    row = blocks[-1].end + 1
    put(sheet, row, {"L": "Competition", "M": "Total\nMark"}, styles.header)
    total = Formula(f"=SUM(N{blocks[0].header}:N{row - 1})", scheme.total)
    put(sheet, row, {"N": total}, styles.mark)


def _write_calculations(sheet: Worksheet, scheme: Scheme) -> None:
    for row, calculation in enumerate(scheme.calculations, start=1):
        if calculation.is_blank:
            continue
        cells: Cells = {
            "A": calculation.name,
            "B": calculation.kind,
            "C": calculation.reusable,
            "D": write_parameters(calculation.parameters),
        }
        put(sheet, row, cells)
