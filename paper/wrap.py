"""Where a line of Chinese or English text may break (避头尾, GB/T 15834 §5.1)."""

import re
from collections.abc import Callable

OPENING = "（〔【《〈「『“‘"
CLOSING = "，。、；：？！）〕】》〉」』”’…—～·％℃"

# A Latin word holds together; ’ inside a word is an apostrophe, not a closing quote.
_WORD = r"[!-\u024F]+(?:’[!-\u024F]+)*"
# 赛项 is one word of every certificate of a prize.
_PLAIN = rf"\s|[{OPENING}]*(?:赛项|{_WORD}|\S)[{CLOSING}]*"
_ATOM = re.compile(_PLAIN)
# A quoted name, with what it has in brackets, and a bracket are read as one.
_NAME = re.compile(rf"(?:“[^“”]*”|（[^（）]*）)[{CLOSING}]*|{_PLAIN}")
_WIDEST_NAME = 0.5  # of a line; a longer name would leave a hole before it

Measure = Callable[[str], float]


def atoms(text: str) -> list[str]:
    """Return the pieces that never break inside: 大 | 赛，| （职 | Skills."""
    return _ATOM.findall(text)


def names_whole(text: str, measure: Measure, widest: float) -> list[str]:
    """Return the pieces with quoted names and brackets whole, as far as they fit."""
    pieces: list[str] = []
    for piece in _NAME.findall(text):
        pieces += [piece] if measure(piece) <= widest else atoms(piece)
    return pieces


def wrap(
    text: str, measure: Measure, width: float, first_width: float | None = None
) -> list[str]:
    """Break the text into lines no wider than `width`; a line feed breaks too.

    `first_width` is the room of a paragraph's first line when it is indented. No line
    starts with closing punctuation or ends with opening punctuation, and a name in
    quotes or brackets stays whole while it is short. A word wider than a line is cut.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        room = width if first_width is None else first_width
        lines.extend(_wrap_paragraph(paragraph, measure, width, room))
    return lines


def _wrap_paragraph(
    text: str, measure: Measure, width: float, room: float
) -> list[str]:
    if measure(text) <= room:
        return [text]
    lines = []
    line = ""
    for atom in names_whole(text, measure, _WIDEST_NAME * width):
        if measure((line + atom).rstrip()) <= room:
            line += atom
            continue
        if line.strip():
            lines.append(line.rstrip())
            room = width
        *cut, line = _cut(atom.lstrip(), measure, room)
        lines.extend(cut)
    return [*lines, line.rstrip()]


def _cut(atom: str, measure: Measure, width: float) -> list[str]:
    """Return the atom as pieces that fit, mostly the atom alone."""
    pieces = [""]
    for char in atom:
        if pieces[-1] and measure(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
