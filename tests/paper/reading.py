"""Reading PDFs back, the way a person copying text out of them would."""

import shutil
import subprocess
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream


def pages(content):
    """Return the pages of a PDF."""
    return list(PdfReader(BytesIO(content)).pages)


def text(content):
    """Return all text as pypdf reads it, line feeds removed."""
    return "".join(page.extract_text() for page in pages(content)).replace("\n", "")


def poppler_text(content):
    """Return all text as poppler (and most viewers) copies it."""
    run = subprocess.run(
        ["pdftotext", "-layout", "-", "-"],
        input=content,
        capture_output=True,
        check=True,
    )
    return run.stdout.decode()


# Poppler is asked too where it is installed; no machine needs it.
READERS = [text, poppler_text] if shutil.which("pdftotext") else [text]


def text_extents(page):
    """Return (left, baseline, right) in points of every line of text on the page.

    A small interpreter of the text operators, so that the drawing is measured by
    what is in the file and not by the code that wrote it.
    """
    widths = {
        name: font.get_object()["/Widths"]
        for name, font in page["/Resources"]["/Font"].items()
    }
    found = []
    font, size, spacing, last_spacing = "", 0.0, 0.0, 0.0
    start, x, y = 0.0, 0.0, 0.0
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"Tf":
            font, size = operands[0], float(operands[1])
        elif operator == b"Tc":
            last_spacing, spacing = spacing, float(operands[0])
        elif operator == b"Tm":
            start, y = float(operands[4]), float(operands[5])
            x = start
        elif operator == b"Tj":
            codes = operands[0].original_bytes
            em = sum(float(widths[font][code]) for code in codes) / 1000
            x += em * size + spacing * len(codes)
        elif operator == b"ET":
            found.append((start, y, x - last_spacing))
    return found
