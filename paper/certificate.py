"""Certificates: the words of one sheet in, a PDF out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from .certificate_foot import draw_foot
from .certificate_words import draw_heading, draw_words
from .document import new_document
from .fonts import Look, missing_glyphs
from .frames import PAGE_HEIGHT, PAGE_WIDTH, draw_background
from .inks import WATERMARK
from .lengths import mm
from .text import Style, draw, fitted


@dataclass(frozen=True)
class CertificateSheet:
    """All that is written on one certificate; an empty string is left out.

    A line feed in `body` starts a paragraph, in `award` a line. `issuers` stand in
    host order. `verify_url` becomes the QR code. `english` says the same in one small
    line below the words, `watermark` lies behind them. `dated` is the day that
    `date_text` writes, for the properties of the file.
    """

    title: str
    subtitle: str
    salutation: str
    body: str
    award: str
    closing: str
    issuers: tuple[str, ...]
    date_text: str
    number_label: str
    number: str
    verify_url: str
    english: str = ""
    watermark: str = ""
    dated: date | None = None

    @property
    def words(self) -> str:
        """Every word that will be printed, for the check before printing."""
        lines = (self.title, self.subtitle, self.salutation, self.body, self.award)
        foot = (self.closing, *self.issuers, self.date_text, self.number_label)
        rest = (self.number, self.english, self.watermark)
        return "\n".join((*lines, *foot, *rest))


class GlyphsMissing(ValueError):
    """A certificate holds characters no font can print; `code_points` lists them."""

    def __init__(self, number: str, code_points: list[int]) -> None:
        """Name the certificate and the code points in a sentence for the office."""
        self.code_points = code_points
        listed = ", ".join(f"{chr(code)} (U+{code:04X})" for code in code_points)
        super().__init__(
            f"Certificate {number} cannot be printed: no font has {listed}."
        )


def certificate_pdf(
    sheet: CertificateSheet,
    *,
    background: bool = True,
    shift: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """Return one certificate, A4 landscape; the same sheet gives the same bytes.

    Without `background` only the words are printed, for sheets with a frame already on
    them (套打); `shift` then moves them right and down, in millimetres, to match the
    printer. Raises GlyphsMissing rather than print a gap in a name.
    """
    return certificates_pdf([sheet], background=background, shift=shift)


def certificates_pdf(
    sheets: Iterable[CertificateSheet],
    *,
    background: bool = True,
    shift: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """Return many certificates as one file, a page each, in the order given.

    Raises ValueError when there is no sheet, GlyphsMissing as `certificate_pdf` does.
    """
    pages = list(sheets)
    if not pages:
        raise ValueError("There is no certificate to print.")
    for sheet in pages:
        _refuse_missing_glyphs(sheet)
    first = pages[0]
    with new_document(
        (PAGE_WIDTH, PAGE_HEIGHT),
        title=" ".join(filter(None, (first.title, first.number))),
        author="、".join(first.issuers),
        subject=_in_one_line(f"{first.body}{first.award}"),
        dated=first.dated,
    ) as document:
        for sheet in pages:
            if background:
                draw_background(document.canvas)
            _draw_sheet(document.canvas, sheet, shift)
    return document.content


def _in_one_line(text: str) -> str:
    """Return the text in one line, as the properties of a file show it."""
    return " ".join(text.split())


def _refuse_missing_glyphs(sheet: CertificateSheet) -> None:
    missing = missing_glyphs(sheet.words, Look.BODY)
    if missing:
        raise GlyphsMissing(sheet.number, missing)


def _draw_sheet(
    canvas: Canvas, sheet: CertificateSheet, shift: tuple[float, float]
) -> None:
    right, down = shift
    canvas.translate(right * mm, -down * mm)
    if sheet.watermark:
        _draw_watermark(canvas, sheet.watermark)
    draw_heading(canvas, title=sheet.title, subtitle=sheet.subtitle)
    draw_words(
        canvas,
        salutation=sheet.salutation,
        body=sheet.body,
        award=sheet.award,
        closing=sheet.closing,
        english=sheet.english,
    )
    draw_foot(
        canvas,
        issuers=sheet.issuers,
        date_text=sheet.date_text,
        number=(sheet.number_label, sheet.number),
        verify_url=sheet.verify_url,
    )
    canvas.showPage()


def _draw_watermark(canvas: Canvas, watermark: str) -> None:
    style = Style(Look.TITLE, 110, WATERMARK, spacing=0.3)
    style, lines = fitted(watermark, style, 220 * mm, floor=40)
    canvas.saveState()
    canvas.translate(PAGE_WIDTH / 2, PAGE_HEIGHT / 2)
    canvas.rotate(25)
    for number, line in enumerate(lines):
        middle = (len(lines) / 2 - number - 0.85) * style.size * 1.2
        draw(canvas, 0, middle, line, style, "centre")
    canvas.restoreState()
