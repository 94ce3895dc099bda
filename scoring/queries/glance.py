"""How far the schemes and marks of several events have come, for lists of events."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum

from competitions.enums import ComponentSource, SeatKind
from competitions.models import Component, Panel
from scoring.enums import SheetState
from scoring.models import MarkingScheme, Sheet, SubCriterion
from scoring.queries.panel_needs import needed_judges
from scoring.queries.schemes import current_schemes
from scoring.queries.sheets import is_marked


@dataclass
class SchemeGlance:
    """A component that a panel marks, with its newest scheme if there is one."""

    component: Component
    scheme: MarkingScheme | None = None
    total: Decimal = Decimal("0.00")
    aspects_without_maximum: int = 0
    codes_without_panel: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class PanelGlance:
    """A panel that marks something, with its judges and how many it needs."""

    event_id: UUID
    name: str
    judges: int
    needed: int


@dataclass(frozen=True)
class SheetsGlance:
    """The sheets of an event by their state."""

    states: Counter[str]

    @property
    def total(self) -> int:
        """All sheets that are open."""
        return self.states.total()

    @property
    def signed(self) -> int:
        """Sheets that their whole panel has signed, accepted or not."""
        done = (SheetState.SIGNED, SheetState.ACCEPTED, SheetState.LOCKED)
        return sum(self.states[state] for state in done)

    @property
    def accepted(self) -> int:
        """Sheets the chief judge has accepted."""
        return self.states[SheetState.ACCEPTED] + self.states[SheetState.LOCKED]


def schemes_at_a_glance(event_ids: Sequence[UUID]) -> dict[UUID, list[SchemeGlance]]:
    """Return per event the components that panels mark; three statements."""
    schemes = {each.component_id: each for each in current_schemes(event_ids)}
    glances: dict[UUID, SchemeGlance] = {}
    found: dict[UUID, list[SchemeGlance]] = defaultdict(list)
    for component in (
        Component.objects.filter(
            stage__event__in=event_ids, source=ComponentSource.SCHEME
        )
        .select_related("stage")
        .order_by("stage__position", "position")
    ):
        glance = SchemeGlance(component, schemes.get(component.pk))
        found[component.stage.event_id].append(glance)
        if glance.scheme:
            glances[glance.scheme.pk] = glance
    for form in _forms(glances):
        glance = glances[form["criterion__scheme"]]
        glance.total += form["total"] or Decimal(0)
        glance.aspects_without_maximum += form["unworthy"]
        if form["panel"] is None:
            glance.codes_without_panel.append(form["code"])
    return found


def panels_at_a_glance(event_ids: Sequence[UUID]) -> list[PanelGlance]:
    """Return the panels that mark newest schemes; three statements."""
    needed = needed_judges(event_ids)
    judges = Count("seats", filter=Q(seats__kind=SeatKind.JUDGE))
    return [
        PanelGlance(panel.event_id, panel.name, panel.judges, needed[panel.pk])
        for panel in Panel.objects.filter(pk__in=list(needed))
        .annotate(judges=judges)
        .order_by("name")
    ]


def sheets_at_a_glance(event_ids: Sequence[UUID]) -> dict[UUID, SheetsGlance]:
    """Return per event its sheets by state; one statement."""
    states: dict[UUID, Counter[str]] = defaultdict(Counter)
    for row in (
        Sheet.objects.filter(is_marked("entry"), entry__event__in=event_ids)
        .values("entry__event", "state")
        .annotate(number=Count("pk"))
    ):
        states[row["entry__event"]][row["state"]] = row["number"]
    return {event_id: SheetsGlance(states[event_id]) for event_id in event_ids}


def _forms(scheme_ids: Iterable[UUID]) -> Iterable[Mapping[str, Any]]:
    return (
        SubCriterion.objects.filter(criterion__scheme__in=list(scheme_ids))
        .values("code", "panel", "criterion__scheme")
        .annotate(
            total=Sum("aspects__max_mark"),
            unworthy=Count("aspects", filter=Q(aspects__max_mark__isnull=True)),
        )
        .order_by("criterion", "position")
    )
