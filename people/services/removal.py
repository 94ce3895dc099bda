"""Takes persons and units out of the register again, if nothing refers to them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Exists, OuterRef, QuerySet

from audit.services import Fact, record_many
from audit.streams import REGISTER
from people.models import Organisation, Person


@transaction.atomic
def remove_unused_persons(
    *, person_ids: Collection[UUID], actor: str, at: datetime
) -> list[UUID]:
    """Remove those of the persons whom no other row names; return their keys."""
    unused = _unused(Person.objects.filter(pk__in=person_ids))
    return _remove(unused, "person", actor, at)


@transaction.atomic
def remove_unused_organisations(
    *, organisation_ids: Collection[UUID], actor: str, at: datetime
) -> list[UUID]:
    """Remove those of the units that no other row names; return their keys."""
    unused = _unused(Organisation.objects.filter(pk__in=organisation_ids))
    return _remove(unused, "organisation", actor, at)


def _unused(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Leave the rows to which no foreign key of any app points."""
    for relation in rows.model._meta.related_objects:  # noqa: SLF001  # documented API
        field = relation.field
        if isinstance(field, models.ForeignKey):
            pointing = field.model._default_manager.filter(  # noqa: SLF001  # as above
                **{field.name: OuterRef("pk")}
            )
            rows = rows.exclude(Exists(pointing))
    return rows


def _remove(rows: QuerySet[Any], kind: str, actor: str, at: datetime) -> list[UUID]:
    removed: dict[UUID, str] = dict(rows.values_list("pk", "name"))
    facts = [
        Fact(
            actor=actor,
            action=f"{kind}.removed",
            object_id=f"{kind}:{pk}",
            payload={"name": name},
            at=at,
        )
        for pk, name in removed.items()
    ]
    rows.model._default_manager.filter(pk__in=removed).delete()  # noqa: SLF001  # as above
    record_many(stream=REGISTER, facts=facts)
    return list(removed)
