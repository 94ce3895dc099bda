"""The lower part of a certificate: issuers and date, number and QR code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from .certificate_words import MARGIN
from .fonts import Look, is_chinese
from .frames import PAGE_HEIGHT, PAGE_WIDTH
from .inks import INK, INK_2
from .lengths import mm
from .qr import draw_qr
from .text import Style, balanced, draw, fitted, shrunk, width

# Number, QR code and date stand on one line.
_BASELINE = PAGE_HEIGHT - 179 * mm
_QR_SIZE = 17 * mm
_NUMBER = Style(Look.BODY, 9, INK_2, spacing=0.03)
_SMALLEST_NUMBER = 7
_NUMBER_LEADING = 1.4

_RIGHT = PAGE_WIDTH - MARGIN
_WIDEST_ISSUER = 92 * mm
_GUTTER = 4 * mm
_ISSUER_FLOORS = (12.5, 9)  # in one line, in two
_ISSUER = Style(Look.BODY, 15, INK, spacing=0.04)
_ISSUER_BASELINE = PAGE_HEIGHT - 168 * mm
_DATE = Style(Look.BODY, 14, INK, spacing=0.06)


@dataclass(frozen=True)
class _Plan:
    """Where number, QR code and issuers stand, so that no seal covers the code.

    Seals are 42 mm wide and side by side, in host order; they must not touch one
    another, the QR code or the number.
    """

    number_room: float
    qr_left: float
    issuers_left: float
    is_stacked: bool  # the QR code above the number, not beside it


_BESIDE = _Plan(68 * mm, 112 * mm, 134 * mm, is_stacked=False)
_STACKED = _Plan(40 * mm, MARGIN, 80 * mm, is_stacked=True)
_MOST_BESIDE = 2  # more issuers need the room of the QR code


def draw_foot(
    canvas: Canvas,
    *,
    issuers: tuple[str, ...],
    date_text: str,
    number: Sequence[str],
    verify_url: str,
) -> None:
    """Draw number and QR code at the left, issuers and their date at the right.

    `number` is its label and the number itself. The date stands below the middle of
    all issuers: it is the day of each of them. The space above and around each issuer
    is left free for its seal.
    """
    plan = _BESIDE if len(issuers) <= _MOST_BESIDE else _STACKED
    middles = _draw_issuers(canvas, issuers, plan.issuers_left)
    date_style = _plain(_DATE, date_text)
    half = width(date_text, date_style) / 2
    middle = min((middles[0] + middles[-1]) / 2, _RIGHT - half)
    draw(canvas, middle, _BASELINE, date_text, date_style, "centre")
    top = _draw_number(canvas, number, plan)
    if verify_url:
        bottom = top + 2 * mm if plan.is_stacked else _BASELINE
        _draw_code(canvas, plan.qr_left, bottom, verify_url)


def _draw_number(canvas: Canvas, number: Sequence[str], plan: _Plan) -> float:
    """Draw the number upwards from the line of the foot; return where it ends."""
    text = ("\n" if plan.is_stacked else "").join(number)
    style, lines = fitted(text, _NUMBER, plan.number_room, floor=_SMALLEST_NUMBER)
    leading = _NUMBER_LEADING * style.size
    for place, line in enumerate(reversed(lines)):
        draw(canvas, MARGIN, _BASELINE + place * leading, line, style)
    return _BASELINE + len(lines) * leading


def _draw_code(canvas: Canvas, left: float, bottom: float, verify_url: str) -> None:
    draw_qr(canvas, left, bottom, _QR_SIZE, verify_url, INK)
    corner = (left + _QR_SIZE, bottom + _QR_SIZE)
    canvas.linkURL(verify_url, (left, bottom, *corner), relative=1)


def _draw_issuers(
    canvas: Canvas, issuers: tuple[str, ...], leftmost: float
) -> list[float]:
    """Draw each issuer in its column, the last at the right; return their middles."""
    columns = max(1, len(issuers))
    column = min(_WIDEST_ISSUER, (_RIGHT - leftmost) / columns)
    left = _RIGHT - columns * column
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
