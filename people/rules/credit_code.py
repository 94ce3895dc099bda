"""The unified social credit code of organisations (统一社会信用代码).

Source: GB 32100-2015: 18 characters of a 31-letter alphabet, the last one a check
character with the weights 3^i mod 31.

- [x] full-width characters, spaces, hyphens and small letters are read as meant
- [x] alphabet (no I, O, S, V, Z), length and check character
"""

import unicodedata
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

LENGTH: Final = 18
ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
MODULUS: Final = len(ALPHABET)
WEIGHTS: Final = tuple(pow(3, place, MODULUS) for place in range(LENGTH - 1))


class InvalidCreditCode(RuleBroken):
    """The text is no unified social credit code."""


def parse_credit_code(text: str) -> str:
    """Return the code in its plain form; raise InvalidCreditCode with the reason."""
    code = _normalise(text)
    if len(code) != LENGTH:
        raise InvalidCreditCode(
            Sentence(
                "The social credit code has {length} characters; it must have 18.",
                {"length": len(code)},
            )
        )
    foreign = sorted(set(code) - set(ALPHABET))
    if foreign:
        raise InvalidCreditCode(
            Sentence(
                "The social credit code contains {characters}; it is made of digits"
                " and capital letters other than I, O, S, V and Z.",
                {"characters": " ".join(foreign)},
            )
        )
    if code[-1] != check_character(code[:-1]):
        raise InvalidCreditCode(
            Sentence(
                "The social credit code does not fit its check character, so at least"
                " one character is mistyped; compare it with the licence."
            )
        )
    return code


def check_character(first_seventeen: str) -> str:
    """Return the eighteenth character that belongs to the first seventeen."""
    total = sum(
        ALPHABET.index(character) * weight
        for character, weight in zip(first_seventeen, WEIGHTS, strict=True)
    )
    return ALPHABET[-total % MODULUS]


def _normalise(text: str) -> str:
    return "".join(
        character
        for character in unicodedata.normalize("NFKC", text).upper()
        if character != "-"
        and not character.isspace()
        and unicodedata.category(character) != "Cf"
    )
