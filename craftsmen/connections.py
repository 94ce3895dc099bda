"""Tells the apps below how far the year has come."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from audit import wording
from competitions import year_figures
from competitions.year_figures import YearFigure
from craftsmen.permissions import can_see_targets
from craftsmen.queries.figures import figures_of
from people.models import User


def connect() -> None:
    """Register wording and the year's tiles; calling twice is safe."""
    wording.register(
        "target.set", _("Set the target of %(year)s for %(name)s to %(value)s")
    )
    year_figures.register(tiles)


def tiles(user: User, year: int) -> Iterator[YearFigure]:
    """Return a tile for each indicator of a year."""
    if not can_see_targets(user):
        return
    for figure in figures_of(year, timezone.localdate()):
        path = reverse("craftsmen:indicator", args=(figure.indicator.code,))
        yield YearFigure(
            label=figure.indicator.display_name,
            value=figure.forecast.done,
            target=figure.target.value if figure.target else None,
            url=f"{path}?year={year}",
        )
