"""What is looked at before a workbook is parsed: its kind and its declared size.

A small file may declare gigabytes, so the directory of the ZIP archive is read
first (OWASP ASVS 5.2.3). ``zipfile`` reads no entry beyond its declared size.
"""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from people.rules.sentence import RuleBroken, Sentence

MEGABYTE = 1024 * 1024
LARGEST_FILE = 5 * MEGABYTE
LARGEST_ENTRY = 20 * MEGABYTE
LARGEST_WORKBOOK = 40 * MEGABYTE
# Pictures are never unpacked here, the XML parts are: a marking scheme has half a
# megabyte, a thousand entries fewer.
LARGEST_XML = 10 * MEGABYTE
MOST_ENTRIES = 200
MOST_DENSE = 200
_ENCRYPTED_BIT = 0x1
# The old binary container: workbooks of 2003 and those under a password.
_COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")


class NotAWorkbook(RuleBroken):
    """The file is no workbook to be read; its sentence says why and what would be."""


def guard_workbook(file: BinaryIO) -> None:
    """Raise ``NotAWorkbook`` unless a file looks like a workbook of sensible size."""
    start = file.read(len(_COMPOUND_FILE))
    size = file.seek(0, 2)
    file.seek(0)
    if not size:
        raise NotAWorkbook(Sentence("The file is empty; choose a workbook (.xlsx)."))
    if start == _COMPOUND_FILE:
        raise NotAWorkbook(
            Sentence(
                "The workbook has a password or the old .xls format; "
                "save it as .xlsx without a password."
            )
        )
    if size > LARGEST_FILE:
        raise NotAWorkbook(
            Sentence("The file is larger than 5 MB; copy its rows to a new workbook.")
        )
    _guard_entries(_entries(file))
    file.seek(0)


def _entries(file: BinaryIO) -> list[ZipInfo]:
    try:
        with ZipFile(file) as archive:
            return archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        raise NotAWorkbook(
            Sentence("The file is no Excel workbook; save it as .xlsx.")
        ) from None


def _guard_entries(entries: list[ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise NotAWorkbook(
            Sentence(
                "The workbook has too many parts; copy its rows to a new workbook."
            )
        )
    if any(entry.flag_bits & _ENCRYPTED_BIT for entry in entries):
        raise NotAWorkbook(
            Sentence(
                "The workbook has a password; save it as .xlsx without a password."
            )
        )
    sizes = [entry.file_size for entry in entries]
    xml = sum(entry.file_size for entry in entries if _is_xml(entry))
    if (
        xml > LARGEST_XML
        or max(sizes, default=0) > LARGEST_ENTRY
        or sum(sizes) > LARGEST_WORKBOOK
    ):
        raise NotAWorkbook(
            Sentence(
                "The workbook unpacks to too much data; copy its rows to a new one."
            )
        )
    if any(_is_dense(entry) for entry in entries):
        raise NotAWorkbook(
            Sentence("The workbook is packed too densely; copy its rows to a new one.")
        )
    if "[Content_Types].xml" not in (entry.filename for entry in entries):
        raise NotAWorkbook(Sentence("The file is no Excel workbook; save it as .xlsx."))


def _is_xml(entry: ZipInfo) -> bool:
    return entry.filename.lower().endswith((".xml", ".rels", ".vml"))


def _is_dense(entry: ZipInfo) -> bool:
    """Whether an entry unpacks to far more than any real sheet of its size."""
    is_large = entry.file_size > MEGABYTE
    return is_large and entry.file_size > MOST_DENSE * max(entry.compress_size, 1)
