"""The pages of the register: who gets in, what they show and what they never show."""

import re

import pytest
from django.urls import reverse

from people import dossier
from people.models import Organisation, Person
from people.services import CredentialFacts, record_credential
from tests.people.factories import (
    ACTOR,
    AT,
    identity_number,
    make_person,
    make_unit,
    make_user,
)

pytestmark = pytest.mark.django_db
NUMBER = "330699198511200029"
STRANGE = ["A<B & C", '=HYPERLINK("x")', "王𬭎", "阿卜杜热依木·" + "买" * 43]


@pytest.fixture
def officer(client):
    client.force_login(make_user("officer", "people.see", "people.edit"))
    client.cookies["django_language"] = "en"
    return client


@pytest.fixture
def reader(client):
    client.force_login(make_user("reader", "people.see"))
    client.cookies["django_language"] = "en"
    return client


def every_page() -> list[str]:
    person, unit = make_person(), make_unit()
    return [
        reverse("people:person-list"),
        reverse("people:person-add"),
        reverse("people:dossier", args=[person.pk]),
        reverse("people:person-edit", args=[person.pk]),
        reverse("people:organisation-list"),
        reverse("people:organisation-add"),
        reverse("people:organisation-edit", args=[unit.pk]),
    ]


def words(response) -> str:
    return response.content.decode()


def test_page_does_not_exist_for_a_role_without_the_capability(client):
    client.force_login(make_user("judge", "marks.enter"))
    pages = every_page()
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)
    assert [client.post(page).status_code for page in pages] == [
        404,
        404,
        405,
        404,
        405,
        404,
        404,
    ]


def test_reader_sees_lists_and_dossiers_but_changes_nothing(reader):
    pages = every_page()
    statuses = [reader.get(page).status_code for page in pages]
    assert statuses == [200, 404, 200, 404, 200, 404, 404]
    for page in (pages[0], pages[2], pages[4]):
        assert "/add/" not in words(reader.get(page))
        assert "/edit/" not in words(reader.get(page))


def test_stranger_is_asked_to_sign_in(client):
    page = reverse("people:person-list")
    response = client.get(page)
    assert response.headers["Location"] == f"{reverse('people:sign-in')}?next={page}"


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_a_fixed_number_of_statements(
    officer, rows, django_assert_num_queries
):
    for place in range(rows):
        unit = make_unit(f"第{place}厂")
        make_person(identity_number=identity_number(), organisation=unit)
    # session, user, districts of the filter, count, rows, roles for the menu
    for name in ("person-list", "organisation-list"):
        with django_assert_num_queries(6):
            officer.get(reverse(f"people:{name}"))


@pytest.mark.parametrize("rows", [1, 3])
def test_dossier_takes_a_fixed_number_of_statements(
    officer, rows, django_assert_num_queries
):
    person = make_person(organisation=make_unit(), identity_number=NUMBER)
    for place in range(rows):
        facts = CredentialFacts(
            person=person,
            kind="title",
            code="expert",
            name="绍兴市技术能手",
            issued_on=AT.date(),
            source_key=f"title-grant:{place}",
        )
        record_credential(facts=facts, actor=ACTOR, at=AT)
    page = reverse("people:dossier", args=[person.pk])
    # session, user, person, credentials, events, roles for the menu
    with django_assert_num_queries(10):
        response = officer.get(page)
    assert words(response).count("绍兴市技术能手</strong>") == rows


def test_persons_are_listed_by_pinyin(officer):
    for name in ("张伟", "单小明", "曾国强", "区伟"):
        make_person(name)
    response = officer.get(reverse("people:person-list"))
    shown = re.findall(r'people/[0-9a-f-]{36}/">\s*(.+?)\s*</a>', words(response))
    assert shown == ["区伟", "单小明", "曾国强", "张伟"]


def test_search_by_number_opens_the_dossier_and_leaves_no_number_anywhere(officer):
    make_person("王大力", identity_number=identity_number())
    person = make_person("单小明", identity_number=NUMBER)
    typed = f" {NUMBER[:6]} {NUMBER[6:14]} {NUMBER[14:]} "
    found = officer.post(reverse("people:person-list"), {"q": typed})
    assert found.headers["Location"] == reverse("people:dossier", args=[person.pk])
    pages = [found.headers["Location"], *every_page()]
    for page in pages:
        assert NUMBER not in words(officer.get(page))
    assert "330***********0029" in words(officer.get(found.headers["Location"]))


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (identity_number(), "Nobody is registered with this identity number."),
        (NUMBER[:-1] + "8", "The identity number does not fit its check character"),
        (NUMBER[:-1], "The identity number has 17 characters; it must have 18."),
        (NUMBER[:15], "This is an old identity number of 15 digits"),
    ],
)
def test_number_that_finds_nobody_is_answered_in_words_and_not_repeated(
    officer, number, sentence
):
    make_person("单小明", identity_number=NUMBER)
    answer = officer.post(reverse("people:person-list"), {"q": number})
    assert answer.headers["Location"] == reverse("people:person-list")
    page = words(officer.get(answer.headers["Location"]))
    assert sentence in page
    assert number not in page


def test_search_by_text_goes_to_an_address_that_can_be_kept(officer):
    make_person("王大力")
    make_person("单小明", organisation=make_unit(district="330681"))
    typed = {"q": "shan", "district": "330681"}
    answer = officer.post(reverse("people:person-list"), typed)
    page = words(officer.get(answer.headers["Location"]))
    assert answer.headers["Location"] == "/office/people/?q=shan&district=330681"
    assert ("单小明" in page, "王大力" in page) == (True, False)


def test_search_that_finds_nobody_says_what_to_do_next(officer):
    make_person("单小明")
    page = words(officer.get(reverse("people:person-list"), {"q": "zzz"}))
    assert "Nobody is found" in page
    assert "Try a shorter name, the pinyin or the unit." in page


@pytest.mark.parametrize("name", STRANGE)
def test_name_typed_by_hand_is_kept_and_shown_unharmed(officer, name):
    answer = officer.post(reverse("people:person-add"), {"name": name}, follow=True)
    person = Person.objects.get()
    assert person.name == name
    assert answer.redirect_chain == [
        (reverse("people:dossier", args=[person.pk]), 302),
    ]
    assert answer.context["person"].name == name
    assert "<B " not in words(answer)


def test_wrong_number_is_answered_beside_its_field(officer):
    typed = {"name": "单小明", "identity_number": NUMBER[:-1]}
    answer = officer.post(reverse("people:person-add"), typed)
    assert answer.context["form"].errors == {
        "identity_number": ["The identity number has 17 characters; it must have 18."]
    }
    assert not Person.objects.exists()


def test_details_are_changed_without_showing_the_number(officer):
    unit = make_unit()
    person = make_person("单小明", identity_number=NUMBER, organisation=unit)
    page = reverse("people:person-edit", args=[person.pk])
    shown = words(officer.get(page))
    assert "On record: 330***********0029. Leave this blank to keep it." in shown
    officer.post(page, {"name": "单晓明", "phone": "13900000000"})
    stored = Person.objects.get()
    assert (stored.name, stored.identity_number, stored.organisation) == (
        "单晓明",
        NUMBER,
        None,
    )


def test_unit_is_registered_and_changed_by_hand(officer):
    typed = {"name": "A<B & C 厂", "kind": "school", "district": "330624"}
    officer.post(reverse("people:organisation-add"), typed)
    unit = Organisation.objects.get()
    assert (unit.name, unit.kind, unit.district_id) == (
        "A<B & C 厂",
        "school",
        "330624",
    )
    page = reverse("people:organisation-edit", args=[unit.pk])
    officer.post(page, typed | {"credit_code": "91330100799655058B"})
    unit.refresh_from_db()
    assert unit.credit_code == "91330100799655058B"


def test_unit_registered_twice_is_refused_in_words(officer):
    make_unit("甲厂", district="330602")
    typed = {"name": "甲厂", "kind": "school", "district": "330602"}
    answer = officer.post(reverse("people:organisation-add"), typed)
    assert answer.context["form"].non_field_errors() == [
        "A unit of this name is already registered in this district."
    ]


def test_dossier_shows_what_upper_apps_add(officer, monkeypatch):
    person = make_person("单小明", name_en="Shan Xiaoming")
    known = dossier.Section(
        heading="Entries",
        template="components/empty.html",
        facts={"title": "x"},
    )
    monkeypatch.setattr(dossier, "_sections", [])
    dossier.register_section(lambda person_id, reader: known)
    dossier.register_section(lambda person_id, reader: None)
    answer = officer.get(reverse("people:dossier", args=[person.pk]))
    assert answer.context["sections"] == [known]
    assert ">Entries</h2>" in words(answer)


def test_unknown_person_is_not_found(officer):
    unit = make_unit()
    page = reverse("people:dossier", args=[unit.pk])
    assert officer.get(page).status_code == 404
