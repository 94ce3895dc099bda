"""How many judges the panels of events need for what they mark."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q

from competitions.enums import MeasurementProcedure
from scoring.enums import AspectKind, CombineAt
from scoring.models import SubCriterion
from scoring.queries.schemes import current_schemes
from scoring.rules.panel_size import fewest_judges

_PROCEDURE = "panel__event__measurement_procedure"
_COMBINE_AT = "criterion__scheme__combine_at"


def needed_judges(event_ids: Collection[UUID]) -> dict[UUID, int]:
    """Map the panels that mark newest schemes to their fewest judges; two statements.

    A panel that marks several sub criteria needs what the most demanding one needs.
    """
    schemes = [scheme.pk for scheme in current_schemes(event_ids)]
    needed: dict[UUID, int] = {}
    for form in (
        SubCriterion.objects.filter(criterion__scheme__in=schemes, panel__isnull=False)
        .values("pk", "panel", _PROCEDURE, _COMBINE_AT)
        .annotate(
            judged=Count("aspects", filter=Q(aspects__kind=AspectKind.JUDGEMENT)),
            measured=Count("aspects", filter=Q(aspects__kind=AspectKind.MEASUREMENT)),
        )
    ):
        fewest = fewest_judges(
            is_judged=form["judged"] > 0,
            is_measured=form["measured"] > 0,
            is_together=form[_COMBINE_AT] == CombineAt.ASPECT,
            is_dual=form[_PROCEDURE] == MeasurementProcedure.DUAL,
        )
        needed[form["panel"]] = max(needed.get(form["panel"], 0), fewest)
    return needed


def needed_in(event_id: UUID) -> dict[UUID, int]:
    """Answer the registry of competitions for one event."""
    return needed_judges([event_id])
