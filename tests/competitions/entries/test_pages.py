"""The pages of entries: who gets in, what they show and what they never show."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from competitions.enums import CompetitionState
from competitions.models import Entry
from competitions.services.entries import EntryDetails, submit_entry
from competitions.services.entry_members import MemberDetails
from competitions.services.entry_reviews import return_entries
from people.models import Person
from tests.competitions.entries.pages import page, upload, words
from tests.competitions.entries.sheets import NAMES, good_row
from tests.factories import NOW, RoleAssignmentFactory
from tests.identity_numbers import number_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(event, unit, contact):
    return entered(event, unit, contact)


def entered(event, unit, by, serial=1, name="王芳"):
    told = MemberDetails(name=name, identity_number=number_of(serial))
    details = EntryDetails(organisation=unit, members=(told,))
    return submit_entry(event=event, details=details, by=by, at=NOW)


EVENT_PAGES = (
    "entry-list",
    "entry-export",
    "entry-add",
    "entry-import-add",
    "entry-template",
)
ENTRY_PAGES = ("entry-detail", "entry-edit")


def statuses(client, event, entry):
    return [client.get(page(name, event.pk)).status_code for name in EVENT_PAGES] + [
        client.get(page(name, entry.pk)).status_code for name in ENTRY_PAGES
    ]


def test_every_page_opens_for_the_organiser_and_the_contact(
    event, entry, organiser, contact, sign_in
):
    for user in (organiser, contact):
        assert statuses(sign_in(user), event, entry) == [200] * 7


def test_pages_do_not_exist_for_judges(event, entry, sign_in):
    judge = RoleAssignmentFactory(role__code="judge", event=event).user
    assert statuses(sign_in(judge), event, entry) == [404] * 7


def test_a_list_leads_to_a_new_entry_only_while_one_would_be_taken(
    event, entry, organiser, sign_in
):
    offered = {}
    for state in (
        CompetitionState.REGISTRATION,
        CompetitionState.PREPARATION,
        CompetitionState.CLOSED,
    ):
        event.competition.state = state
        event.competition.save(update_fields=["state"])
        text = sign_in(organiser).get(page("entry-list", event.pk)).text
        offered[state] = page("entry-add", event.pk) in text

    assert list(offered.values()) == [True, True, False]


def test_the_contact_of_another_unit_finds_nothing_of_this_one(
    event, entry, stranger, sign_in
):
    client = sign_in(stranger)

    assert statuses(client, event, entry) == [200, 200, 200, 200, 200, 404, 404]
    assert "王芳" not in words(client.get(page("entry-list", event.pk)))
    exported = client.get(page("entry-export", event.pk)).content
    assert load_workbook(BytesIO(exported)).active.max_row == 1
    found = client.post(page("entry-list", event.pk), {"q": number_of(1)}, follow=True)
    assert "Nobody in this list has this identity number." in words(found)
    for name in ("entry-withdraw", "entry-resubmit"):
        assert client.post(page(name, entry.pk)).status_code == 404
    for name in ("entries-approve", "entries-return"):
        assert client.post(page(name, event.pk), {"entry": entry.pk}).status_code == 404


def test_after_registration_a_contact_reads_and_changes_nothing(
    event, entry, contact, stranger, sign_in
):
    event.competition.state = "review"
    event.competition.save(update_fields=["state"])

    assert statuses(sign_in(contact), event, entry) == [
        200,
        200,
        404,
        404,
        404,
        200,
        404,
    ]
    assert statuses(sign_in(stranger), event, entry) == [404] * 7


def test_an_import_belongs_to_who_handed_it_in(
    event, unit, contact, stranger, organiser, sign_in
):
    found = upload(sign_in(contact), event, [good_row(1, unit.name)])

    for user, status in ((contact, 200), (organiser, 200), (stranger, 404)):
        client = sign_in(user)
        assert client.get(page("entry-import", found.pk)).status_code == status
        assert client.get(page("entry-import-errors", found.pk)).status_code == status
    for name in ("confirm", "undo", "discard", "units"):
        answer = sign_in(stranger).post(page(f"entry-import-{name}", found.pk))
        assert answer.status_code == 404


@pytest.mark.parametrize("rows", [1, 5])
def test_the_list_takes_a_fixed_number_of_statements(
    event, unit, organiser, rows, sign_in, django_assert_num_queries
):
    for serial in range(1, rows + 1):
        entered(event, unit, organiser, serial)
    client = sign_in(organiser)
    # session, user, event, roles, units and states of the filter, count, rows,
    # members, counts of states, sight of the competition
    with django_assert_num_queries(10):
        client.get(page("entry-list", event.pk))


def test_no_page_shows_a_whole_identity_number(event, entry, organiser, sign_in):
    client = sign_in(organiser)
    for name in EVENT_PAGES[:4]:
        assert number_of(1) not in words_of_any(client.get(page(name, event.pk)))
    for name in ENTRY_PAGES:
        assert number_of(1) not in words(client.get(page(name, entry.pk)))
    assert "330***********0012" in words(client.get(page("entry-list", event.pk)))


def words_of_any(response):
    if response.headers["Content-Type"].startswith("text/html"):
        return words(response)
    sheet = load_workbook(BytesIO(response.content)).active
    return repr([[cell.value for cell in row] for row in sheet])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "欧阳"}, ["欧阳建国"]),
        ({"q": "ouyang"}, ["欧阳建国"]),
        ({"q": "shiliji"}, ["欧阳建国", "王芳"]),
        ({"state": "approved"}, []),
        ({"q": "zzz"}, []),
    ],
)
def test_the_list_is_narrowed(event, unit, organiser, sign_in, query, found):
    entered(event, unit, organiser, 1, "王芳")
    entered(event, unit, organiser, 2, "欧阳建国")

    answer = sign_in(organiser).get(page("entry-list", event.pk), query)

    rows = answer.context["table"].data
    assert [row.members.all()[0].person.name for row in rows] == found
    assert ("No entry is found" in words(answer)) == (not found)


def test_a_search_by_number_opens_the_entry_without_an_address(
    event, entry, organiser, sign_in
):
    client = sign_in(organiser)
    answer = client.post(page("entry-list", event.pk), {"q": number_of(1)})
    assert answer.headers["Location"] == page("entry-detail", entry.pk)
    answer = client.post(page("entry-list", event.pk), {"q": "王", "state": "approved"})
    assert answer.headers["Location"].endswith("?q=%E7%8E%8B&state=approved")


@pytest.mark.parametrize("name", NAMES)
def test_names_pass_through_every_page_and_file(event, unit, organiser, sign_in, name):
    client = sign_in(organiser)
    typed = {
        "organisation": unit.name,
        "members-0-name": name,
        "members-0-identity_number": number_of(1),
    }

    answer = client.post(page("entry-add", event.pk), typed, follow=True)

    assert answer.context["page"].name == name
    assert "<B " not in words(answer)
    assert "<B " not in words(client.get(page("entry-list", event.pk)))
    sheet = load_workbook(
        BytesIO(client.get(page("entry-export", event.pk)).content)
    ).active
    assert (sheet["D2"].value, sheet["D2"].data_type) == (name, "s")


def test_wrong_fields_are_answered_beside_them(event, unit, organiser, sign_in):
    typed = {
        "organisation": "没有的单位",
        "members-0-name": "",
        "members-0-identity_number": "123",
    }
    client = sign_in(organiser)
    answer = client.post(page("entry-add", event.pk), typed)
    assert set(answer.context["form"].errors) == {"organisation", "members-0-name"}

    typed |= {"organisation": unit.name, "members-0-name": "王芳"}
    answer = client.post(page("entry-add", event.pk), typed)

    assert answer.context["form"].errors == {
        "members-0-identity_number": [
            "The identity number has 3 characters; it must have 18."
        ]
    }
    assert not Person.objects.exists()


def test_the_review_of_many_and_the_way_back(event, unit, organiser, contact, sign_in):
    entries = [entered(event, unit, contact, serial) for serial in (1, 2, 3)]
    client = sign_in(organiser)
    approve, give_back = (
        page("entries-approve", event.pk),
        page("entries-return", event.pk),
    )

    client.post(approve, {"entry": [entries[0].pk, "nonsense"]})
    asked = client.post(give_back, {"entry": [entries[1].pk, entries[2].pk]})
    assert [row.pk for row in asked.context["entries"]] == [
        entries[1].pk,
        entries[2].pk,
    ]
    empty = client.post(give_back, {"entry": [entries[1].pk], "reason": " "})
    assert empty.context["form"].errors == {"reason": ["This field is required."]}
    client.post(give_back, {"entry": [entries[1].pk], "reason": "照片不清"})

    states = Entry.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["approved", "returned", "submitted"]
    shown = words(sign_in(contact).get(page("entry-list", event.pk)))
    assert "照片不清" in shown
    assert page("entry-edit", entries[1].pk) in shown


def test_a_contact_corrects_what_was_returned(
    event, entry, unit, organiser, contact, sign_in
):
    return_entries(
        event=event, entry_ids=[entry.pk], reason="姓名有误", by=organiser, at=NOW
    )
    client = sign_in(contact)
    shown = client.get(page("entry-edit", entry.pk))
    assert "姓名有误" in words(shown)
    assert "On record: 330***********0012" in words(shown)
    typed = {"version": 2, "organisation": unit.pk, "members-0-name": "王方"}

    client.post(page("entry-edit", entry.pk), typed)

    entry.refresh_from_db()
    assert (entry.state, entry.members.get().person.name) == ("submitted", "王方")
    stale = client.post(page("entry-edit", entry.pk), typed)
    assert "Somebody else changed this entry" in words(stale)


def test_the_card_of_an_entry_names_only_what_it_offers(
    entry, organiser, contact, sign_in
):
    client = sign_in(contact)
    standing = words(client.get(page("entry-detail", entry.pk)))
    client.post(page("entry-withdraw", entry.pk))
    withdrawn = words(client.get(page("entry-detail", entry.pk)))

    assert "Withdraw or submit again" not in standing + withdrawn
    assert "Submit the entry again" in withdrawn


def test_an_empty_list_says_what_to_do_next(event, organiser, sign_in):
    shown = words(sign_in(organiser).get(page("entry-list", event.pk)))
    assert "No entry yet" in shown
    for name in ("entry-template", "entry-add"):
        assert page(name, event.pk) in shown


def test_the_contact_is_told_at_home_what_came_back_and_why(
    event, entry, organiser, contact, stranger, sign_in
):
    return_entries(
        event=event, entry_ids=[entry.pk], reason="照片不清", by=organiser, at=NOW
    )

    home = words(sign_in(contact).get(reverse("desk:home")))
    assert "照片不清" in home
    assert page("entry-edit", entry.pk) in home
    assert "照片不清" not in words(sign_in(stranger).get(reverse("desk:home")))
