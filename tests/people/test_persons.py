"""Registering persons: once each, checked, and without a trace of the number."""

import json
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from audit.models import AuditEvent
from audit.queries import verify_stream
from people import queries
from people.models import Person
from people.services import (
    PersonDetails,
    find_or_register_person,
    register_person,
    register_persons,
    update_person,
)
from tests.people.factories import ACTOR, AT, identity_number, make_person, make_unit

pytestmark = pytest.mark.django_db
NUMBER = "330699198511200029"
STRANGE_NAMES = [
    "A<B & C",
    '=HYPERLINK("x")',
    "王𬭎",
    "阿卜杜热依木·" + "买" * 43,
]


def test_identity_number_tells_sex_and_birth_and_is_found_by_hash():
    unit = make_unit()
    person = make_person("单小明", identity_number=NUMBER, organisation=unit)
    stored = queries.find_by_identity(NUMBER)
    assert stored == person
    assert (stored.sex, stored.birth_date) == ("female", date(1985, 11, 20))
    assert (stored.identity_kind, stored.pinyin) == ("resident", "shan xiao ming")
    assert stored.masked_identity == "330***********0029"


def test_number_typed_with_spaces_and_small_x_is_the_same_number():
    person = make_person(identity_number="11010519491231002X")
    found, is_new = find_or_register_person(
        details=PersonDetails(name="某人", identity_number=" 110105 19491231 002x "),
        actor=ACTOR,
        at=AT,
    )
    assert (found, is_new) == (person, False)


def test_known_person_is_found_and_left_unchanged():
    details = PersonDetails(name="单小明", identity_number=NUMBER)
    first, first_is_new = find_or_register_person(details=details, actor=ACTOR, at=AT)
    again = PersonDetails(name="单晓明", identity_number=NUMBER)
    second, second_is_new = find_or_register_person(details=again, actor=ACTOR, at=AT)
    assert (first_is_new, second_is_new) == (True, False)
    assert second == first
    assert Person.objects.get().name == "单小明"


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_name_passes_through_unharmed(name):
    person = make_person(name)
    assert Person.objects.get(pk=person.pk).name == name
    assert AuditEvent.objects.get().payload == {"name": name}


@pytest.mark.parametrize(
    ("details", "field", "sentence"),
    [
        ({"name": " "}, "name", "The name is empty; write it as on the card."),
        (
            {"name": "单小明", "identity_number": "33069919851120002"},
            "identity_number",
            "The identity number has 17 characters; it must have 18.",
        ),
    ],
)
def test_wrong_input_is_refused_with_a_sentence_beside_its_field(
    details, field, sentence
):
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        make_person(**details)
    assert refused.value.message_dict == {field: [sentence]}
    assert not Person.objects.exists()
    assert not AuditEvent.objects.exists()


def test_second_person_with_a_number_is_refused():
    make_person("单小明", identity_number=NUMBER)
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        make_person("王某", identity_number=NUMBER)
    assert refused.value.message_dict == {
        "identity_number": ["This identity number is already registered, for 单小明."]
    }


def test_birth_in_the_future_is_judged_by_the_local_day():
    number = identity_number(born="20261123")
    details = PersonDetails(name="单小明", identity_number=number)
    midnight_in_shaoxing = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    person = register_person(details=details, actor=ACTOR, at=midnight_in_shaoxing)
    assert person.birth_date == date(2026, 11, 23)


def test_update_names_the_fields_and_keeps_the_number_that_was_left_blank():
    person = make_person("单小明", identity_number=NUMBER, phone="13900000000")
    unit = make_unit()
    details = PersonDetails(name="单晓明", phone="13900000001", organisation=unit)
    update_person(person=person, details=details, actor=ACTOR, at=AT)
    stored = Person.objects.get(pk=person.pk)
    assert (stored.identity_number, stored.phone) == (NUMBER, "13900000001")
    event = AuditEvent.objects.get(action="person.updated")
    assert event.payload == {
        "name": "单晓明",
        "fields": ["name", "phone", "organisation_id"],
    }


def test_update_that_changes_nothing_writes_nothing():
    person = make_person("单小明")
    update_person(
        person=person, details=PersonDetails(name=" 单小明 "), actor=ACTOR, at=AT
    )
    assert not AuditEvent.objects.filter(action="person.updated").exists()


def test_many_persons_take_a_fixed_number_of_statements(django_assert_num_queries):
    rows = [
        PersonDetails(name=f"选手{place}", identity_number=identity_number())
        for place in range(40)
    ]
    make_person("先到")
    # savepoint and release, insert, lock the head, events, move the head
    with django_assert_num_queries(6):
        persons = register_persons(details=rows, actor=ACTOR, at=AT)
    assert [person.name for person in persons] == [row.name for row in rows]
    assert verify_stream("register") is None


def test_no_identity_number_or_phone_stands_in_the_audit():
    person = make_person("单小明", identity_number=NUMBER, phone="13912345678")
    other = PersonDetails(
        name="单小明", identity_number=identity_number(), phone="13987654321"
    )
    update_person(person=person, details=other, actor=ACTOR, at=AT)
    written = json.dumps(list(AuditEvent.objects.values()), default=str)
    for secret in (NUMBER, other.identity_number, "13912345678", "13987654321"):
        assert secret not in written


@pytest.mark.parametrize(
    "text", ["单小", "shanxiao", "Shan Xiao", "纺织", "ming dan", "MINGDAN"]
)
def test_person_is_found_by_name_pinyin_and_unit(text):
    make_person("王大力")
    unit = make_unit("绍兴纺织厂")
    person = make_person("单小明", name_en="Mingdan Shan", organisation=unit)
    found = list(queries.search_persons(text))
    assert found == ([] if text == "ming dan" else [person])
