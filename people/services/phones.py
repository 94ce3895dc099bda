"""Changes the telephone numbers of many persons at once, for imports."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.services import Fact, record_many
from audit.streams import REGISTER
from people.models import Person


@transaction.atomic
def change_phones(
    *, phones: Mapping[UUID, str], actor: str, at: datetime
) -> dict[UUID, str]:
    """Set the number of each person; return the numbers that stood there before."""
    persons = list(Person.objects.select_for_update().filter(pk__in=phones))
    before = {person.pk: person.phone for person in persons}
    for person in persons:
        person.phone = phones[person.pk]
    Person.objects.bulk_update(persons, ["phone"], batch_size=200)
    facts = [
        Fact(
            actor=actor,
            action="person.updated",
            object_id=f"person:{person.pk}",
            payload={"name": person.name, "fields": ["phone"]},
            at=at,
        )
        for person in persons
    ]
    record_many(stream=REGISTER, facts=facts)
    return before
