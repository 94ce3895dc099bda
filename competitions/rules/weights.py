"""The weights of an event's components sum to 100 %.

Source: notices of competitions, theory 20 and practice 80 or the like; a WorldSkills
event has one component of 100 %.

- [x] every weight lies above 0 and at most at 100, the sum is exactly 100
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

WHOLE: Final = Decimal(100)


class InvalidWeights(RuleBroken):
    """The weights of the components cannot be used."""


def check_weights(weights: Mapping[str, Decimal]) -> None:
    """Raise InvalidWeights, saying what would be right; weights are in percent."""
    if not weights:
        raise InvalidWeights(
            Sentence("The event has no components; add one with a weight of 100 %.")
        )
    for name, weight in weights.items():
        if not 0 < weight <= WHOLE:
            raise InvalidWeights(
                Sentence(
                    "The weight of {name} is {weight} %; it must be above 0 and at"
                    " most 100.",
                    {"name": name, "weight": plain(weight)},
                )
            )
    total = sum(weights.values(), Decimal(0))
    if total != WHOLE:
        raise InvalidWeights(
            Sentence(
                "The weights sum to {total} %; they must sum to 100 %.",
                {"total": plain(total)},
            )
        )


def plain(number: Decimal) -> str:
    """Write a number without needless zeros: 20, not 20.00 and not 2E+1."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
