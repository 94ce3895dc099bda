"""The people of the demo: districts' units, entrants, officers and judges."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Final

from django.contrib.auth.hashers import make_password

from certificates.models import Certificate
from competitions.models import Role, RoleAssignment
from people.enums import OrganisationKind
from people.models import District, Organisation, Person, User
from people.services import (
    OrganisationDetails,
    PersonDetails,
    register_organisations,
    register_persons,
)
from yuejiang.demo import words

ACTOR: Final = "system"
PASSWORD: Final = "yuejiang-demo"  # noqa: S105  # printed at every start, opens nothing else
PIN: Final = "246810"
UNITS: Final = 112
ENTRANTS: Final = 2_800
# So many people for each rare name.
EACH_RARE: Final = ENTRANTS // len(words.RARE_NAMES)
JUDGES: Final = 26
BODIES: Final = (
    (
        "绍兴市人力资源和社会保障局",
        "Shaoxing Human Resources and Social Security Bureau",
        OrganisationKind.BUREAU,
    ),
    (
        "绍兴市总工会",
        "Shaoxing Federation of Trade Unions",
        OrganisationKind.UNION,
    ),
    (
        "共青团绍兴市委员会",
        "Communist Youth League Shaoxing Committee",
        OrganisationKind.UNION,
    ),
    (
        "绍兴示例技师学院",
        "Shaoxing Technician College (example)",
        OrganisationKind.SCHOOL,
    ),
    (
        "绍兴示例职业技术学院",
        "Shaoxing Vocational College (example)",
        OrganisationKind.SCHOOL,
    ),
    (
        "诸暨示例技工学校",
        "Zhuji Technical School (example)",
        OrganisationKind.SCHOOL,
    ),
    (
        "绍兴市机械工程学会（示例）",
        "Shaoxing Society of Mechanical Engineering (example)",
        OrganisationKind.ASSOCIATION,
    ),
    (
        "绍兴市纺织工业协会（示例）",
        "Shaoxing Textile Industry Association (example)",
        OrganisationKind.ASSOCIATION,
    ),
)


@dataclass
class Cast:
    """Everybody the demo needs; entrants are taken from the front of their list."""

    bodies: list[Organisation]
    units: list[Organisation]
    entrants: list[Person]
    accounts: dict[str, User]
    judges: list[User]
    schools: list[Organisation] = field(default_factory=list)

    @property
    def officer(self) -> User:
        """The bureau's officer, who signs for most of what is done."""
        return self.accounts["officer"]

    def next_entrants(self, number: int) -> list[Person]:
        """Take people who stand in no competition yet."""
        taken, self.entrants = self.entrants[:number], self.entrants[number:]
        return taken


def gather(random: Random, at: datetime) -> Cast:
    """Register units, entrants and accounts in bulk."""
    districts = list(District.objects.order_by("position"))
    bodies = register_organisations(
        details=[
            OrganisationDetails(
                name=name, name_en=name_en, kind=kind, district=districts[0]
            )
            for name, name_en, kind in BODIES
        ],
        actor=ACTOR,
        at=at,
    )
    units = register_organisations(
        details=_companies(random, districts), actor=ACTOR, at=at
    )
    entrants = register_persons(
        details=_entrants(random, [*units, *bodies[3:6]]), actor=ACTOR, at=at
    )
    accounts = _accounts()
    judges = _judges(random, bodies, at)
    _assign_roles(accounts, units[0], at)
    return Cast(bodies, units, entrants, accounts, judges, bodies[3:6])


def let_winner_in(at: datetime) -> None:
    """Give the first person with a certificate an account of his own."""
    certificate = Certificate.objects.select_related("person").order_by("pk")[0]
    user = User.objects.create(
        username="winner",
        name=certificate.person.name,
        person=certificate.person,
        password=make_password(PASSWORD),
    )
    RoleAssignment.objects.create(
        user=user,
        role=Role.objects.get(code="competitor"),
        reach="system",
        assigned_at=at,
    )


def _companies(random: Random, districts: list[District]) -> list[OrganisationDetails]:
    seen: dict[str, OrganisationDetails] = {}
    while len(seen) < UNITS:
        district = districts[len(seen) % len(districts)]
        place = district.name.removesuffix("区").removesuffix("市").removesuffix("县")
        is_city = place == "直"
        name, name_en = words.company_name(
            random,
            "绍兴" if is_city else place,
            "Shaoxing" if is_city else district.name_en.split()[0],
        )
        seen.setdefault(
            name, OrganisationDetails(name=name, name_en=name_en, district=district)
        )
    return list(seen.values())


def _entrants(random: Random, units: list[Organisation]) -> list[PersonDetails]:
    details = []
    for index in range(ENTRANTS):
        born = words.birth_date(random, 1972, 2004)
        name = (
            words.RARE_NAMES[index // EACH_RARE]
            if index % EACH_RARE == 0
            else words.person_name(random)
        )
        details.append(
            PersonDetails(
                name=name,
                identity_number=words.identity_number(index, born),
                phone=f"1390000{index:04}",
                organisation=random.choice(units),
            )
        )
    return details


def _accounts() -> dict[str, User]:
    """Make one account for each role of the office; judges come apart."""
    password = make_password(PASSWORD)
    people = {
        "officer": "沈敏（示例）",
        "organiser": "俞静（示例）",
        "unit": "鲁刚（示例）",
        "admin": "章杰（示例）",
        "checker": "金燕（示例）",
    }
    users = {
        username: User(username=username, name=name, password=password)
        for username, name in people.items()
    }
    User.objects.bulk_create(users.values())
    return users


def _judges(random: Random, bodies: list[Organisation], at: datetime) -> list[User]:
    """Make judges who work for schools and associations; all share one PIN."""
    persons = register_persons(
        details=[
            PersonDetails(
                name=words.person_name(random),
                identity_number=words.identity_number(
                    index, words.birth_date(random, 1962, 1968)
                ),
                organisation=bodies[4 + index % 4],
            )
            for index in range(JUDGES)
        ],
        actor=ACTOR,
        at=at,
    )
    password, pin = make_password(PASSWORD), make_password(PIN)
    judges = [
        User(
            username="chief" if index == 0 else f"judge{index}",
            name=person.name,
            person=person,
            password=password,
            pin_hash=pin,
        )
        for index, person in enumerate(persons)
    ]
    User.objects.bulk_create(judges)
    return judges


def _assign_roles(accounts: dict[str, User], unit: Organisation, at: datetime) -> None:
    roles = {role.code: role for role in Role.objects.all()}
    pairs = (
        ("officer", "officer", None),
        ("checker", "officer", None),
        ("admin", "administrator", None),
        ("organiser", "competition-creator", None),
        ("unit", "unit-contact", unit),
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            user=accounts[username],
            role=roles[code],
            organisation=organisation,
            reach=f"system@{organisation.pk}" if organisation else "system",
            assigned_at=at,
        )
        for username, code, organisation in pairs
    )
