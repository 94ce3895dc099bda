"""Says in words what to know about the scale of a result before it is believed."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from scoring.enums import ResultStanding, Scale
from scoring.models import Result
from scoring.rules.outcome import ScaleKind, scale_of
from scoring.rules.scale import SMALL_FIELD


def scale_notices(kind: str, rows: Sequence[Result]) -> list[str]:
    """Return the warnings about scale scores of rows, stored or only worked out."""
    if kind == Scale.NONE:
        return []
    totals = {
        str(row.entry_id): row.total
        for row in rows
        if row.standing == ResultStanding.RANKED
    }
    scale = scale_of(totals, ScaleKind(kind))
    if not scale.is_defined:
        return [
            _(
                "The scale is undefined: at least half of the entries have the same"
                " mark. Ranks go by the totals, and there are no scale scores and no"
                " medals."
            )
        ]
    if kind == Scale.SCALE_700 and scale.is_small_field:
        return [
            _(
                "Only %(count)s entries stand on the scale of 700. With fewer than"
                " %(fewest)s, one mark of one entry can move every scale score far;"
                " look at the totals as well."
            )
            % {"count": len(totals), "fewest": SMALL_FIELD}
        ]
    return []
