"""The workbook in which units write their entries: empty, or with what is wrong."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from competitions.exports.sheet import OPTIONS
from competitions.models import Event
from competitions.rules.entry_rows import Column, TypedRow

#: Rows prepared for typing: their cells are text before anything is typed.
PREPARED = 1000
_HINTS, _HEADINGS, _FIRST = 0, 1, 2
_WIDTHS = {Column.UNIT: 36, Column.CREDIT_CODE: 24, Column.IDENTITY_NUMBER: 24}
_UNITS = "Units"


def entry_workbook(
    event: Event,
    units: Sequence[str],
    rows: Iterable[tuple[TypedRow, str]] = (),
) -> bytes:
    """Return the workbook of an event, filled with rows and what is wrong with them.

    Without rows it is the template. Identity numbers, codes and telephone numbers
    stand in columns formatted as text, so that no program rounds them.
    """
    filled = list(rows)
    columns = columns_of(event)
    target = BytesIO()
    with Workbook(target, OPTIONS) as book:
        sheet = book.add_worksheet(_("Entries"))
        text = book.add_format({"num_format": "@"})
        _head(book, sheet, columns, is_filled=bool(filled))
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, 16), text)
        _validate(book, sheet, columns, units)
        _fill(sheet, columns, filled, text, _wrong(book))
        sheet.freeze_panes(_FIRST, 0)
    return target.getvalue()


def columns_of(event: Event) -> list[Column]:
    """Return the columns an event asks for, in order."""
    return [column for column in Column if event.is_team or column != Column.TEAM]


def heading(column: Column) -> str:
    """Return the heading of a column in the reader's language."""
    headings = {
        Column.UNIT: _("Unit"),
        Column.CREDIT_CODE: _("Unified social credit code"),
        Column.TEAM: _("Team name"),
        Column.NAME: _("Full name"),
        Column.IDENTITY_NUMBER: _("Identity number"),
        Column.PHONE: _("Mobile phone"),
    }
    return headings[column]


def _head(
    book: Workbook, sheet: Worksheet, columns: Sequence[Column], *, is_filled: bool
) -> None:
    hint = book.add_format({"text_wrap": True, "valign": "top", "font_color": "4A5568"})
    bold = book.add_format({"bold": True, "bottom": 1, "bg_color": "E8EFF8"})
    sheet.set_row(_HINTS, 84)
    last = len(columns) - 1
    sheet.merge_range(_HINTS, 0, _HINTS, last, _hints(columns), hint)
    for place, column in enumerate(columns):
        sheet.write_string(_HEADINGS, place, heading(column), bold)
    if is_filled:
        sheet.write_string(_HEADINGS, last + 1, _("What is wrong"), bold)
        sheet.set_column(last + 1, last + 1, 80)


def _hints(columns: Sequence[Column]) -> str:
    return "\n".join(
        (
            _("One row per competitor; the members of a team share the team name.")
            if Column.TEAM in columns
            else _("One row per competitor."),
            _(
                "Units: the full registered name or the social credit code; unit"
                " contacts may leave both blank."
            ),
            _(
                "Identity numbers: 18 characters, in a column formatted as text, never"
                " as a number."
            ),
            _("The telephone number may stay blank. Leave this row as it is."),
        )
    )


def _validate(
    book: Workbook, sheet: Worksheet, columns: Sequence[Column], units: Sequence[str]
) -> None:
    last = _FIRST + PREPARED
    if units:
        listed = book.add_worksheet(_UNITS)
        listed.hide()
        for line, unit in enumerate(units):
            listed.write_string(line, 0, unit)
        place = columns.index(Column.UNIT)
        sheet.data_validation(
            _FIRST,
            place,
            last,
            place,
            {
                "validate": "list",
                "source": f"={_UNITS}!$A$1:$A${len(units)}",
                "error_type": "information",
                "error_title": _("Unit"),
                "error_message": _("This unit is not in the list of the register."),
            },
        )
    place = columns.index(Column.IDENTITY_NUMBER)
    sheet.data_validation(
        _FIRST,
        place,
        last,
        place,
        {
            "validate": "length",
            "criteria": "==",
            "value": 18,
            "error_type": "warning",
            "error_title": _("Identity number"),
            "error_message": _("An identity number has 18 characters."),
        },
    )


def _fill(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[tuple[TypedRow, str]],
    text: Format,
    wrong: Format,
) -> None:
    for line, (row, problem) in enumerate(rows, start=_FIRST):
        for place, column in enumerate(columns):
            sheet.write_string(line, place, str(getattr(row, column.value)), text)
        sheet.write_string(line, len(columns), problem, wrong)


def _wrong(book: Workbook) -> Format:
    return book.add_format({"font_color": "C8372D", "text_wrap": True, "valign": "top"})
