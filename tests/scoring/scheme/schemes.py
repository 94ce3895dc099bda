"""Small schemes for tests of the rules."""

from decimal import Decimal
from typing import Any

from scoring.rules.scheme import Aspect, Criterion, Scheme, Section, SubCriterion

LADDER = ("none", "meets", "exceeds", "excellent")


def aspect(**changes):
    """One measured aspect of 20 marks; its size is a warning and no error."""
    fields: dict[str, Any] = {
        "kind": "M",
        "description": "Length",
        "section": 1,
        "max_mark": Decimal("20.00"),
        "row": 30,
    }
    return Aspect(**(fields | changes))


def scheme(*aspects, sections=(("Work", "100.00"),), **changes):
    """Five criteria of 20 marks; given aspects replace the one of criterion A."""
    criteria = [
        Criterion(
            letter,
            f"Criterion {letter}",
            (
                SubCriterion(
                    f"{letter}1",
                    "Part",
                    1,
                    aspects if letter == "A" and aspects else (aspect(),),
                    row=20,
                ),
            ),
            row=10,
        )
        for letter in "ABCDE"
    ]
    return Scheme(
        skill="17 Web",
        sections=tuple(
            Section(number, name, Decimal(declared), row=number + 4)
            for number, (name, declared) in enumerate(sections, start=1)
        ),
        criteria=tuple(changes.pop("criteria", criteria)),
        **changes,
    )
