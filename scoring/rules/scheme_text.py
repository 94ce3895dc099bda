"""The one form in which a scheme holds its texts, so that equal schemes are equal."""

import re
from decimal import Decimal

# What XML cannot carry, and so no workbook can: C0 controls but tab and line
# feed, lone surrogates and the two non-characters.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel on other systems leaves carriage returns, sometimes spelt out.
_LINE_BREAK = re.compile(r"(?:_x000D_)?\r?\n|_x000D_|\r")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_LARGEST_EXPONENT = 20


def tidy(text: str) -> str:
    """Strip a text, with line feeds as its only line breaks; idempotent."""
    return _LINE_BREAK.sub("\n", _UNWRITABLE.sub("", text)).strip()


def plain_number(text: str) -> str:
    """Spell a number without exponent or trailing zeros: ``0E-8`` becomes ``0``.

    A text that is no number of a sensible size is returned as it is.
    """
    if not _NUMBER.fullmatch(text):
        return text
    number = Decimal(text).normalize()
    if abs(number.adjusted()) > _LARGEST_EXPONENT:
        return text
    return format(number + 0, "f")
