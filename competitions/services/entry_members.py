"""Finds the persons of an entry by their identity numbers, or registers them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from competitions.enums import EntryState
from competitions.models import Entry, EntryMember
from competitions.permissions import can_review_entries, units_of
from competitions.rules.entry_rows import PHONE, normalise_phone
from people.models import Person, User
from people.rules.identity import parse_identity_number
from people.rules.names import normalise_name
from people.sentences import naming
from people.services import (
    PersonDetails,
    actor_of,
    find_or_register_person,
    update_person,
)


@dataclass(frozen=True, kw_only=True)
class MemberDetails:
    """What is told of one member; without a number ``person`` stays who it was."""

    name: str
    identity_number: str = ""
    phone: str = ""
    person: Person | None = None


def resolve_members(
    *, entry: Entry, members: Sequence[MemberDetails], by: User, at: datetime
) -> list[Person]:
    """Return the persons of an entry in order; runs inside its caller's transaction.

    Raises ValidationError that names the fields, such as ``members-0-name``.
    """
    _refuse_malformed(members, timezone.localdate(at))
    persons: list[Person] = []
    for place, member in enumerate(members):
        try:
            person = _resolve(entry, member, by, at)
            _refuse_elsewhere(entry, person, persons)
        except ValidationError as error:
            raise ValidationError(
                {
                    f"members-{place}-{field}": sentences
                    for field, sentences in error.message_dict.items()
                }
            ) from error
        persons.append(person)
    return persons


def _refuse_malformed(members: Sequence[MemberDetails], today: date) -> None:
    """Name all that is wrong in itself at once; what a lookup finds comes later."""
    wrong: dict[str, list[str]] = {}
    for place, member in enumerate(members):
        for field, read in (
            ("name", partial(normalise_name, member.name)),
            ("identity_number", partial(_identity, member.identity_number, today)),
            ("phone", partial(_phone, member.phone)),
        ):
            try:
                with naming(field):
                    read()
            except ValidationError as error:
                wrong[f"members-{place}-{field}"] = error.message_dict[field]
    if wrong:
        raise ValidationError(wrong)


def _identity(text: str, today: date) -> str:
    text = text.strip()
    return parse_identity_number(text, today=today).number if text else ""


def _resolve(entry: Entry, member: MemberDetails, by: User, at: datetime) -> Person:
    details = PersonDetails(
        name=member.name,
        identity_number=member.identity_number,
        phone=_phone(member.phone),
        organisation=entry.organisation,
    )
    if member.person and not member.identity_number.strip():
        return _correct(member.person, details, entry, by, at)
    person, is_new = find_or_register_person(details=details, actor=actor_of(by), at=at)
    if is_new:
        return person
    with naming("name"):
        name = normalise_name(member.name)
    if person.name != name and person != member.person:
        raise ValidationError(
            {
                "name": _(
                    "This identity number is registered under another name; compare"
                    " name and number with the card."
                )
            }
        )
    return _correct(person, details, entry, by, at)


def _correct(
    person: Person, details: PersonDetails, entry: Entry, by: User, at: datetime
) -> Person:
    """Keep name and telephone number of a known person right."""
    with naming("name"):
        name = normalise_name(details.name)
    phone = details.phone or person.phone
    if (name, phone) == (person.name, person.phone):
        return person
    if name != person.name and not _may_rename(person, entry, by):
        raise ValidationError(
            {
                "name": _(
                    "This person is registered under another name and takes part for"
                    " other units or holds a title, so only the office can correct the"
                    " name."
                )
            }
        )
    return update_person(
        person=person,
        details=PersonDetails(
            name=name,
            name_en=person.name_en,
            sex=person.sex,
            birth_date=person.birth_date,
            phone=phone,
            organisation=person.organisation,
        ),
        actor=actor_of(by),
        at=at,
    )


def _may_rename(person: Person, entry: Entry, by: User) -> bool:
    """The office may; a contact may while nobody else entered the person.

    A name that stands on a title or a certificate is the office's alone.
    """
    if can_review_entries(by, entry.event):
        return True
    if person.credentials.exists():
        return False
    elsewhere = EntryMember.objects.filter(person=person).exclude(
        entry__organisation__in=units_of(by)
    )
    return not elsewhere.exists()


def _refuse_elsewhere(entry: Entry, person: Person, others: Sequence[Person]) -> None:
    """Raise ValidationError when a person already stands in the event."""
    if person in others:
        sentence = _("This person already stands in this team.")
        raise ValidationError({"identity_number": sentence})
    place = (
        EntryMember.objects.filter(event=entry.event, person=person)
        .exclude(entry=entry.pk)
        .select_related("entry__organisation")
        .first()
    )
    if place is None:
        return
    if place.entry.state == EntryState.WITHDRAWN:
        sentence = _(
            "%(name)s already stands in this event, in a withdrawn entry of %(unit)s;"
            " submit that entry again instead."
        )
    else:
        sentence = _(
            "%(name)s already stands in this event, entered by %(unit)s; a person"
            " stands once in an event."
        )
    names = {"name": person.name, "unit": place.entry.organisation.name}
    raise ValidationError({"identity_number": sentence % names})


def _phone(text: str) -> str:
    phone = normalise_phone(text)
    if phone and not PHONE.fullmatch(phone):
        sentence = _(
            "The telephone number must be 7 to 15 digits, a mobile number 11; leave it"
            " blank when it is not known."
        )
        raise ValidationError({"phone": sentence})
    return phone
