"""Certificates as PDF, drawn from the fields that were frozen when they were issued."""

from collections.abc import Sequence
from typing import Any

from certificates.models import Certificate
from paper.certificate import CertificateSheet, certificate_pdf, certificates_pdf
from paper.chinese_date import chinese_date


def sheet_of(certificate: Certificate, verify_url: str) -> CertificateSheet:
    """Compose the sheet of one certificate; the address leads to its verification."""
    printed: dict[str, Any] = certificate.printed
    text = printed["text"]
    return CertificateSheet(
        title=printed["title"],
        subtitle=printed["title_en"],
        salutation=text["salutation"],
        body=text["body"],
        award=text["award"],
        closing=text["closing"],
        issuers=tuple(printed["issuers"]),
        date_text=chinese_date(certificate.issued_on),
        number_label="证书编号：",
        number=certificate.number,
        verify_url=verify_url,
        english=printed.get("english", ""),
        dated=certificate.issued_on,
    )


def certificate_file(certificate: Certificate, verify_url: str) -> bytes:
    """Return one certificate as a PDF file."""
    return certificate_pdf(sheet_of(certificate, verify_url))


def certificates_file(
    certificates: Sequence[tuple[Certificate, str]],
    *,
    background: bool = True,
    shift: tuple[float, float] = (0.0, 0.0),
) -> bytes:
    """Return many certificates with their addresses as one PDF file, in order.

    Without ``background`` for paper with a frame, the words moved right and down.
    """
    sheets = [sheet_of(certificate, url) for certificate, url in certificates]
    return certificates_pdf(sheets, background=background, shift=shift)
