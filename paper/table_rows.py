"""One row of a table: its cells broken into lines, measured, cut and drawn."""

from dataclasses import dataclass, replace
from typing import Literal

from reportlab.pdfgen.canvas import Canvas

from .fonts import Look
from .inks import INK, LINE, TINT
from .lengths import mm
from .text import Style, draw, fitted

TEXT = Style(Look.BODY, 10.5, INK)
_SMALLEST = 9  # points a long cell shrinks to before it wraps
HEADING = Style(Look.TITLE, 9.5, INK)
_LEADING = 1.35
_PADDING_X = 2 * mm
_PADDING_Y = 1.4 * mm
_HEADING_HEIGHT = 8 * mm

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Column:
    """A column: its heading, its share of the width, and where its cells stand."""

    heading: str
    weight: float = 1.0
    align: Align = "left"


@dataclass(frozen=True)
class _Cell:
    lines: tuple[str, ...]
    width: float
    align: Align
    style: Style

    @property
    def leading(self) -> float:
        return self.style.size * _LEADING

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading + 2 * _PADDING_Y


@dataclass(frozen=True)
class Row:
    """A row ready to be drawn; its height in points."""

    cells: tuple[_Cell, ...]
    least: float
    is_heading: bool = False  # the head, or a heading across the table

    @property
    def height(self) -> float:
        """The height its longest cell needs."""
        return max(self.least, *(cell.height for cell in self.cells))

    def part(self, start: int, stop: int) -> "Row":
        """Return the row with only these lines of every cell."""
        cells = (replace(cell, lines=cell.lines[start:stop]) for cell in self.cells)
        return replace(self, cells=tuple(cells))


def set_row(
    cells: tuple[str, ...],
    columns: tuple[Column, ...],
    widths: list[float],
    least: float,
) -> Row:
    """Break the cells into lines; a single cell becomes a heading across the table.

    Raises ValueError when the row has neither one cell nor a cell for each column.
    """
    if len(cells) == 1 and len(columns) > 1:
        heading = _set_cell(cells[0], sum(widths), "left", HEADING)
        return Row((heading,), _HEADING_HEIGHT, is_heading=True)
    if len(cells) != len(columns):
        raise ValueError(
            f"The row {cells!r} has {len(cells)} cells; the table has "
            f"{len(columns)} columns."
        )
    return Row(_set_cells(cells, columns, widths, TEXT), least)


def set_head(columns: tuple[Column, ...], widths: list[float]) -> Row:
    """Return the table's head, as it is repeated on each page."""
    headings = tuple(column.heading for column in columns)
    cells = _set_cells(headings, columns, widths, HEADING)
    return Row(cells, _HEADING_HEIGHT, is_heading=True)


def _set_cells(
    cells: tuple[str, ...],
    columns: tuple[Column, ...],
    widths: list[float],
    style: Style,
) -> tuple[_Cell, ...]:
    return tuple(
        _set_cell(text, width, column.align, style)
        for text, width, column in zip(cells, widths, columns, strict=True)
    )


def _set_cell(text: str, width: float, align: Align, style: Style) -> _Cell:
    room = width - 2 * _PADDING_X
    style, lines = fitted(text, style, room, floor=_SMALLEST)
    return _Cell(tuple(lines), width, align, style)


def split_row(row: Row, tallest: float) -> list[Row]:
    """Return the row in parts no taller than `tallest` points, mostly the row alone."""
    lines = max(len(cell.lines) for cell in row.cells)
    leading = max(cell.leading for cell in row.cells)
    at_once = max(1, int((tallest - 2 * _PADDING_Y) // leading))
    return [row.part(at, at + at_once) for at in range(0, lines, at_once)]


def draw_row(canvas: Canvas, row: Row, x: float, y: float) -> float:
    """Draw the row with its upper left corner at x, y; return the y below it."""
    bottom = y - row.height
    canvas.setStrokeColor(LINE)
    canvas.setFillColor(TINT)
    canvas.setLineWidth(0.5)
    for cell in row.cells:
        canvas.rect(x, bottom, cell.width, row.height, fill=int(row.is_heading))
        _draw_cell(canvas, cell, x, y - row.height / 2)
        canvas.setFillColor(TINT)
        x += cell.width
    return bottom


def _draw_cell(canvas: Canvas, cell: _Cell, x: float, middle: float) -> None:
    """Draw the lines, centred on the y of the row's middle."""
    anchor = {
        "left": x + _PADDING_X,
        "centre": x + cell.width / 2,
        "right": x + cell.width - _PADDING_X,
    }[cell.align]
    # The middle of a line lies 0.36 em above its baseline.
    baseline = middle + (len(cell.lines) - 1) * cell.leading / 2
    baseline -= 0.36 * cell.style.size
    for line in cell.lines:
        draw(canvas, anchor, baseline, line, cell.style, cell.align)
        baseline -= cell.leading
