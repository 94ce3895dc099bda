"""Faces for print, opened once per process and chosen character by character."""

import unicodedata
from enum import Enum
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from threading import RLock

from reportlab.pdfbase import pdfmetrics

from .font_files import font_path, system_font_path
from .unicode_map import UnicodeFont

SERIF_BLACK = "NotoSerifSC-Black"
SERIF_REGULAR = "NotoSerifSC-Regular"
WENKAI = "LXGWWenKai-Medium"
# Japanese shapes come last: HanaMin is right only where nothing else has the glyph.
OPTIONAL = ("BabelStoneHan", "HanaMinB")

# Full width in the serif faces: right among Han characters, holes in English.
_QUOTES = "“”‘’"
_FIRST_HAN = "\u2e80"

# Printed for a character no face has (下待补字, the printer's "geta" mark).
GETA = "〓"


class Look(Enum):
    """What a text is for; each look names its faces in order of preference."""

    TITLE = (SERIF_BLACK, SERIF_REGULAR, WENKAI)
    SERIF = (SERIF_REGULAR, WENKAI)
    BODY = (WENKAI, SERIF_REGULAR)


_opening = RLock()


@cache
def _open(name: str, path: Path) -> UnicodeFont:
    font = UnicodeFont(name, str(path), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(font)
    return font


def open_face(name: str, path: Path) -> UnicodeFont:
    """Return the registered face, parsing its file (0.2 s) only the first time."""
    # functools.cache lets two threads parse the same 14 MB at once: the lock does not.
    with _opening:
        return _open(name, path)


def _faces(look: Look) -> list[tuple[str, Path]]:
    fetched = [(name, font_path(name)) for name in look.value]
    installed = [(name, system_font_path(name)) for name in OPTIONAL]
    return [*fetched, *((name, path) for name, path in installed if path)]


def has_glyph(font: UnicodeFont, code: int) -> bool:
    """Return whether the face can draw the code point, not only lists it.

    Fonts list characters whose outline is empty; they would print as white paper.
    """
    glyph = font.face.charToGlyph.get(code)
    if not glyph:
        return False
    if unicodedata.category(chr(code)) == "Zs":
        return True
    positions = font.face.glyphPos
    return bool(positions[glyph + 1] > positions[glyph])


@lru_cache(maxsize=65_536)
def face_for(character: str, look: Look) -> UnicodeFont | None:
    """Return the first face of the look that can draw the character, or None."""
    for name, path in _faces(look):
        font = open_face(name, path)
        if has_glyph(font, ord(character)):
            return font
    return None


def missing_glyphs(text: str, look: Look = Look.BODY) -> list[int]:
    """Return the code points of the text that cannot be printed, sorted, each once.

    Line feeds are layout. Invisible characters (zero width, control) are reported:
    they come from copied text and have no place in a name.
    """
    characters = set(text) - {"\n"}
    return sorted(ord(char) for char in characters if face_for(char, look) is None)


def is_chinese(text: str) -> bool:
    """Return whether the text holds characters of Chinese script or its punctuation."""
    return any(char >= _FIRST_HAN for char in text)


def runs(text: str, look: Look) -> list[tuple[UnicodeFont, str]]:
    """Split the text into runs of one face; what no face has becomes 〓."""
    quotes = look if is_chinese(text) else Look.BODY
    looks = [quotes if char in _QUOTES else look for char in text]
    printable = [
        char if face_for(char, its) else GETA
        for char, its in zip(text, looks, strict=True)
    ]
    chosen = [
        (face_for(char, its), char) for char, its in zip(printable, looks, strict=True)
    ]
    return [
        (font, "".join(char for _, char in group))
        for font, group in groupby(chosen, key=lambda pair: pair[0])
        if font is not None
    ]
