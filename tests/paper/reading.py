"""Reading PDFs back, the way a person copying text out of them would."""

import subprocess
from io import BytesIO

from pypdf import PageObject, PdfReader


def pages(content):
    """Return the pages of a PDF."""
    return list(PdfReader(BytesIO(content)).pages)


def text(content):
    """Return all text as pypdf reads it, line feeds removed."""
    return "".join(page.extract_text() for page in pages(content)).replace("\n", "")


def poppler_text(content, folder):
    """Return all text as poppler (and most viewers) copies it, in layout order."""
    path = folder / "document.pdf"
    path.write_bytes(content)
    run = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"],
        capture_output=True,
        check=True,
    )
    return run.stdout.decode()


def text_positions(page: PageObject):
    """Return (x, y) in points of the start of each drawn text."""
    found = []

    def visit(string, _cm, matrix, _font, _size):
        if string.strip():
            found.append((matrix[4], matrix[5]))

    page.extract_text(visitor_text=visit)
    return found
