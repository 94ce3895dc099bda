"""What a competition needs before registration opens, for the readiness registry."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from competitions.enums import CompetitionState, HostKind
from competitions.models import Competition, CompetitionHost, Component, Event
from competitions.readiness import ReadinessItem, Severity
from competitions.rules.weights import plain

_PHASE = CompetitionState.PLANNING


def check_planning(
    competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for a host, the notice, events, and weights that sum to 100 %."""
    edit = reverse("competitions:competition-edit", args=(competition.pk,))
    yield ReadinessItem(
        phase=_PHASE,
        is_done=CompetitionHost.objects.filter(
            competition=competition, kind=HostKind.HOST
        ).exists(),
        sentence=_("No host is named; certificates and notices need one."),
        action=_("Name the hosts"),
        url=edit,
    )
    yield ReadinessItem(
        phase=_PHASE,
        is_done=bool(competition.document_number),
        sentence=_("The notice has no document number yet."),
        action=_("Add the number"),
        url=edit,
        severity=Severity.WARNING,
    )
    yield ReadinessItem(
        phase=_PHASE,
        is_done=bool(events),
        sentence=_("The competition has no event yet."),
        action=_("Add an event"),
        url=reverse("competitions:event-add", args=(competition.pk,)),
    )
    yield from _check_weights(events)


def _check_weights(events: Sequence[Event]) -> Iterator[ReadinessItem]:
    totals = _weight_totals(events)
    for event in events:
        total = totals.get(event.pk, Decimal(0))
        if total:
            sentence = _(
                "%(event)s: the weights sum to %(total)s %%; they must sum to 100 %%."
            ) % {"event": event.display_name, "total": plain(total)}
        else:
            sentence = _("%(event)s: no components yet.") % {
                "event": event.display_name
            }
        yield ReadinessItem(
            phase=_PHASE,
            is_done=total == 100,  # noqa: PLR2004  # percent
            sentence=sentence,
            action=_("Set the components"),
            url=reverse("competitions:event-components", args=(event.pk,)),
            event_id=event.pk,
        )


def _weight_totals(events: Sequence[Event]) -> dict[UUID, Decimal]:
    # Summed here: SQLite would add decimals as binary fractions.
    totals: dict[UUID, Decimal] = {}
    rows = Component.objects.filter(stage__event__in=[event.pk for event in events])
    for event_id, weight in rows.values_list("stage__event", "weight"):
        totals[event_id] = totals.get(event_id, Decimal(0)) + weight
    return totals
