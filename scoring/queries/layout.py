"""How an event is marked: its components, their newest schemes and what they expect."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Sum

from competitions.enums import ComponentSource
from competitions.models import Component
from scoring.enums import CombineAt
from scoring.models import Criterion, MarkingScheme
from scoring.queries.schemes import current_schemes


@dataclass(frozen=True)
class CriterionLayout:
    """A criterion with its maximum and its number of aspects."""

    key: UUID
    letter: str
    name: str
    max_mark: Decimal
    expected: int


@dataclass(frozen=True)
class ComponentLayout:
    """A component with its newest scheme, if a panel marks it."""

    component: Component
    scheme: MarkingScheme | None = None
    criteria: list[CriterionLayout] = field(default_factory=list)

    @property
    def is_imported(self) -> bool:
        """Whether the component comes as one mark."""
        return self.component.source == ComponentSource.IMPORTED

    @property
    def combines_at_sheet(self) -> bool:
        """Whether judges are combined over everything their panel marked."""
        return self.scheme is not None and self.scheme.combine_at == CombineAt.SHEET

    @property
    def full_mark(self) -> Decimal:
        """The marks there are: of an imported component as set, else of the scheme."""
        if self.is_imported:
            return self.component.full_mark
        marks = (criterion.max_mark for criterion in self.criteria)
        full: Decimal = sum(marks, start=Decimal("0.00"))
        return full


def layout_of(event_id: UUID) -> list[ComponentLayout]:
    """Read how an event is marked; three statements."""
    schemes = {each.component_id: each for each in current_schemes([event_id])}
    criteria: dict[UUID, list[CriterionLayout]] = defaultdict(list)
    for row in (
        Criterion.objects.filter(scheme__in=[each.pk for each in schemes.values()])
        .annotate(
            max_mark=Sum("sub_criteria__aspects__max_mark"),
            expected=Count("sub_criteria__aspects"),
        )
        .order_by("pk")
    ):
        criteria[row.scheme_id].append(
            CriterionLayout(
                key=row.pk,
                letter=row.letter,
                name=row.name,
                max_mark=row.max_mark or Decimal("0.00"),
                expected=row.expected,
            )
        )
    components = Component.objects.filter(stage__event=event_id).order_by(
        "stage__position", "position"
    )
    layout = []
    for component in components:
        scheme = schemes.get(component.pk)
        found = criteria[scheme.pk] if scheme else []
        layout.append(ComponentLayout(component, scheme, found))
    return layout
