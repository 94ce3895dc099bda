"""Names of persons, kept as their bearers write them.

Source: 民委发〔2016〕33号 (the separator is U+00B7, a name may have 50 characters) and
GB 18030-2022 (every Han character is allowed).

- [x] dots between Han characters become U+00B7
- [x] spaces that only set two-character names wider are removed, others collapsed
- [x] at most 50 characters, counted as characters and not as code units
- [x] nothing is refused but control characters: no list of "valid" letters is right
"""

import re
import unicodedata
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

MIDDLE_DOT: Final = "\u00b7"
MAX_LENGTH: Final = 50

# Bullet, katakana dots, full-width and plain full stop, hyphenation point, operators.
DOTS: Final = "\u00b7\u2022\u30fb\uff65\uff0e.\u2027\u2219\u22c5"
# Zero-width space, byte order mark and soft hyphen come along with copied text.
UNSEEN: Final = dict.fromkeys((0x200B, 0xFEFF, 0x00AD))
# Overrides of the writing direction make a printed name lie about its order.
DIRECTION_OVERRIDES: Final = frozenset(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)

HAN: Final = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Variation selectors choose between shapes of the character before them.
HAN_END: Final = f"{HAN}\ufe00-\ufe0f\U000e0100-\U000e01ef"
DOT_BETWEEN_HAN = re.compile(rf"(?<=[{HAN_END}])\s*[{re.escape(DOTS)}]\s*(?=[{HAN}])")
SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{HAN_END}])\s+(?=[{HAN}])")


class InvalidName(RuleBroken):
    """The text cannot be kept as a name."""


def normalise_name(text: str) -> str:
    """Return the name as it is stored; raise InvalidName with the reason."""
    name = " ".join(text.translate(UNSEEN).split())
    name = DOT_BETWEEN_HAN.sub(MIDDLE_DOT, name)
    name = SPACE_BETWEEN_HAN.sub("", name)
    _check(name)
    return name


def is_han(character: str) -> bool:
    """Whether a character is a Han character, of whichever extension."""
    return re.fullmatch(f"[{HAN}]", character) is not None


def _check(name: str) -> None:
    if not name:
        raise InvalidName(Sentence("The name is empty; write it as on the card."))
    if len(name) > MAX_LENGTH:
        raise InvalidName(
            Sentence(
                "The name has {length} characters; at most {limit} are possible.",
                {"length": len(name), "limit": MAX_LENGTH},
            )
        )
    position = next((i for i, c in enumerate(name, 1) if _is_control(c)), None)
    if position is not None:
        raise InvalidName(
            Sentence(
                "Character {position} of the name is an invisible control character;"
                " type the name again instead of pasting it.",
                {"position": position},
            )
        )


def _is_control(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or character in DIRECTION_OVERRIDES
    )
