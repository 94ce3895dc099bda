"""The days of a competition lie near the year it is planned in, and are few.

Source: none; a slip of the hand such as 1900 or 2999 would stand on every certificate.

- [x] the last day is not before the first
- [x] the first day lies between 30 years ago and 5 years ahead
- [x] a competition lasts at most a year, heats and finals together
"""

from datetime import date
from typing import Final

from people.rules.sentence import RuleBroken, Sentence

YEARS_BACK: Final = 30
YEARS_AHEAD: Final = 5
LONGEST: Final = 366


class InvalidDays(RuleBroken):
    """The days cannot be those of a competition; ``field`` names the wrong one."""

    def __init__(self, field: str, sentence: Sentence) -> None:
        """Keep which of the two days is wrong."""
        super().__init__(sentence)
        self.field = field


def check_days(first: date, last: date, *, today: date) -> None:
    """Raise InvalidDays, saying what would be right."""
    earliest, latest = today.year - YEARS_BACK, today.year + YEARS_AHEAD
    if not earliest <= first.year <= latest:
        raise InvalidDays(
            "starts_on",
            Sentence(
                "The first day lies in {year}; check the year, which must be between"
                " {earliest} and {latest}.",
                {
                    "year": str(first.year),
                    "earliest": str(earliest),
                    "latest": str(latest),
                },
            ),
        )
    if last < first:
        raise InvalidDays("ends_on", Sentence("The last day is before the first day."))
    length = (last - first).days + 1
    if length > LONGEST:
        raise InvalidDays(
            "ends_on",
            Sentence(
                "From the first to the last day there are {length} days; a competition"
                " lasts at most {longest}.",
                {"length": length, "longest": LONGEST},
            ),
        )
