"""The figures of a year, each with its target and its forecast."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min

from competitions.models import Competition
from craftsmen.enums import IndicatorSource
from craftsmen.models import Indicator, Target
from craftsmen.queries.counted import (
    counted_competitions,
    counted_credentials,
    scheduled_competitions,
)
from craftsmen.rules.forecast import Forecast, forecast
from craftsmen.rules.targets import Progress, assess

_SCALE = 100


@dataclass(frozen=True)
class Figure:
    """One indicator in one year; without a target there is no progress."""

    indicator: Indicator
    year: int
    forecast: Forecast
    target: Target | None
    progress: Progress | None

    @property
    def bar(self) -> dict[str, int]:
        """Return the widths of the bullet bar, in hundredths of its length."""
        target = self.target.value if self.target else 0
        longest = max(target, self.forecast.expected, self.forecast.done, 1)
        return {
            "done": self.forecast.done * _SCALE // longest,
            "expected": self.forecast.expected * _SCALE // longest,
            "target": target * _SCALE // longest,
        }


def figures_of(year: int, today: date) -> list[Figure]:
    """Return every indicator of a year, in their order; two statements each."""
    indicators = Indicator.objects.order_by("position")
    targets = {each.indicator_id: each for each in Target.objects.filter(year=year)}
    return [_figure(each, year, today, targets.get(each.pk)) for each in indicators]


def years_with_figures(today: date) -> list[int]:
    """Return the years to switch between, the latest first."""
    span = Competition.objects.aggregate(
        first=Min("starts_on__year"), last=Max("starts_on__year")
    )
    first = min(span["first"] or today.year, today.year)
    last = max(span["last"] or today.year, today.year + 1)
    return list(range(last, first - 1, -1))


def _figure(
    indicator: Indicator, year: int, today: date, target: Target | None
) -> Figure:
    if indicator.source == IndicatorSource.COMPETITIONS:
        done = counted_competitions(indicator, year).count()
        scheduled = scheduled_competitions(indicator, year, today).count()
    else:
        rows = counted_credentials(indicator, year).order_by()
        done = rows.values("person").distinct().count()
        scheduled = 0
    found = forecast(done=done, scheduled=scheduled, year=year, today=today)
    progress = assess(target.value, found) if target else None
    return Figure(indicator, year, found, target, progress)
