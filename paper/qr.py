"""QR codes as shapes: a path on a page, or an SVG picture for the web."""

from io import BytesIO

import segno
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

QUIET_MODULES = 4  # ISO/IEC 18004: four modules of white on every side


def _code(content: str) -> segno.QRCode:
    # M survives a fold or a corner of a seal; micro codes are unknown to phones.
    return segno.make_qr(content, error="m", boost_error=False)


def matrix(content: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of the code, row by row from the top, dark ones true."""
    return tuple(tuple(bool(cell) for cell in row) for row in _code(content).matrix)


def draw_qr(
    canvas: Canvas, x: float, y: float, size: float, content: str, colour: Color
) -> None:
    """Draw the code into the square with lower left corner x, y; `size` in points.

    The quiet zone is the caller's white space around it. Neighbouring dark modules of
    a row are one rectangle, so that no viewer shows hairlines between them.
    """
    rows = matrix(content)
    canvas.saveState()
    canvas.setFillColor(colour)
    canvas.translate(x, y + size)
    canvas.scale(size / len(rows), -size / len(rows))
    # Whole numbers in units of a module, written at once: reportlab's own rectangles
    # format every coordinate and take four times as long.
    canvas.addLiteral(
        " ".join(
            f"{start} {number} {length} 1 re"
            for number, row in enumerate(rows)
            for start, length in _dark_runs(row)
        )
    )
    canvas.addLiteral("f")
    canvas.restoreState()


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return (start, length) of each stretch of dark modules."""
    found: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if dark and found and sum(found[-1]) == column:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((column, 1))
    return found


def qr_svg(content: str, *, scale: int = 4, title: str = "") -> str:
    """Return the code as an <svg> element; attributes only, a strict CSP allows it."""
    picture = BytesIO()
    _code(content).save(
        picture,
        kind="svg",
        scale=scale,
        unit="px",  # with a unit comes a viewBox, so that a page may give it a size
        border=QUIET_MODULES,
        light="#fff",
        title=title or None,
        xmldecl=False,
        nl=False,
    )
    return picture.getvalue().decode()
