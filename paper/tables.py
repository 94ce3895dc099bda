"""Lists for signature and sheets for marking: a table, dataclasses in, bytes out."""

from dataclasses import dataclass
from itertools import zip_longest

from reportlab.pdfgen.canvas import Canvas

from .document import new_document
from .fonts import Look
from .inks import INK, INK_2
from .lengths import mm
from .page import PageFrame
from .table_rows import Column, Row, draw_row, set_head, set_row, split_row
from .text import Style, draw, width, wrapped

_SIGNATURE = Style(Look.BODY, 11, INK)
_SIGNATURE_HEIGHT = 15 * mm
_SIGNATURES_IN_A_ROW = 3
_NOTE = Style(Look.SERIF, 9, INK_2)
_FACT_LABEL = Style(Look.SERIF, 9.5, INK_2)
_FACT = Style(Look.BODY, 9.5, INK)
_LINE_HEIGHT = 1.55  # of notes and facts, in their size
_GAP = 4 * mm


@dataclass(frozen=True)
class TableDocument:
    """A document around one table.

    `facts` are labelled lines above the table. A row of a single cell is a heading
    across all columns. `row_height` is the least height of a row in millimetres, for
    sheets that are filled in by hand. `notes` are lines below the table, `signatures`
    the words beside the lines to sign on, at the very end.
    """

    frame: PageFrame
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    row_height: float = 8.0


def table_pdf(document: TableDocument) -> bytes:
    """Return the document as A4 pages; the table's head is repeated on each.

    The signatures never stand on a page without rows of the table: nobody signs a
    page that could belong to another list.
    """
    frame = document.frame
    pages = _paginate(document)
    with new_document(frame.size, title=frame.title) as output:
        for number, rows in enumerate(pages, start=1):
            frame.draw(output.canvas, number, len(pages))
            y = frame.top(number)
            if number == 1:
                y = _draw_facts(output.canvas, document, y)
            for row in (_head(document), *rows):
                y = draw_row(output.canvas, row, frame.left, y)
            if number == len(pages):
                _draw_end(output.canvas, document, y)
            output.canvas.showPage()
    return output.content


def _paginate(document: TableDocument) -> list[list[Row]]:
    """Spread the rows over pages, the last with room for notes and signatures."""
    frame = document.frame
    head = _head(document).height
    rows = _rows(document, frame.top(2) - frame.floor - head)
    pages: list[list[Row]] = [[]]
    left = frame.top(1) - _facts_height(document) - frame.floor - head
    for row, following in zip_longest(rows, rows[1:]):
        if row.height + _kept_with(row, following) > left and pages[-1]:
            pages.append([])
            left = frame.top(len(pages)) - frame.floor - head
        pages[-1].append(row)
        left -= row.height
    if _end_height(document) > left:
        pages.append(_take_last(pages[-1]))
    return pages


def _kept_with(row: Row, following: Row | None) -> float:
    """Return the height of the row a heading must not be parted from."""
    return following.height if row.is_heading and following else 0.0


def _take_last(page: list[Row]) -> list[Row]:
    """Take the last row from a page, with its headings, unless it is the only one."""
    at = len(page) - 1
    while at > 0 and page[at - 1].is_heading:
        at -= 1
    if at <= 0:
        return []
    taken = page[at:]
    del page[at:]
    return taken


def _rows(document: TableDocument, tallest: float) -> list[Row]:
    """Return the rows as they will be drawn, cutting those taller than a page."""
    least = document.row_height * mm
    widths = _widths(document)
    set_rows = (
        set_row(cells, document.columns, widths, least) for cells in document.rows
    )
    return [part for row in set_rows for part in split_row(row, tallest)]


def _head(document: TableDocument) -> Row:
    return set_head(document.columns, _widths(document))


def _widths(document: TableDocument) -> list[float]:
    total = sum(column.weight for column in document.columns)
    return [column.weight / total * document.frame.room for column in document.columns]


def _fact_lines(document: TableDocument) -> list[tuple[str, str]]:
    """Return (label, line) pairs; a value's further lines have no label."""
    room = document.frame.room - _label_room(document)
    return [
        (label if number == 0 else "", line)
        for label, value in document.facts
        for number, line in enumerate(wrapped(value, _FACT, room))
    ]


def _label_room(document: TableDocument) -> float:
    widest = max((width(label, _FACT_LABEL) for label, _ in document.facts), default=0)
    return widest + 4 * mm


def _facts_height(document: TableDocument) -> float:
    lines = len(_fact_lines(document))
    return lines * _FACT.size * _LINE_HEIGHT + _GAP if lines else 0


def _draw_facts(canvas: Canvas, document: TableDocument, y: float) -> float:
    left = document.frame.left
    baseline = y
    for label, line in _fact_lines(document):
        baseline -= _FACT.size * _LINE_HEIGHT
        draw(canvas, left, baseline + 3, label, _FACT_LABEL)
        draw(canvas, left + _label_room(document), baseline + 3, line, _FACT)
    return y - _facts_height(document)


def _note_lines(document: TableDocument) -> list[str]:
    room = document.frame.room
    return [line for note in document.notes for line in wrapped(note, _NOTE, room)]


def _end_height(document: TableDocument) -> float:
    """Return the height of notes and signatures together."""
    notes = len(_note_lines(document)) * _NOTE.size * _LINE_HEIGHT
    lines = -(-len(document.signatures) // _SIGNATURES_IN_A_ROW)
    return notes + (_GAP if notes else 0) + lines * _SIGNATURE_HEIGHT


def _draw_end(canvas: Canvas, document: TableDocument, y: float) -> None:
    left, room = document.frame.left, document.frame.room
    y -= _GAP if document.notes else 0
    for line in _note_lines(document):
        y -= _NOTE.size * _LINE_HEIGHT
        draw(canvas, left, y + 3, line, _NOTE)
    column = room / _SIGNATURES_IN_A_ROW
    for number, label in enumerate(document.signatures):
        across = number % _SIGNATURES_IN_A_ROW
        y -= _SIGNATURE_HEIGHT if across == 0 else 0
        _draw_signature(canvas, left + across * column, y, column, label)


def _draw_signature(
    canvas: Canvas, x: float, y: float, column: float, label: str
) -> None:
    draw(canvas, x, y + 1.2 * mm, label, _SIGNATURE)
    start = x + width(label, _SIGNATURE) + 2 * mm
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.6)
    canvas.line(start, y, max(start + 15 * mm, x + column - 6 * mm), y)


__all__ = ["Column", "PageFrame", "TableDocument", "table_pdf"]
