"""Hands out printed files under a name that people can read."""

import re
from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from certificates.models import Certificate

# What a file system refuses, and what would break the header.
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\\/:*?"<>|]+')
# 255 bytes are the limit of most file systems, three for each Chinese character.
_LONGEST: Final = 80


def pdf(content: bytes, *words: str, is_download: bool = False) -> HttpResponse:
    """Return a PDF file that the browser shows, and saves under these words.

    A download is saved at once, without being shown.
    """
    response = HttpResponse(content, content_type="application/pdf")
    named = content_disposition_header(
        as_attachment=is_download, filename=f"{file_stem(*words)}.pdf"
    )
    response["Content-Disposition"] = named or "inline"
    response["Cache-Control"] = "private, no-store"
    return response


def file_words(certificate: Certificate) -> tuple[str, str]:
    """Name the file of a certificate by what was won and by its number."""
    return certificate.printed["award"], certificate.number


def file_stem(*words: str) -> str:
    """Join words to a name that every system accepts, Chinese as it is."""
    safe = _UNSAFE.sub(" ", " ".join(words)).split()
    return " ".join(safe)[:_LONGEST].strip(" .") or "certificate"
