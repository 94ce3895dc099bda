"""Registers persons and keeps what is known of them right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.services import Fact, record, record_many
from audit.streams import REGISTER
from people.encryption import search_hash
from people.models import Organisation, Person
from people.pinyin import person_sort_key
from people.rules.identity import parse_identity_number
from people.rules.names import normalise_name
from people.sentences import naming

_FIELDS = (
    "name",
    "name_en",
    "pinyin",
    "sex",
    "birth_date",
    "identity_kind",
    "identity_number",
    "identity_hash",
    "phone",
    "organisation_id",
)


@dataclass(frozen=True, kw_only=True)
class PersonDetails:
    """What is told of a person, as typed; an identity number decides sex and birth."""

    name: str
    name_en: str = ""
    identity_number: str = ""
    sex: str = ""
    birth_date: date | None = None
    phone: str = ""
    organisation: Organisation | None = None


@transaction.atomic
def register_person(*, details: PersonDetails, actor: str, at: datetime) -> Person:
    """Add one person; raise ValidationError naming the field that is wrong."""
    person = Person()
    _fill(person, details, at=at)
    _refuse_known(person)
    person.full_clean()
    person.save(force_insert=True)
    record_many(stream=REGISTER, facts=[_registered(person, actor, at)])
    return person


@transaction.atomic
def register_persons(
    *, details: Sequence[PersonDetails], actor: str, at: datetime
) -> list[Person]:
    """Add many persons with one insert and one audit batch, in the order given.

    For imports and the demo: the rules check every row, a number that is already
    registered fails as IntegrityError.
    """
    persons = [Person() for _row in details]
    for person, row in zip(persons, details, strict=True):
        _fill(person, row, at=at)
    Person.objects.bulk_create(persons, batch_size=500)
    facts = [_registered(person, actor, at) for person in persons]
    record_many(stream=REGISTER, facts=facts)
    return persons


@transaction.atomic
def find_or_register_person(
    *, details: PersonDetails, actor: str, at: datetime
) -> tuple[Person, bool]:
    """Return the person with this identity number, and whether it was added now.

    A known person is returned unchanged; without a number a new one is added.
    """
    wanted = Person()
    _fill(wanted, details, at=at)
    known = wanted.identity_hash and _with_hash(wanted.identity_hash)
    if known:
        return known, False
    return register_person(details=details, actor=actor, at=at), True


@transaction.atomic
def update_person(
    *, person: Person, details: PersonDetails, actor: str, at: datetime
) -> Person:
    """Change what is known of a person; the event names the fields, not their values.

    A blank identity number keeps the one on record: pages never show it for editing.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    before = {field: getattr(person, field) for field in _FIELDS}
    _fill(person, details, at=at)
    _refuse_known(person)
    changed = [field for field in _FIELDS if getattr(person, field) != before[field]]
    if not changed:
        return person
    person.full_clean()
    person.save(update_fields=changed)
    record(
        stream=REGISTER,
        actor=actor,
        action="person.updated",
        object_id=f"person:{person.pk}",
        payload={"name": person.name, "fields": changed},
        at=at,
    )
    return person


def _fill(person: Person, details: PersonDetails, *, at: datetime) -> None:
    """Write checked details into a person that is not saved yet."""
    with naming("name"):
        person.name = normalise_name(details.name)
    person.pinyin = person_sort_key(person.name)
    person.name_en = " ".join(details.name_en.split())
    person.phone = details.phone.strip()
    person.organisation = details.organisation
    if details.identity_number.strip():
        _fill_identity(person, details.identity_number, at=at)
    elif not person.identity_number:
        person.sex, person.birth_date = details.sex, details.birth_date


def _fill_identity(person: Person, number: str, *, at: datetime) -> None:
    with naming("identity_number"):
        identity = parse_identity_number(number, today=timezone.localdate(at))
    person.identity_kind = identity.kind.value
    person.identity_number = identity.number
    person.identity_hash = search_hash(identity.number)
    person.sex = identity.sex.value
    person.birth_date = identity.birth_date


def _refuse_known(person: Person) -> None:
    known = person.identity_hash and _with_hash(person.identity_hash)
    if known and known.pk != person.pk:
        sentence = _("This identity number is already registered, for %(name)s.")
        raise ValidationError({"identity_number": sentence % {"name": known.name}})


def _with_hash(identity_hash: str) -> Person | None:
    return Person.objects.filter(identity_hash=identity_hash).first()


def _registered(person: Person, actor: str, at: datetime) -> Fact:
    return Fact(
        actor=actor,
        action="person.registered",
        object_id=f"person:{person.pk}",
        payload={"name": person.name},
        at=at,
    )
