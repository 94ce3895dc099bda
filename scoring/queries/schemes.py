"""Reads marking schemes, whole ones in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from scoring.models import Aspect, MarkingScheme, SubCriterion
from scoring.rules import scheme as rules


def current_schemes(event_ids: Iterable[UUID]) -> list[MarkingScheme]:
    """Return the newest scheme of every component of events; one statement."""
    newest: dict[UUID, MarkingScheme] = {}
    for scheme in (
        MarkingScheme.objects.filter(component__stage__event__in=list(event_ids))
        .select_related("component__stage")
        .order_by("component__stage__position", "component__position", "version")
    ):
        newest[scheme.component_id] = scheme
    return list(newest.values())


def load_scheme(row: MarkingScheme) -> rules.Scheme:
    """Read a scheme as pure data; five statements whatever its size."""
    aspects = _aspects(row)
    subs: dict[UUID, list[rules.SubCriterion]] = defaultdict(list)
    for sub in SubCriterion.objects.filter(criterion__scheme=row).order_by("position"):
        subs[sub.criterion_id].append(
            rules.SubCriterion(sub.code, sub.name, sub.day, tuple(aspects[sub.pk]))
        )
    return rules.Scheme(
        skill=row.skill,
        sections=tuple(
            rules.Section(each.number, each.name, each.declared)
            for each in row.sections.order_by("pk")
        ),
        criteria=tuple(
            rules.Criterion(each.letter, each.name, tuple(subs[each.pk]))
            for each in row.criteria.order_by("pk")
        ),
        calculations=tuple(
            rules.Calculation(
                each.name,
                each.kind,
                each.is_reusable,
                tuple((key, value) for key, value in each.parameters),
            )
            for each in row.calculations.order_by("position")
        ),
        combine_at=str(row.combine_at),
        drops_extremes=row.drops_extremes,
    )


def _aspects(row: MarkingScheme) -> dict[UUID, list[rules.Aspect]]:
    found: dict[UUID, list[rules.Aspect]] = defaultdict(list)
    for aspect in (
        Aspect.objects.filter(sub_criterion__criterion__scheme=row)
        .select_related("calculation")
        .order_by("position")
    ):
        found[aspect.sub_criterion_id].append(
            rules.Aspect(
                kind=aspect.kind,
                description=aspect.description,
                details=tuple(aspect.details),
                requirement=aspect.requirement,
                section=aspect.section_number,
                max_mark=aspect.max_mark,
                calculation=aspect.calculation.position if aspect.calculation else None,
                ladder=tuple(aspect.ladder),
                heading=aspect.heading,
            )
        )
    return found
