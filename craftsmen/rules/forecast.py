"""Where a yearly figure will end, at today's pace and with what is already planned.

Source: the plan for the ladder of craftsmen asks for a running comparison with yearly
targets (50 competitions, about 100 technical experts); the method is our own, kept so
simple that an official can check it by hand.

- [x] pace: what is done, divided by the share of the year that has passed
- [x] what is done and what is already scheduled in the year is the least
- [x] the forecast is the greater of both; a year that is over is what it was
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scoring.rules.rounding import round_half_up


@dataclass(frozen=True)
class Forecast:
    """What is done, what is planned on top, and what the year will come to."""

    done: int
    scheduled: int
    by_pace: int
    expected: int


def share_of_year(year: int, today: date) -> Fraction:
    """Return how much of a year has passed at the end of today, from 0 to 1."""
    first, next_first = date(year, 1, 1), date(year + 1, 1, 1)
    passed = min(max((today - first).days + 1, 0), (next_first - first).days)
    return Fraction(passed, (next_first - first).days)


def forecast(*, done: int, scheduled: int, year: int, today: date) -> Forecast:
    """Forecast a figure of one year; ``scheduled`` is dated from tomorrow onwards."""
    share = share_of_year(year, today)
    by_pace = int(round_half_up(Fraction(done) / share, 0)) if share else 0
    return Forecast(
        done=done,
        scheduled=scheduled,
        by_pace=by_pace,
        expected=max(by_pace, done + scheduled),
    )
