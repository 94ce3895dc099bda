"""A4 pages for lists and sheets: header, room for content, footer with page numbers."""

from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from .fonts import Look
from .inks import INK, INK_2, LINE
from .lengths import A4_LANDSCAPE, A4_PORTRAIT, mm
from .qr import draw_qr
from .text import Style, balanced, draw, fitted

_SIDE = 18 * mm
_TOP = 16 * mm
_FOOT_BASELINE = 11 * mm
_FLOOR = 18 * mm  # content stays above
_QR_SIZE = 20 * mm
_AFTER_HEADER = 5 * mm

_TITLE = Style(Look.TITLE, 18, INK, spacing=0.06)
_SUBTITLE = Style(Look.SERIF, 10.5, INK_2, spacing=0.02)
_RUNNING = Style(Look.SERIF, 9, INK_2)
_FOOT = Style(Look.SERIF, 8.5, INK_2)


@dataclass(frozen=True)
class PageFrame:
    """What stands around the content of every page.

    `page_words` is the page number's wording with {page} and {pages}, such as
    "第 {page} 页，共 {pages} 页". `code`, if given, is a QR code at the upper right
    of the first page.
    """

    title: str
    subtitle: str = ""
    printed: str = ""
    page_words: str = "{page} / {pages}"
    code: str = ""
    landscape: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the paper in points."""
        return A4_LANDSCAPE if self.landscape else A4_PORTRAIT

    @property
    def left(self) -> float:
        """Where content begins."""
        return _SIDE

    @property
    def room(self) -> float:
        """The width of the content."""
        return self.size[0] - 2 * _SIDE

    @property
    def floor(self) -> float:
        """The y below which no content may be drawn."""
        return _FLOOR

    def top(self, page: int) -> float:
        """Return the y where content begins on the page (1 is the first)."""
        if page > 1:
            return self.size[1] - _TOP - 4 * mm
        lines = self._title_lines()[1]
        height = len(lines) * _TITLE.size * 1.4
        height += len(self._subtitle_lines()) * _SUBTITLE.size * 1.5
        if self.code:
            height = max(height, _QR_SIZE)
        return self.size[1] - _TOP - height - _AFTER_HEADER

    def draw(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw header and footer of one page."""
        if page == 1:
            self._draw_header(canvas)
        else:
            self._draw_running_header(canvas)
        y = _FOOT_BASELINE
        draw(canvas, _SIDE, y, self.printed, _FOOT)
        number = self.page_words.format(page=page, pages=pages)
        draw(canvas, self.size[0] - _SIDE, y, number, _FOOT, "right")

    @property
    def _header_room(self) -> float:
        return self.room - (2 * (_QR_SIZE + 4 * mm) if self.code else 0)

    def _title_lines(self) -> tuple[Style, list[str]]:
        style, _ = fitted(self.title, _TITLE, self._header_room, floor=15)
        return style, balanced(self.title, style, self._header_room)

    def _subtitle_lines(self) -> list[str]:
        if not self.subtitle:
            return []
        return balanced(self.subtitle, _SUBTITLE, self._header_room)

    def _draw_header(self, canvas: Canvas) -> None:
        middle = self.size[0] / 2
        y = self.size[1] - _TOP
        style, lines = self._title_lines()
        for line in lines:
            y -= _TITLE.size * 1.4
            draw(canvas, middle, y + 0.4 * _TITLE.size, line, style, "centre")
        for line in self._subtitle_lines():
            y -= _SUBTITLE.size * 1.5
            draw(canvas, middle, y + 0.4 * _SUBTITLE.size, line, _SUBTITLE, "centre")
        if self.code:
            right, top = self.size[0] - _SIDE, self.size[1] - _TOP
            corner = (right - _QR_SIZE, top - _QR_SIZE)
            draw_qr(canvas, *corner, _QR_SIZE, self.code, INK)

    def _draw_running_header(self, canvas: Canvas) -> None:
        y = self.size[1] - _TOP
        words = " · ".join(filter(None, (self.title, self.subtitle)))
        style, lines = fitted(words, _RUNNING, self.room, floor=7)
        draw(canvas, _SIDE, y + 1.5 * mm, lines[0], style)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(_SIDE, y, self.size[0] - _SIDE, y)
