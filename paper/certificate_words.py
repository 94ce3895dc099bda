"""The upper part of a certificate: title, recipient, text, award and closing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from reportlab.pdfgen.canvas import Canvas

from .fonts import Look, is_chinese
from .frames import PAGE_HEIGHT, PAGE_WIDTH
from .inks import GOLD, INK, INK_2, SEAL
from .lengths import mm
from .text import (
    Style,
    balanced,
    draw,
    fitted,
    justified,
    shrunk,
    width,
    wrapped,
)

MARGIN = 38 * mm
ROOM = PAGE_WIDTH - 2 * MARGIN
_CENTRE = PAGE_WIDTH / 2

_TITLE = Style(Look.TITLE, 58, SEAL, spacing=0.38)
_TITLE_ROOM = ROOM - 16 * mm
_TITLE_MIDDLE = PAGE_HEIGHT - 45 * mm
_SUBTITLE = Style(Look.SERIF, 11, INK_2, spacing=0.24)
_SUBTITLE_BASELINE = PAGE_HEIGHT - 65.5 * mm

_TOP = PAGE_HEIGHT - 74 * mm
_BOTTOM = PAGE_HEIGHT - 146 * mm  # below it seals are pressed

_SALUTATION = Style(Look.BODY, 22, INK, spacing=0.05)
_BODY = Style(Look.BODY, 18.5, INK, spacing=0.05)
_AWARD = Style(Look.TITLE, 38, SEAL)
_ENGLISH = Style(Look.SERIF, 10.5, INK_2, spacing=0.01)
_LEADING = 1.75
_RUNT = 3  # a last line of fewer characters is avoided
# Letter spacing of an award by its number of characters, in em.
_AWARD_SPACING = {2: 1.4, 3: 1.1, 4: 0.8, 5: 0.5, 6: 0.4, 7: 0.3, 8: 0.25}


@dataclass(frozen=True)
class _Line:
    text: str
    style: Style
    x: float
    above: float  # points from the line before to this line's baseline
    align: str = "left"
    runt: bool = False  # a paragraph's last line, too short to stand alone


def draw_heading(canvas: Canvas, *, title: str, subtitle: str) -> None:
    """Draw the title with wide spacing and the small line below it, ruled in gold."""
    base = _TITLE if is_chinese(title) else replace(_TITLE, size=46, spacing=0.05)
    style, _ = fitted(title, base, _TITLE_ROOM, floor=34)
    style = shrunk([title], style, _TITLE_ROOM, (34, 20))
    lines = balanced(title, style, _TITLE_ROOM)
    # The middle of Chinese letters lies 0.38 em above the baseline.
    y = _TITLE_MIDDLE - 0.38 * style.size + (len(lines) - 1) * 0.62 * style.size
    for line in lines:
        draw(canvas, _CENTRE, y, line, style, "centre")
        y -= 1.24 * style.size
    if subtitle:
        _draw_subtitle(canvas, subtitle)


def _draw_subtitle(canvas: Canvas, subtitle: str) -> None:
    style, lines = fitted(subtitle.upper(), _SUBTITLE, ROOM - 40 * mm, floor=8)
    for number, line in enumerate(lines):
        y = _SUBTITLE_BASELINE - number * 1.4 * style.size
        draw(canvas, _CENTRE, y, line, style, "centre")
    half = max(width(line, style) for line in lines) / 2 + 5 * mm
    y = _SUBTITLE_BASELINE + 0.34 * style.size
    canvas.setStrokeColor(GOLD)
    canvas.setLineWidth(0.6)
    for side in (-1, 1):
        start = _CENTRE + side * half
        canvas.line(start, y, start + side * 14 * mm, y)


def draw_words(
    canvas: Canvas,
    *,
    salutation: str,
    body: str,
    award: str,
    closing: str,
    english: str = "",
) -> None:
    """Draw recipient, text, award and closing, as large as the room above the seals.

    The block stands a little above the middle of its room; `english` ends it, small.
    """
    lines = _largest(
        salutation=salutation, body=body, award=award, closing=closing, english=english
    )
    slack = max(0.0, _TOP - _BOTTOM - _height(lines))
    y = _TOP - slack * 0.35
    for line in lines:
        y -= line.above
        draw(canvas, line.x, y, line.text, line.style, line.align)


def _height(lines: list[_Line]) -> float:
    return sum(line.above for line in lines) + (
        lines[-1].style.size / 4 if lines else 0
    )


def _largest(**words: str) -> list[_Line]:
    """Set the words at full size, then ever smaller until they fit.

    Up to three steps further are taken when they save a last line of two characters.
    """
    scales = [step / 50 for step in range(50, 25, -1)]
    settings = (list(_set(scale, **words)) for scale in scales)
    fitting = (lines for lines in settings if _height(lines) <= _TOP - _BOTTOM)
    candidates = list(islice(fitting, 4)) or [list(_set(scales[-1], **words))]
    whole = (lines for lines in candidates if not any(line.runt for line in lines))
    return next(whole, candidates[0])


def _set(
    scale: float, *, salutation: str, body: str, award: str, closing: str, english: str
) -> Iterator[_Line]:
    if salutation:
        yield from _set_salutation(salutation, scale)
    yield from _set_paragraphs(body, scale, space_above=0.4 if salutation else 0)
    if award:
        yield from _set_award(award, scale)
    yield from _set_paragraphs(closing, scale, space_above=0.5 if award else 0)
    if english:
        yield from _set_translation(english, scale)


def _plain(style: Style, scale: float, text: str) -> Style:
    """Return the style of running text; English is set in serif, hardly spaced."""
    style = replace(style, size=style.size * scale)
    if is_chinese(text):
        return style
    return replace(style, look=Look.SERIF, spacing=0.01)


def _set_salutation(salutation: str, scale: float) -> Iterator[_Line]:
    style = _plain(_SALUTATION, scale, salutation)
    style, lines = fitted(salutation, style, ROOM, floor=17 * scale)
    for line in lines:
        if is_chinese(salutation):
            yield _Line(line, style, MARGIN, style.size * 1.4)
        else:
            yield _Line(line, style, _CENTRE, style.size * 1.4, "centre")


def _set_paragraphs(text: str, scale: float, space_above: float) -> Iterator[_Line]:
    """Set paragraphs; `space_above` the first of them is in lines of its size."""
    for number, paragraph in enumerate(filter(None, text.split("\n"))):
        set_one = _set_chinese if is_chinese(paragraph) else _set_english
        first, *others = set_one(paragraph, scale)
        extra = space_above * first.style.size if number == 0 else 0
        yield replace(first, above=first.above + extra)
        yield from others


def _set_chinese(paragraph: str, scale: float) -> Iterator[_Line]:
    """Indent by two characters, justify, break by 避头尾."""
    style = _plain(_BODY, scale, paragraph)
    indent = 2 * style.size * (1 + style.spacing)
    lines = wrapped(paragraph, style, ROOM, ROOM - indent)
    for number, line in enumerate(lines):
        before = indent if number == 0 else 0
        last = number == len(lines) - 1
        yield _Line(
            line,
            style if last else justified(line, style, ROOM - before),
            MARGIN + before,
            style.size * _LEADING,
            runt=last and number > 0 and len(line) < _RUNT,
        )


def _set_english(paragraph: str, scale: float) -> Iterator[_Line]:
    """Centre the lines, all about as long."""
    style = _plain(_BODY, scale, paragraph)
    for line in balanced(paragraph, style, ROOM):
        yield _Line(line, style, _CENTRE, style.size * _LEADING, "centre")


def _set_translation(english: str, scale: float) -> Iterator[_Line]:
    """Set what was said in Chinese once more, small and centred, for readers abroad."""
    style = replace(_ENGLISH, size=_ENGLISH.size * max(scale, 0.8))
    first, *others = balanced(english, style, ROOM)
    yield _Line(first, style, _CENTRE, style.size * 2.6, "centre")
    for line in others:
        yield _Line(line, style, _CENTRE, style.size * 1.45, "centre")


def _set_award(award: str, scale: float) -> Iterator[_Line]:
    for number, part in enumerate(filter(None, award.split("\n"))):
        spacing = _AWARD_SPACING.get(len(part), 0.12) if is_chinese(part) else 0.04
        size = _AWARD.size * scale * (1 if number == 0 else 0.8)
        style = replace(_AWARD, size=size, spacing=spacing)
        style, _ = fitted(part, style, ROOM, floor=24 * scale)
        for line in balanced(part, style, ROOM):
            yield _Line(line, style, _CENTRE, style.size * 1.6, "centre")
