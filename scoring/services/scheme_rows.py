"""Writes the rows of a scheme: sections, calculations, criteria down to aspects."""

from collections.abc import Mapping
from uuid import UUID

from scoring.models import (
    Aspect,
    CalculationDefinition,
    Criterion,
    MarkingScheme,
    StandardsSection,
    SubCriterion,
)
from scoring.rules import scheme as rules


def write_rows(
    row: MarkingScheme, scheme: rules.Scheme, panels: Mapping[str, UUID | None]
) -> None:
    """Write everything below a scheme; panels are kept by sub criterion code."""
    StandardsSection.objects.bulk_create(
        StandardsSection(
            scheme=row, number=each.number, name=each.name, declared=each.declared
        )
        for each in scheme.sections
    )
    calculations = _write_calculations(row, scheme.calculations)
    criteria = Criterion.objects.bulk_create(
        Criterion(scheme=row, letter=each.letter, name=each.name)
        for each in scheme.criteria
    )
    subs = SubCriterion.objects.bulk_create(
        SubCriterion(
            criterion=criterion,
            code=sub.code,
            name=sub.name,
            day=sub.day,
            position=position,
            panel_id=panels.get(sub.code),
        )
        for criterion, each in zip(criteria, scheme.criteria, strict=True)
        for position, sub in enumerate(each.sub_criteria, start=1)
    )
    Aspect.objects.bulk_create(
        _aspect(sub, position, aspect, calculations)
        for sub, each in zip(subs, scheme.sub_criteria, strict=True)
        for position, aspect in enumerate(each.aspects, start=1)
    )


def delete_rows(row: MarkingScheme) -> None:
    """Remove everything below a scheme, aspects before what they refer to."""
    Aspect.objects.filter(sub_criterion__criterion__scheme=row).delete()
    row.criteria.all().delete()
    row.calculations.all().delete()
    row.sections.all().delete()


def _write_calculations(
    row: MarkingScheme, calculations: tuple[rules.Calculation, ...]
) -> list[CalculationDefinition]:
    return CalculationDefinition.objects.bulk_create(
        CalculationDefinition(
            scheme=row,
            position=position,
            name=each.name,
            kind=each.kind,
            is_reusable=each.reusable,
            parameters=each.parameters,
        )
        for position, each in enumerate(calculations, start=1)
    )


def _aspect(
    sub: SubCriterion,
    position: int,
    aspect: rules.Aspect,
    calculations: list[CalculationDefinition],
) -> Aspect:
    row = aspect.calculation
    return Aspect(
        sub_criterion=sub,
        position=position,
        kind=aspect.kind,
        heading=aspect.heading,
        description=aspect.description,
        details=aspect.details,
        requirement=aspect.requirement,
        section_number=aspect.section,
        max_mark=aspect.max_mark,
        calculation=calculations[row - 1] if row else None,
        ladder=aspect.ladder,
    )
