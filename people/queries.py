"""Named reads of the register, each with a fixed number of statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace

from people.encryption import search_hash
from people.models import Credential, Device, District, Organisation, Person, User


@dataclass(frozen=True)
class Dossier:
    """A person and all they hold, the latest first."""

    person: Person
    credentials: list[Credential]


def find_by_identity(number: str) -> Person | None:
    """Return the person with an identity number, given as the rules return it."""
    return persons().filter(identity_hash=search_hash(number)).first()


def districts() -> QuerySet[District]:
    """Return the districts in their official order."""
    return District.objects.order_by("position", "code")


def persons() -> QuerySet[Person]:
    """Return all persons with unit and district, by pinyin."""
    return Person.objects.select_related("organisation__district").order_by(
        "pinyin", "name", "pk"
    )


def organisations() -> QuerySet[Organisation]:
    """Return all units with their district, by pinyin."""
    return Organisation.objects.select_related("district").order_by("pinyin", "pk")


def search_persons(
    text: str, among: QuerySet[Person] | None = None
) -> QuerySet[Person]:
    """Return persons whose name, pinyin or unit contains a text."""
    found = persons() if among is None else among
    return found.alias(letters=_without_spaces("pinyin")).filter(
        Q(name__icontains=text.strip())
        | Q(name_en__icontains=text.strip())
        | Q(letters__contains=_letters(text))
        | Q(organisation__name__icontains=text.strip())
    )


def search_organisations(
    text: str, among: QuerySet[Organisation] | None = None
) -> QuerySet[Organisation]:
    """Return units whose name or pinyin contains a text, or with this credit code."""
    found = organisations() if among is None else among
    return found.alias(letters=_without_spaces("pinyin")).filter(
        Q(name__icontains=text.strip())
        | Q(name_en__icontains=text.strip())
        | Q(letters__contains=_letters(text))
        | Q(credit_code__iexact=text.strip())
    )


def dossier(person_id: UUID) -> Dossier:
    """Return a person's dossier; raise Person.DoesNotExist. Two statements."""
    person = persons().get(pk=person_id)
    held = Credential.objects.filter(person=person).order_by("-issued_on", "-pk")
    return Dossier(person=person, credentials=list(held))


def device_by_key(key: str) -> Device | None:
    """Return the device that holds a key."""
    return Device.objects.filter(key_hash=Device.hash_key(key)).first()


def actors_named(text: str) -> list[str]:
    """Return the audit actors in whose names a text stands; one statement."""
    users = User.objects.filter(Q(name__icontains=text) | Q(username__icontains=text))
    return [f"user:{key}" for key in users.values_list("pk", flat=True)]


def actor_names(actors: Iterable[str]) -> dict[str, str]:
    """Return the names of audit actors of the form ``user:<id>``; one statement."""
    ids = {actor.removeprefix("user:") for actor in actors if actor.startswith("user:")}
    users = User.objects.filter(pk__in=ids)
    return {f"user:{user.pk}": user.get_full_name() for user in users}


def _without_spaces(field: str) -> Replace:
    return Replace(field, Value(" "), Value(""))


def _letters(text: str) -> str:
    return "".join(text.lower().split())
