"""The fingerprint of a sheet as it is signed, printed as its receipt code.

It covers the scheme, the sheet and every mark and reveal on it, so that whoever holds
the receipt can tell whether anything was changed later.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal

RECEIPT_LENGTH = 12


@dataclass(frozen=True)
class SignedMark:
    """A mark as it stands when the sheet is signed."""

    aspect: str
    seat: int
    value: str
    mark: Decimal | None
    round: int


@dataclass(frozen=True)
class SignedReveal:
    """A reveal as it stands when the sheet is signed; no aspect for a whole sheet."""

    aspect: str
    round: int
    scores: tuple[tuple[int, str], ...]
    mark: Decimal | None


def sheet_hash(
    sheet: str,
    scheme_hash: str,
    marks: Iterable[SignedMark],
    reveals: Iterable[SignedReveal],
) -> str:
    """Return the SHA-256 of a sheet in hexadecimal, whatever the order of its rows."""
    body = {
        "sheet": sheet,
        "scheme": scheme_hash,
        "marks": [asdict(each) for each in sorted(marks, key=_place)],
        "reveals": [asdict(each) for each in sorted(reveals, key=_place_of_reveal)],
    }
    text = json.dumps(body, default=str, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def receipt_of(hashes: Iterable[str]) -> str:
    """Return the short code of a list of sheets signed together."""
    joined = "\n".join(sorted(hashes))
    return hashlib.sha256(joined.encode()).hexdigest()[:RECEIPT_LENGTH].upper()


def in_groups(code: str) -> str:
    """Return a receipt code in groups of four, as people read it aloud."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _place(mark: SignedMark) -> tuple[str, int]:
    return mark.aspect, mark.seat


def _place_of_reveal(reveal: SignedReveal) -> tuple[str, int]:
    return reveal.aspect, reveal.round
