"""Makes the rows tests start from: small, valid and different from each other."""

from datetime import UTC, date, datetime
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from competitions.default_roles import DEFAULT_ROLES
from competitions.enums import (
    CompetitionClass,
    ComponentKind,
    EntryState,
    EventGroup,
    HostKind,
    Level,
)
from competitions.models import (
    Competition,
    CompetitionHost,
    Component,
    Entry,
    EntryMember,
    Event,
    Occupation,
    Role,
    RoleAssignment,
    Stage,
)
from people.models import District, Organisation, Person, User

#: The moment at which tests happen when they name no other.
NOW = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)
PASSWORD = "correct horse battery"

_DEFAULT_ROLES = {role.code: role for role in DEFAULT_ROLES}


class DistrictFactory(DjangoModelFactory):
    class Meta:
        model = District
        django_get_or_create = ("code",)

    code = "330602"
    name = "越城区"
    name_en = "Yuecheng District"


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"示例机械有限公司{n}")
    pinyin = factory.Sequence(lambda n: f"shi li ji xie {n:04}")
    district = factory.SubFactory(DistrictFactory)


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"王小明{n}")
    pinyin = factory.Sequence(lambda n: f"wang xiao ming {n:04}")
    organisation = factory.SubFactory(OrganisationFactory)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    name = factory.Sequence(lambda n: f"李组织{n}")
    password = factory.django.Password(PASSWORD)


class RoleFactory(DjangoModelFactory):
    """A shipped role by its code: ``RoleFactory(code="organiser")``."""

    class Meta:
        model = Role
        django_get_or_create = ("code",)

    code = "organiser"
    name = factory.LazyAttribute(lambda o: _DEFAULT_ROLES[o.code].name)
    name_en = factory.LazyAttribute(lambda o: _DEFAULT_ROLES[o.code].name_en)
    scope = factory.LazyAttribute(lambda o: _DEFAULT_ROLES[o.code].scope)
    capabilities = factory.LazyAttribute(
        lambda o: list(_DEFAULT_ROLES[o.code].capabilities)
    )


class CompetitionFactory(DjangoModelFactory):
    class Meta:
        model = Competition

    name = factory.Sequence(lambda n: f"绍兴市第{n}届职业技能大赛")
    level = Level.CITY
    competition_class = CompetitionClass.FIRST
    starts_on = date(2026, 11, 24)
    ends_on = date(2026, 11, 26)
    place = "示例技师学院"
    created_at = NOW


class CompetitionHostFactory(DjangoModelFactory):
    class Meta:
        model = CompetitionHost

    competition = factory.SubFactory(CompetitionFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    kind = HostKind.HOST
    position = factory.Sequence(lambda n: n + 1)


class OccupationFactory(DjangoModelFactory):
    class Meta:
        model = Occupation
        django_get_or_create = ("code",)

    code = "6-18-01-01"
    name = "车工"
    name_en = "Lathe operator"


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    competition = factory.SubFactory(CompetitionFactory)
    number = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"车工（数控车工）{n}")
    name_en = factory.Sequence(lambda n: f"CNC turning {n}")
    occupation = factory.SubFactory(OccupationFactory)
    group = EventGroup.WORKERS


class StageFactory(DjangoModelFactory):
    class Meta:
        model = Stage

    event = factory.SubFactory(EventFactory)
    name = "决赛"
    name_en = "Final"
    position = 1


class ComponentFactory(DjangoModelFactory):
    """The only component of its stage unless weights are given."""

    class Meta:
        model = Component

    stage = factory.SubFactory(StageFactory)
    code = factory.Sequence(lambda n: f"C{n % 1000}")
    name = "实操"
    name_en = "Practical"
    kind = ComponentKind.PRACTICAL
    weight = Decimal("100.00")
    position = factory.Sequence(lambda n: n % 1000 + 1)


class RoleAssignmentFactory(DjangoModelFactory):
    """``RoleAssignmentFactory(role__code="judge", event=event)``."""

    class Meta:
        model = RoleAssignment

    user = factory.SubFactory(UserFactory)
    role = factory.SubFactory(RoleFactory)
    competition = None
    event = None
    organisation = None
    assigned_at = NOW

    @factory.lazy_attribute
    def reach(self):
        place = "system"
        if self.competition:
            place = f"competition:{self.competition.pk}"
        if self.event:
            place = f"event:{self.event.pk}"
        unit = f"@{self.organisation.pk}" if self.organisation else ""
        return place + unit


class EntryFactory(DjangoModelFactory):
    """An approved entry without members."""

    class Meta:
        model = Entry

    event = factory.SubFactory(EventFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    state = EntryState.APPROVED
    created_at = NOW


class EntryMemberFactory(DjangoModelFactory):
    """A person in an entry, of the entry's unit."""

    class Meta:
        model = EntryMember

    entry = factory.SubFactory(EntryFactory)
    event = factory.SelfAttribute("entry.event")
    person = factory.SubFactory(
        PersonFactory, organisation=factory.SelfAttribute("..entry.organisation")
    )
