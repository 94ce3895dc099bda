"""Named reads of the register, each with a fixed number of statements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace

from people.encryption import search_hash
from people.models import Credential, Device, Organisation, Person, User
from people.rules.identity import InvalidIdentityNumber, parse_identity_number


@dataclass(frozen=True)
class Dossier:
    """A person and all they hold, the latest first."""

    person: Person
    credentials: list[Credential]


def find_by_identity(number: str, *, today: date) -> Person | None:
    """Return the person with an identity number; a malformed number finds nobody."""
    try:
        identity = parse_identity_number(number, today=today)
    except InvalidIdentityNumber:
        return None
    hashed = search_hash(identity.number)
    return Person.objects.filter(identity_hash=hashed).first()


def persons() -> QuerySet[Person]:
    """Return all persons with unit and district, by pinyin."""
    return Person.objects.select_related("organisation__district").order_by(
        "pinyin", "name", "pk"
    )


def search_persons(text: str) -> QuerySet[Person]:
    """Return persons whose name, pinyin or unit contains a text; all for a blank."""
    text = text.strip()
    found = persons()
    if not text:
        return found
    return found.alias(letters=_without_spaces("pinyin")).filter(
        Q(name__icontains=text)
        | Q(name_en__icontains=text)
        | Q(letters__contains=_letters(text))
        | Q(organisation__name__icontains=text)
    )


def search_organisations(text: str) -> QuerySet[Organisation]:
    """Return units whose name, pinyin or credit code contains a text, by pinyin."""
    text = text.strip()
    found = Organisation.objects.select_related("district").order_by("pinyin", "pk")
    if not text:
        return found
    return found.alias(letters=_without_spaces("pinyin")).filter(
        Q(name__icontains=text)
        | Q(name_en__icontains=text)
        | Q(letters__contains=_letters(text))
        | Q(credit_code__iexact=text)
    )


def dossier(person_id: UUID) -> Dossier:
    """Return a person's dossier; raise Person.DoesNotExist. Two statements."""
    person = persons().get(pk=person_id)
    held = Credential.objects.filter(person=person).order_by("-issued_on", "-pk")
    return Dossier(person=person, credentials=list(held))


def device_by_key(key: str) -> Device | None:
    """Return the device that holds a key."""
    return Device.objects.filter(key_hash=Device.hash_key(key)).first()


def actor_names(actors: Iterable[str]) -> dict[str, str]:
    """Return the names of audit actors of the form ``user:<id>``; one statement."""
    ids = {actor.removeprefix("user:") for actor in actors if actor.startswith("user:")}
    users = User.objects.filter(pk__in=ids)
    return {f"user:{user.pk}": user.get_full_name() for user in users}


def _without_spaces(field: str) -> Replace:
    return Replace(field, Value(" "), Value(""))


def _letters(text: str) -> str:
    return "".join(text.lower().split())
