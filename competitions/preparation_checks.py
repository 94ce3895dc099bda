"""What events need before marking begins: judges, decisions and draws."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from competitions.enums import (
    CompetitionState,
    ComponentSource,
    MeasurementProcedure,
    SeatKind,
)
from competitions.models import Competition, Component, Event, Panel
from competitions.queries.conflicts import SeatConflict, conflicts_of
from competitions.queries.draws import DrawCounts, draw_counts
from competitions.queries.judges import chiefs_of, seated_chiefs
from competitions.queries.panels import panels_of
from competitions.readiness import ReadinessItem, Severity

_PHASE = CompetitionState.PREPARATION
# Two pairs measure apart, so somebody has to sit in each.
_FEWEST_IN_PAIRS = 2


def check_panels(
    competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for filled panels, a chief judge, and decisions about every conflict."""
    ids = [event.pk for event in events]
    marked = _marked_by_panels(ids)
    chiefs = chiefs_of(ids)
    rows = panels_of(ids)
    conflicts = conflicts_of(ids, rows)
    panels: dict[UUID, list[Panel]] = defaultdict(list)
    for panel in rows:
        panels[panel.event_id].append(panel)
    for event in events:
        if event.pk in marked:
            yield _panels_item(event, panels[event.pk])
            led = chiefs.get(event.pk, set())
            yield _chief_item(event, is_led=bool(led))
            if led:
                yield _apart_item(event, seated_chiefs(panels[event.pk], led))
            if conflicts[event.pk]:
                yield _conflicts_item(event, conflicts[event.pk])


def check_draws(
    competition: Competition, events: Sequence[Event]
) -> Iterator[ReadinessItem]:
    """Ask for entry numbers, and for stations where the event has some."""
    counts = draw_counts([event.pk for event in events])
    for event in events:
        found = counts.get(event.pk, DrawCounts(0, 0, 0))
        yield _item(
            event,
            "draw-list",
            is_done=found.approved > 0 and not found.unnumbered,
            sentence=_numbers_sentence(found),
            action=_("Draw entry numbers"),
        )
        if event.number_of_stations:
            yield _item(
                event,
                "draw-list",
                is_done=found.approved > 0 and not found.without_station,
                sentence=_("the stations are not drawn yet."),
                action=_("Draw stations"),
                severity=Severity.WARNING,
            )


def _numbers_sentence(counts: DrawCounts) -> str:
    if not counts.approved or counts.unnumbered == counts.approved:
        return _("the entry numbers are not drawn yet.")
    return ngettext(
        "%(number)s approved entry has no number; void the draw and draw again.",
        "%(number)s approved entries have no number; void the draw and draw again.",
        counts.unnumbered,
    ) % {"number": counts.unnumbered}


def _panels_item(event: Event, panels: Sequence[Panel]) -> ReadinessItem:
    is_dual = event.measurement_procedure == MeasurementProcedure.DUAL
    fewest = _FEWEST_IN_PAIRS if is_dual else 1
    short = [panel.name for panel in panels if _judges(panel) < fewest]
    sentence = _("no panel of judges yet.")
    if short:
        sentence = ngettext(
            "%(panels)s has no judge yet.",
            "%(panels)s needs at least %(number)s judges, because two pairs measure.",
            fewest,
        ) % {"panels": "、".join(short), "number": fewest}
    return _item(
        event,
        "panel-list",
        is_done=bool(panels) and not short,
        sentence=sentence,
        action=_("Seat the judges"),
    )


def _judges(panel: Panel) -> int:
    return sum(1 for seat in panel.seats.all() if seat.kind == SeatKind.JUDGE)


def _chief_item(event: Event, *, is_led: bool) -> ReadinessItem:
    return _item(
        event,
        "panel-list",
        is_done=is_led,
        sentence=_("nobody is chief judge, so no marks could be accepted."),
        action=_("Appoint the chief judge"),
    )


def _apart_item(event: Event, names: Sequence[str]) -> ReadinessItem:
    return _item(
        event,
        "panel-list",
        is_done=not names,
        sentence=_(
            "%(names)s is chief judge and sits on a panel, and would accept marks of"
            " his own."
        )
        % {"names": "、".join(names)},
        action=_("Look at the panels"),
        severity=Severity.WARNING,
    )


def _conflicts_item(event: Event, conflicts: Sequence[SeatConflict]) -> ReadinessItem:
    undecided = sum(1 for conflict in conflicts if conflict.decision is None)
    return _item(
        event,
        "conflict-list",
        is_done=not undecided,
        sentence=ngettext(
            "%(number)s conflict of interest is not decided.",
            "%(number)s conflicts of interest are not decided.",
            undecided,
        )
        % {"number": undecided},
        action=_("Decide the conflicts"),
    )


def _item(
    event: Event,
    page: str,
    *,
    is_done: bool,
    sentence: str,
    action: str,
    severity: Severity = Severity.BLOCKER,
) -> ReadinessItem:
    return ReadinessItem(
        phase=_PHASE,
        is_done=is_done,
        sentence=_("%(event)s: %(what)s")
        % {"event": event.display_name, "what": sentence},
        action=action,
        url=reverse(f"competitions:{page}", args=(event.pk,)),
        event_id=event.pk,
        severity=severity,
    )


def _marked_by_panels(event_ids: Sequence[UUID]) -> set[UUID]:
    """Return the events with a component that a panel marks; one statement."""
    components = Component.objects.filter(
        stage__event__in=list(event_ids), source=ComponentSource.SCHEME
    )
    return set(components.values_list("stage__event", flat=True))
