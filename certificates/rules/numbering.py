"""Certificate numbers from a pattern that each office writes for itself.

Source: there is no national rule for the numbers of competition certificates; seen are
绍技赛〔2026〕017-003 and the like. A number is unique and never used again, so a
pattern must contain the serial.

- [x] ``{year}``, ``{event}``, ``{serial}``, ``{level}``, ``{class}`` and widths such as
  ``{serial:03}``
- [x] one spelling of brackets, dashes and widths, whatever is typed
- [x] nothing else is ever looked up: a pattern is text, not a program
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

FIELDS: Final = ("year", "event", "serial", "level", "class")
SERIAL: Final = "serial"
MAX_LENGTH: Final = 60
PLACE = re.compile(r"\{([a-z]+)(?::0?([1-9]))?\}")


# Brackets of every kind and dashes of every length, after NFKC; spaces go.
_PLAIN: Final = {
    **dict.fromkeys(map(ord, "([{<〈《【〖〘〚"), "〔"),
    **dict.fromkeys(map(ord, ")]}>〉》】〗〙〛"), "〕"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−─ー"), "-"),
}


class InvalidPattern(RuleBroken):
    """The pattern cannot make certificate numbers."""


def certificate_number(pattern: str, values: Mapping[str, int | str]) -> str:
    """Return a number, such as 绍技赛〔2026〕017-003, from a pattern and its values.

    Values that the pattern does not ask for are left out; one that it asks for and
    does not get raises InvalidPattern.
    """
    check_pattern(pattern)
    number = plain_number(PLACE.sub(lambda place: _fill(place, values), pattern))
    if len(number) > MAX_LENGTH:
        raise InvalidPattern(
            Sentence(
                "The certificate number has {length} characters; at most {limit} are"
                " possible.",
                {"length": len(number), "limit": MAX_LENGTH},
            )
        )
    return number


def plain_number(text: str) -> str:
    """Return a number in the one form it is printed and looked for in.

    Who types it from paper has other brackets, widths and dashes on the keyboard than
    the 〔〕 of GB/T 9704-2012, and may set spaces.
    """
    folded = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    return "".join(folded.split())


def check_pattern(pattern: str) -> None:
    """Raise InvalidPattern unless the pattern can make unique numbers."""
    asked = [place[1] for place in PLACE.finditer(pattern)]
    rest = PLACE.sub("", pattern)
    if "{" in rest or "}" in rest or not set(asked) <= set(FIELDS):
        raise InvalidPattern(
            Sentence(
                "The pattern may contain {places}, with a width such as {example}.",
                {
                    "places": " ".join(f"{{{name}}}" for name in FIELDS),
                    "example": "{serial:03}",
                },
            )
        )
    if SERIAL not in asked:
        raise InvalidPattern(
            Sentence(
                "The pattern lacks {place}, so two certificates would get one number.",
                {"place": "{serial}"},
            )
        )


def _fill(place: re.Match[str], values: Mapping[str, int | str]) -> str:
    name, width = place[1], int(place[2] or 0)
    if name not in values:
        raise InvalidPattern(
            Sentence(
                "The pattern asks for {place}, which this certificate does not have.",
                {"place": f"{{{name}}}"},
            )
        )
    return str(values[name]).rjust(width, "0")
