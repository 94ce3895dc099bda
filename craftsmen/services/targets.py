"""Targets: what a year is to reach, and the document that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from audit.services import record
from audit.streams import REGISTER
from craftsmen.models import Indicator, Target
from people.models import User
from people.services import actor_of


@dataclass(frozen=True)
class TargetLine:
    """The target of one indicator; None takes it away."""

    indicator: Indicator
    value: int | None
    document_number: str


@transaction.atomic
def set_targets(
    *, year: int, lines: Sequence[TargetLine], by: User, at: datetime
) -> None:
    """Set the targets of a year, and record each that changed with its document."""
    known = {
        each.indicator_id: each
        for each in Target.objects.select_for_update().filter(year=year)
    }
    for line in lines:
        before = known.get(line.indicator.pk)
        if _is_same(before, line):
            continue
        if line.value is None:
            Target.objects.filter(indicator=line.indicator, year=year).delete()
        else:
            Target.objects.update_or_create(
                indicator=line.indicator,
                year=year,
                defaults={
                    "value": line.value,
                    "document_number": line.document_number,
                },
            )
        _record(line, before, year, by, at)


def _is_same(before: Target | None, line: TargetLine) -> bool:
    if before is None:
        return line.value is None
    return (before.value, before.document_number) == (line.value, line.document_number)


def _record(
    line: TargetLine, before: Target | None, year: int, by: User, at: datetime
) -> None:
    record(
        stream=REGISTER,
        actor=actor_of(by),
        action="target.set",
        object_id=f"target:{line.indicator.code}:{year}",
        payload={
            "name": line.indicator.name,
            "year": year,
            "before": before.value if before else None,
            "value": line.value,
            "document": line.document_number,
        },
        at=at,
    )
