"""The frame of a certificate: cream paper, a double border, fret corners (回纹)."""

from reportlab.pdfgen.canvas import Canvas

from .inks import CREAM, GOLD
from .lengths import A4_LANDSCAPE, mm

PAGE_WIDTH, PAGE_HEIGHT = A4_LANDSCAPE
FRAME_INSET = 16 * mm  # from the edge of the page to the rule around the text

_BOLD_RULE = (9 * mm, 1.1 * mm)  # inset and thickness
_FINE_RULE = (11.6 * mm, 0.25 * mm)
_TEXT_RULE = 0.35 * mm

# A corner in millimetres from the corner of the page, the same on both sides of its
# diagonal: the text's rule steps outward, round a chevron and a small square.
_STEP = ((26.2, 16), (26.2, 13.4), (13.4, 13.4), (13.4, 26.2), (16, 26.2))
_CHEVRON = ((16, 16), (23.6, 16), (23.6, 18.6), (18.6, 18.6), (18.6, 23.6), (16, 23.6))
_SQUARE = (20.6, 20.6, 1.5)
_BACKGROUND = "certificate-background"


def draw_background(canvas: Canvas) -> None:
    """Fill the page with cream and draw the border.

    The drawing is a form that all pages of a batch share.
    """
    if not canvas.hasForm(_BACKGROUND):
        canvas.beginForm(_BACKGROUND, 0, 0, PAGE_WIDTH, PAGE_HEIGHT)
        _draw(canvas)
        canvas.endForm()
    canvas.doForm(_BACKGROUND)


def _draw(canvas: Canvas) -> None:
    canvas.setFillColor(CREAM)
    canvas.rect(0, 0, PAGE_WIDTH, PAGE_HEIGHT, stroke=0, fill=1)
    canvas.setStrokeColor(GOLD)
    canvas.setFillColor(GOLD)
    for inset, thickness in (_BOLD_RULE, _FINE_RULE):
        canvas.setLineWidth(thickness)
        canvas.rect(inset, inset, PAGE_WIDTH - 2 * inset, PAGE_HEIGHT - 2 * inset)
    canvas.setLineWidth(_TEXT_RULE)
    _draw_text_rule(canvas)
    for right in (False, True):
        for top in (False, True):
            _draw_corner(canvas, right=right, top=top)


def _draw_text_rule(canvas: Canvas) -> None:
    """Draw the four sides between the corners."""
    start = _STEP[0][0] * mm
    for y in (FRAME_INSET, PAGE_HEIGHT - FRAME_INSET):
        canvas.line(start, y, PAGE_WIDTH - start, y)
    for x in (FRAME_INSET, PAGE_WIDTH - FRAME_INSET):
        canvas.line(x, start, x, PAGE_HEIGHT - start)


def _draw_corner(canvas: Canvas, *, right: bool, top: bool) -> None:
    canvas.saveState()
    canvas.translate(PAGE_WIDTH if right else 0, PAGE_HEIGHT if top else 0)
    canvas.scale(-1 if right else 1, -1 if top else 1)
    _draw_line(canvas, _STEP, close=False)
    _draw_line(canvas, _CHEVRON, close=True)
    x, y, side = _SQUARE
    canvas.rect(x * mm, y * mm, side * mm, side * mm, stroke=0, fill=1)
    canvas.restoreState()


def _draw_line(
    canvas: Canvas, points: tuple[tuple[float, float], ...], *, close: bool
) -> None:
    path = canvas.beginPath()
    (x, y), *others = points
    path.moveTo(x * mm, y * mm)
    for x, y in others:
        path.lineTo(x * mm, y * mm)
    if close:
        path.close()
    canvas.drawPath(path, stroke=1, fill=0)
