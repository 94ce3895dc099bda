"""The lower part of a certificate: issuers and date, number and QR code."""

from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from .certificate_words import MARGIN
from .fonts import Look, is_chinese
from .frames import PAGE_HEIGHT, PAGE_WIDTH
from .inks import INK, INK_2
from .lengths import mm
from .qr import draw_qr
from .text import Style, balanced, draw, shrunk, width

_QR_SIZE = 17 * mm
_QR_BOTTOM = PAGE_HEIGHT - 181 * mm
_NUMBER = Style(Look.BODY, 9, INK_2, spacing=0.03)
_NUMBER_BASELINE = PAGE_HEIGHT - 186 * mm

# Seals are 42 mm wide and side by side, in host order; they must not touch, nor
# cover the QR code.
_ISSUERS_LEFT = MARGIN + _QR_SIZE + 5 * mm
_ISSUERS_RIGHT = PAGE_WIDTH - MARGIN
_WIDEST_ISSUER = 92 * mm
_GUTTER = 4 * mm
_ISSUER_FLOORS = (12.5, 9)  # in one line, in two
_ISSUER = Style(Look.BODY, 15, INK, spacing=0.04)
_ISSUER_BASELINE = PAGE_HEIGHT - 166 * mm
_DATE = Style(Look.BODY, 14, INK, spacing=0.06)
_DATE_BASELINE = PAGE_HEIGHT - 176 * mm


def draw_foot(
    canvas: Canvas,
    *,
    issuers: tuple[str, ...],
    date_text: str,
    number: str,
    verify_url: str,
) -> None:
    """Draw issuers and date at the right, QR code and number at the left.

    The space above and around each issuer is left free for its seal.
    """
    middles = _draw_issuers(canvas, issuers)
    date_style = _plain(_DATE, date_text)
    half = width(date_text, date_style) / 2
    middle = min(middles[-1], _ISSUERS_RIGHT - half)
    draw(canvas, middle, _DATE_BASELINE, date_text, date_style, "centre")
    if verify_url:
        draw_qr(canvas, MARGIN, _QR_BOTTOM, _QR_SIZE, verify_url, INK)
        corner = (MARGIN + _QR_SIZE, _QR_BOTTOM + _QR_SIZE)
        canvas.linkURL(verify_url, (MARGIN, _QR_BOTTOM, *corner), relative=1)
    draw(canvas, MARGIN, _NUMBER_BASELINE, number, _NUMBER)


def _draw_issuers(canvas: Canvas, issuers: tuple[str, ...]) -> list[float]:
    """Draw each issuer in its column, the last at the right; return their middles."""
    columns = max(1, len(issuers))
    column = min(_WIDEST_ISSUER, (_ISSUERS_RIGHT - _ISSUERS_LEFT) / columns)
    left = _ISSUERS_RIGHT - columns * column
    middles = [left + (number + 0.5) * column for number in range(columns)]
    room = column - _GUTTER
    style = _plain(_ISSUER, "".join(issuers))
    style = shrunk(issuers, style, room, _ISSUER_FLOORS)
    for middle, issuer in zip(middles, issuers, strict=False):
        lines = balanced(issuer, style, room)
        y = _ISSUER_BASELINE + (len(lines) - 1) * 1.35 * style.size
        for line in lines:
            draw(canvas, middle, y, line, style, "centre")
            y -= 1.35 * style.size
    return middles


def _plain(style: Style, text: str) -> Style:
    """Return the style for the text; English is set in serif, hardly spaced."""
    return style if is_chinese(text) else replace(style, look=Look.SERIF, spacing=0.01)
