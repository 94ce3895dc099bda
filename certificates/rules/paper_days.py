"""What a decision and a certificate may bear as number and day.

Source: GB/T 9704-2012 §7.2.5: the number of an official document is the mark of its
office, the year in brackets and a serial, as 绍市人社发〔2026〕41号. A decision follows
the result it rests on, and nothing is signed on a day still to come.

- [x] a year and a serial after it; any brackets, for older documents have others
- [x] no day before the result was published, none after today
"""

import re
import unicodedata
from datetime import date
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

_YEAR_AND_SERIAL: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)\D+\d")


class ImplausibleNumber(RuleBroken):
    """The text is not the number of a document."""


class ImplausibleDay(RuleBroken):
    """Nothing can have been decided or signed on this day."""


def check_document_number(number: str) -> None:
    """Raise ImplausibleNumber unless a year and a serial stand in the number."""
    if not _YEAR_AND_SERIAL.search(unicodedata.normalize("NFKC", number)):
        raise ImplausibleNumber(
            Sentence(
                "“{number}” is not the number of a document. It has a year and a"
                " serial, such as 绍市人社发〔2026〕41号.",
                {"number": number},
            )
        )


def check_day(day: date, *, published_on: date | None, today: date) -> None:
    """Raise ImplausibleDay unless the day lies between publication and today."""
    if published_on and day < published_on:
        raise ImplausibleDay(
            Sentence(
                "The result was published on {published} only; give that day or a"
                " later one.",
                {"published": published_on.isoformat()},
            )
        )
    if day > today:
        raise ImplausibleDay(
            Sentence(
                "This day is still to come; give today, {today}, or an earlier one.",
                {"today": today.isoformat()},
            )
        )


def check_signing_day(day: date, *, decided_on: date | None, today: date) -> None:
    """Raise ImplausibleDay unless the day lies between the decision and today."""
    if decided_on and day < decided_on:
        raise ImplausibleDay(
            Sentence(
                "The title was granted on {decided} only; give that day or a later"
                " one.",
                {"decided": decided_on.isoformat()},
            )
        )
    check_day(day, published_on=None, today=today)
