"""Measuring, fitting and drawing lines of text that mix faces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from .fonts import Look, is_chinese, runs
from .inks import BLACK
from .unicode_map import UnicodeFont
from .wrap import wrap

_SHRINK_STEP = 0.98
_LEAST_SPACING = 0.04
# Breathing room between Han and the narrow WenKai quotes, in em.
_QUOTE_GAP = 0.12
# These fill half of their square; two blank halves together are a hole (标点挤压).
_BLANK_AFTER = "，。、；：）〕】》〉」』"
_BLANK_BEFORE = "（〔【《〈「『"
_SQUEEZE = -0.4


@dataclass(frozen=True)
class Style:
    """How a line looks: size in points, `spacing` between characters in em."""

    look: Look
    size: float
    colour: Color
    spacing: float = 0.0


class _Piece(NamedTuple):
    font: UnicodeFont
    text: str
    gap: float  # points after each character


def _breath(char: str, following: str) -> float:
    """Return the extra em between two characters of Chinese text."""
    if char in _BLANK_AFTER and following in _BLANK_AFTER + _BLANK_BEFORE:
        return _SQUEEZE
    if char in _BLANK_BEFORE and following in _BLANK_BEFORE:
        return _SQUEEZE
    return 0.0


def _quote_breath(char: str, following: str) -> float:
    """Return the extra em beside the quotes of WenKai, which are narrow."""
    if char in _BLANK_AFTER and following in "“”‘’":
        return _SQUEEZE / 2
    if char in "”’" and following in _BLANK_BEFORE:
        return _SQUEEZE / 2
    if following in "“‘" and is_chinese(char):
        return _QUOTE_GAP
    if char in "”’" and is_chinese(following):
        return _QUOTE_GAP
    return 0.0


def _pieces(text: str, style: Style) -> list[_Piece]:
    """Return runs of one face and one gap."""
    pieces: list[_Piece] = []
    characters = [(font, char) for font, run in runs(text, style.look) for char in run]
    for number, (font, char) in enumerate(characters, start=1):
        following = text[number : number + 1] or " "
        gap = style.spacing + _breath(char, following)
        if style.look is Look.BODY:
            gap += _quote_breath(char, following)
        gap *= style.size
        if pieces and pieces[-1].font is font and pieces[-1].gap == gap:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + char)
        else:
            pieces.append(_Piece(font, char, gap))
    return pieces


def width(text: str, style: Style) -> float:
    """Return the width of the line in points."""
    spacing = style.spacing * max(0, len(text) - 1)
    return (_ems(text, style.look) + spacing) * style.size


@lru_cache(maxsize=32_768)
def _ems(text: str, look: Look) -> float:
    """Return the width without letter spacing in em, whatever the size.

    Remembered, because fitting measures the same words at many sizes.
    """
    return sum(
        float(piece.font.stringWidth(piece.text, 1)) + piece.gap * len(piece.text)
        for piece in _pieces(text, Style(look, 1, BLACK))
    )


def draw(
    canvas: Canvas, x: float, y: float, text: str, style: Style, align: str = "left"
) -> None:
    """Draw one line with its baseline at y; x is its left, centre or right end.

    The string is drawn as it is: no markup, no formulas, nothing to escape.
    """
    if not text:
        return
    pieces = _pieces(text, style)
    if align != "left":
        x -= width(text, style) / (2 if align == "centre" else 1)
    spaced = any(piece.gap for piece in pieces)
    if spaced:
        # Readers take wide gaps for spaces; this tells them what was written.
        actual = text.encode("utf-16-be").hex().upper()
        canvas.addLiteral(f"/Span <</ActualText <FEFF{actual}>>> BDC")
    line = canvas.beginText(x, y)
    line.setFillColor(style.colour)
    for piece in pieces:
        line.setFont(piece.font.fontName, style.size)
        line.setCharSpace(piece.gap)
        line.textOut(piece.text)
    line.setCharSpace(0)
    canvas.drawText(line)
    if spaced:
        canvas.addLiteral("EMC")


def wrapped(
    text: str, style: Style, room: float, first_room: float | None = None
) -> list[str]:
    """Break the text into lines no wider than `room` points."""
    return wrap(text, lambda line: width(line, style), room, first_room)


def fitted(
    text: str, style: Style, room: float, floor: float
) -> tuple[Style, list[str]]:
    """Shrink the text to one line, no smaller than `floor` points, then wrap it.

    Letter spacing gives way before the size does.
    """
    while not _fits(text, style, room) and style.spacing > _LEAST_SPACING:
        style = replace(style, spacing=style.spacing * 0.9)
    while not _fits(text, style, room) and style.size * _SHRINK_STEP >= floor:
        style = replace(style, size=style.size * _SHRINK_STEP)
    return style, wrapped(text, style, room)


def balanced(text: str, style: Style, room: float) -> list[str]:
    """Break the text into as few lines as the room asks for, of about equal width."""
    lines = wrapped(text, style, room)
    narrower = room
    while len(lines) > 1 and narrower > room / 2:
        narrower -= style.size / 2
        closer = wrapped(text, style, narrower)
        if len(closer) > len(lines):
            break
        lines = closer
    return lines


def shrunk(
    texts: Sequence[str], style: Style, room: float, floors: Sequence[float]
) -> Style:
    """Return one style for all texts, as large as the room allows.

    `floors` are the smallest sizes for texts of at most one line, two lines and so on.
    """
    size = style.size
    for most_lines, floor in enumerate(floors, start=1):
        while size >= floor:
            style = replace(style, size=size)
            if all(len(wrapped(text, style, room)) <= most_lines for text in texts):
                return style
            size -= 0.5
    return style


def _fits(text: str, style: Style, room: float) -> bool:
    return all(width(line, style) <= room for line in text.split("\n"))


def justified(text: str, style: Style, room: float) -> Style:
    """Return the style that stretches a full line of Chinese to the right margin.

    A short line, or one of Latin words, keeps its spacing.
    """
    slack = room - width(text, style)
    gaps = len(text) - 1
    chinese = sum(is_chinese(char) for char in text) * 2 > len(text)
    if gaps < 1 or not chinese or not 0 < slack <= 2.5 * style.size:
        return style
    return replace(style, spacing=style.spacing + slack / gaps / style.size)
