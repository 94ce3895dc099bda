"""Registering units: the licence code checked, one name once in a district."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from audit.models import AuditEvent
from people import queries
from people.models import District, Organisation
from people.services import (
    OrganisationDetails,
    register_organisations,
    update_organisation,
)
from tests.people.factories import ACTOR, AT, make_unit

pytestmark = pytest.mark.django_db
CODE = "91330100799655058B"
MISTYPED = (
    "The social credit code does not fit its check character, so at least one"
    " character is mistyped; compare it with the licence."
)


def test_districts_of_shaoxing_are_there_in_their_official_order():
    codes = [district.code for district in queries.districts()]
    assert codes == [
        "330600",
        "330602",
        "330603",
        "330604",
        "330681",
        "330683",
        "330624",
    ]


def test_unit_is_kept_with_its_plain_code_and_sort_key():
    unit = make_unit(" 绍兴   第一纺织厂 ", credit_code="9133 0100 7996 5505 8b")
    stored = Organisation.objects.get(pk=unit.pk)
    assert (stored.name, stored.credit_code) == ("绍兴 第一纺织厂", CODE)
    assert stored.pinyin == "shao xing di yi fang zhi chang"


def test_units_without_a_code_do_not_collide():
    make_unit("甲厂")
    make_unit("乙厂")
    assert Organisation.objects.filter(credit_code=None).count() == 2


@pytest.mark.parametrize(
    ("name", "code", "field", "sentence"),
    [
        (
            "乙厂",
            "913301007996550580",
            "credit_code",
            MISTYPED,
        ),
        (
            "甲厂",
            "",
            "__all__",
            "A unit of this name is already registered in this district.",
        ),
        (
            "乙厂",
            CODE,
            "credit_code",
            "A unit with this credit code is already registered.",
        ),
    ],
)
def test_wrong_unit_is_refused_with_a_sentence(name, code, field, sentence):
    make_unit("甲厂", credit_code=CODE)
    with translation.override("en"):
        with pytest.raises(ValidationError) as refused:
            make_unit(name, credit_code=code)
        assert refused.value.message_dict == {field: [sentence]}


def test_update_names_the_fields_that_changed():
    unit = make_unit("甲厂")
    details = OrganisationDetails(
        name="甲厂", district=District.objects.get(code="330681"), credit_code=CODE
    )
    update_organisation(organisation=unit, details=details, actor=ACTOR, at=AT)
    assert AuditEvent.objects.get(action="organisation.updated").payload == {
        "name": "甲厂",
        "fields": ["credit_code", "district_id"],
    }


def test_many_units_take_a_fixed_number_of_statements(django_assert_num_queries):
    district = District.objects.get(code="330602")
    rows = [OrganisationDetails(name=f"{n}厂", district=district) for n in range(30)]
    make_unit("先到")
    # savepoint and release, insert, lock the head, events, move the head
    with django_assert_num_queries(6):
        units = register_organisations(details=rows, actor=ACTOR, at=AT)
    assert [unit.name for unit in units] == [row.name for row in rows]


@pytest.mark.parametrize("text", ["纺织", "fangzhi", "fang zhi", CODE, CODE.lower()])
def test_unit_is_found_by_name_pinyin_and_code(text):
    make_unit("机械厂")
    unit = make_unit("绍兴纺织厂", credit_code=CODE)
    assert list(queries.search_organisations(text)) == [unit]
