"""Whether a yearly target is reached, within reach or out of it.

Source: targets read "about 100" (左右), so 96 is no failure: how near is near enough is
the office's threshold and not ours.

- [x] reached, on track or behind, with the percentage done and forecast
- [x] the threshold is a setting, 90 % unless told otherwise
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from craftsmen.rules.forecast import Forecast
from scoring.rules.rounding import round_half_up

WHOLE: Final = 100
NEAR_ENOUGH: Final = Decimal(90)


class TargetState(StrEnum):
    """How a target stands."""

    REACHED = "reached"
    ON_TRACK = "on_track"
    BEHIND = "behind"


@dataclass(frozen=True)
class Progress:
    """A target with what is done and forecast, in whole percent of it."""

    target: int
    forecast: Forecast
    done_percent: int
    expected_percent: int
    state: TargetState

    @property
    def missing(self) -> int:
        """Return how many more the target needs from today on."""
        return max(self.target - self.forecast.done, 0)


def assess(
    target: int, forecast: Forecast, *, near_enough: Decimal = NEAR_ENOUGH
) -> Progress:
    """Compare a forecast with its target; ``near_enough`` is in percent."""
    return Progress(
        target=target,
        forecast=forecast,
        done_percent=_percent(forecast.done, target),
        expected_percent=_percent(forecast.expected, target),
        state=_state(target, forecast, near_enough),
    )


def _state(target: int, forecast: Forecast, near_enough: Decimal) -> TargetState:
    if forecast.done >= target:
        return TargetState.REACHED
    needed = Fraction(near_enough) * target / WHOLE
    return TargetState.ON_TRACK if forecast.expected >= needed else TargetState.BEHIND


def _percent(number: int, target: int) -> int:
    """Return a percentage; a target of nothing is reached by nothing."""
    if not target:
        return WHOLE
    return int(round_half_up(Fraction(number * WHOLE, target), 0))
