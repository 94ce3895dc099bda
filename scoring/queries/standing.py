"""What entries stand at: their modules and their weighted total."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, Sum

from scoring.enums import SheetState
from scoring.models import ComponentScore, Deduction, Sheet
from scoring.queries.books import load_books
from scoring.queries.figures import tally_of
from scoring.queries.layout import ComponentLayout, CriterionLayout, layout_of
from scoring.rules.tally import ComponentTally
from scoring.rules.weighted import WeightedPart, weighted_total

NOTHING = Decimal("0.00")


@dataclass(frozen=True)
class Module:
    """A criterion of a scheme, or a component that comes as one mark.

    ``done`` aspects have nothing left to enter, which is progress; only sheets whose
    every aspect was revealed are ``counted``, with all their aspects.
    """

    code: str
    component: str
    name: str
    mark: Decimal
    max_mark: Decimal
    done: int
    counted: int
    expected: int

    @property
    def is_complete(self) -> bool:
        """Whether the mark stands: every aspect was revealed."""
        return self.counted == self.expected

    def as_json(self) -> dict[str, Any]:
        """Return the module as a tally keeps it, decimals as strings."""
        return {
            "code": self.code,
            "component": self.component,
            "name": self.name,
            "mark": str(self.mark),
            "max": str(self.max_mark),
            "done": self.done,
            "counted": self.counted,
            "total": self.expected,
        }


@dataclass(frozen=True)
class EntryStanding:
    """The modules of an entry and what they come to.

    ``components`` has the mark of each component by its code, less deductions;
    ``total`` is their weighted sum.
    """

    entry_id: UUID
    modules: tuple[Module, ...]
    components: dict[str, Decimal]
    total: Decimal


@dataclass(frozen=True)
class _Sheets:
    """The sheets of an entry in one criterion, summed."""

    mark: Decimal = NOTHING
    done: int = 0
    counted: int = 0


@dataclass(frozen=True)
class _Facts:
    """What was read about all entries at once."""

    sheets: dict[tuple[UUID, UUID], _Sheets]
    whole: dict[tuple[UUID, UUID], ComponentTally]
    scores: dict[tuple[UUID, UUID], Decimal]
    lost: dict[tuple[UUID, UUID], Decimal]


def standings_of(
    event_id: UUID, entry_ids: Sequence[UUID]
) -> dict[UUID, EntryStanding]:
    """Work out where entries of an event stand, in a fixed number of statements."""
    layout = layout_of(event_id)
    facts = _Facts(
        sheets=_sheets(entry_ids),
        whole=_combined_at_the_sheet(event_id, entry_ids, layout),
        scores={
            (score.entry_id, score.component_id): score.mark
            for score in ComponentScore.objects.filter(entry__in=entry_ids)
        },
        lost={
            (row["entry"], row["component"]): row["lost"]
            for row in Deduction.objects.filter(entry__in=entry_ids)
            .values("entry", "component")
            .annotate(lost=Sum("amount"))
        },
    )
    return {entry_id: _standing(entry_id, layout, facts) for entry_id in entry_ids}


def _standing(
    entry_id: UUID, layout: Sequence[ComponentLayout], facts: _Facts
) -> EntryStanding:
    modules: list[Module] = []
    components: dict[str, Decimal] = {}
    parts: list[WeightedPart] = []
    for each in layout:
        own, mark = _component(entry_id, each, facts)
        lost = facts.lost.get((entry_id, each.component.pk), NOTHING)
        mark = max(mark - lost, NOTHING)
        modules += own
        components[each.component.code] = mark
        if each.full_mark:
            parts.append(WeightedPart(mark, each.component.weight, each.full_mark))
    return EntryStanding(entry_id, tuple(modules), components, weighted_total(parts))


def _component(
    entry_id: UUID, each: ComponentLayout, facts: _Facts
) -> tuple[list[Module], Decimal]:
    """Return the modules of one component and its mark."""
    component = each.component
    if each.is_imported:
        score = facts.scores.get((entry_id, component.pk))
        module = Module(
            code=component.code,
            component=component.code,
            name=component.name,
            mark=score or NOTHING,
            max_mark=component.full_mark,
            done=int(score is not None),
            counted=int(score is not None),
            expected=1,
        )
        return [module], module.mark
    whole = facts.whole.get((entry_id, component.pk))
    modules = [
        _criterion(
            each,
            criterion,
            whole,
            facts.sheets.get((entry_id, criterion.key), _Sheets()),
        )
        for criterion in each.criteria
    ]
    if whole:
        return modules, whole.component.mark
    return modules, sum((module.mark for module in modules), NOTHING)


def _criterion(
    each: ComponentLayout,
    criterion: CriterionLayout,
    whole: ComponentTally | None,
    sheets: _Sheets,
) -> Module:
    mark = sheets.mark
    if whole:
        part = whole.criteria.get(criterion.letter)
        mark = part.mark if part else NOTHING
    return Module(
        code=criterion.letter,
        component=each.component.code,
        name=criterion.name,
        mark=mark,
        max_mark=criterion.max_mark,
        done=sheets.done,
        counted=sheets.counted,
        expected=criterion.expected,
    )


def _sheets(entry_ids: Sequence[UUID]) -> dict[tuple[UUID, UUID], _Sheets]:
    """Sum the settled sheets of entries by criterion; one statement.

    A sheet leaves the draft only when every aspect of it has been revealed.
    """
    revealed = Sum("expected", filter=~Q(state=SheetState.DRAFT), default=0)
    return {
        (row["entry"], row["sub_criterion__criterion"]): _Sheets(
            row["earned"], row["marked"], row["revealed"]
        )
        for row in Sheet.objects.filter(entry__in=entry_ids)
        .values("entry", "sub_criterion__criterion")
        .annotate(earned=Sum("mark"), marked=Sum("done"), revealed=revealed)
    }


def _combined_at_the_sheet(
    event_id: UUID, entry_ids: Sequence[UUID], layout: Sequence[ComponentLayout]
) -> dict[tuple[UUID, UUID], ComponentTally]:
    """Tally schemes whose judges are combined over everything their panel marked.

    There a sum of sheets is not the mark: the judge who is dropped is the same one on
    all sheets.
    """
    schemes = {
        each.scheme.pk: each
        for each in layout
        if each.scheme and each.combines_at_sheet
    }
    if not schemes:
        return {}
    sheets = Sheet.objects.filter(
        entry__in=entry_ids, sub_criterion__criterion__scheme__in=list(schemes)
    )
    books: dict[tuple[UUID, UUID], list[Any]] = {}
    for book in load_books(event_id, sheets).values():
        books.setdefault((book.sheet.entry_id, book.scheme.pk), []).append(book)
    return {
        (entry_id, schemes[scheme_id].component.pk): tally_of(found[0].scheme, found)
        for (entry_id, scheme_id), found in books.items()
    }
