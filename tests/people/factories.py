"""Persons, units and users for tests; numbers lie in the fictional region 330699."""

from datetime import UTC, datetime
from itertools import count

from people import access
from people.models import District, Organisation, Person, User
from people.rules.identity import check_character
from people.services import (
    OrganisationDetails,
    PersonDetails,
    register_organisation,
    register_person,
)

AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)
ACTOR = "user:test"

_serial = count(100)


def identity_number(*, born: str = "19900307", female: bool = False) -> str:
    """Return a valid number nobody else in this test run has."""
    sequence = next(_serial) * 2 + (not female)
    digits = f"330699{born}{sequence % 1000:03d}"
    return digits + check_character(digits)


def make_unit(name: str = "绍兴第一纺织厂", **details) -> Organisation:
    district = District.objects.get(code=details.pop("district", "330602"))
    return register_organisation(
        details=OrganisationDetails(name=name, district=district, **details),
        actor=ACTOR,
        at=AT,
    )


def make_person(name: str = "单小明", **details) -> Person:
    return register_person(
        details=PersonDetails(name=name, **details), actor=ACTOR, at=AT
    )


def make_user(username: str, *capabilities: str, **fields) -> User:
    """Return a user who holds capabilities, as an upper app would grant them."""
    user = User.objects.create_user(username, **fields)
    granted = frozenset(capabilities)

    def check(asked: User, capability: str) -> bool:
        return asked.pk == user.pk and capability in granted

    access.register(check)
    return user
