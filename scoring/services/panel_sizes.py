"""Refuses to begin with panels that could never finish."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _, ngettext

from competitions.enums import SeatKind
from competitions.models import Event, Panel
from competitions.services.refusal import Refusal
from scoring.queries.panel_needs import needed_judges
from scoring.queries.seats import seating_of


class MarkingNotReady(Refusal):
    """Something that marking needs is missing; the sentence says what."""


def refuse_small_panels(event: Event, entry_ids: Collection[UUID]) -> None:
    """Raise MarkingNotReady for a panel with too few judges, at all or before an entry.

    Once such a panel has entered a mark its seats stand, and its sheets could never be
    completed.
    """
    needed = needed_judges([event.pk])
    judges = Count("seats", filter=Q(seats__kind=SeatKind.JUDGE))
    panels = list(Panel.objects.filter(pk__in=needed).annotate(judges=judges))
    for panel in panels:
        if panel.judges < needed[panel.pk]:
            raise MarkingNotReady(
                _(
                    "Panel “%(panel)s” has %(judges)s judges and needs %(needed)s; "
                    "appoint more."
                )
                % {
                    "panel": panel.name,
                    "judges": panel.judges,
                    "needed": needed[panel.pk],
                }
            )
    seating = seating_of(event.pk, entry_ids)
    for panel in panels:
        short = sum(
            len(seating.seats_for(panel.pk, entry_id)) < needed[panel.pk]
            for entry_id in entry_ids
        )
        if short:
            raise MarkingNotReady(_blocked_too_often(panel, needed[panel.pk], short))


def _blocked_too_often(panel: Panel, needed: int, short: int) -> str:
    return ngettext(
        "Panel “%(panel)s” needs %(needed)s judges before every entry, and too many are"
        " blocked for %(short)s entry. Under conflicts of interest, record a"
        " declaration or let a reserve judge stand in instead.",
        "Panel “%(panel)s” needs %(needed)s judges before every entry, and too many are"
        " blocked for %(short)s entries. Under conflicts of interest, record a"
        " declaration or let a reserve judge stand in instead.",
        short,
    ) % {"panel": panel.name, "needed": needed, "short": short}
