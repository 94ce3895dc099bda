"""The pages of entries: who gets in, what they show and what they never show."""

from io import BytesIO
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from competitions.models import Entry, EntryImport, Event
from competitions.services.entries import EntryDetails, submit_entry
from competitions.services.entry_members import MemberDetails
from competitions.services.entry_reviews import return_entries
from people.models import Person
from tests.competitions.entries.sheets import NAMES, good_row, number_of, workbook
from tests.factories import NOW, RoleAssignmentFactory

pytestmark = pytest.mark.django_db


def page(name, key):
    return reverse(f"competitions:{name}", args=[key])


def words(response):
    return response.content.decode()


@pytest.fixture
def entry(event, unit, contact):
    return entered(event, unit, contact)


@pytest.fixture
def sign_in(client):
    def enter(user):
        client.force_login(user)
        client.cookies["django_language"] = "en"
        return client

    return enter


def entered(event, unit, by, serial=1, name="王芳"):
    told = MemberDetails(name=name, identity_number=number_of(serial))
    details = EntryDetails(organisation=unit, members=(told,))
    return submit_entry(event=event, details=details, by=by, at=NOW)


def upload(client, event, rows, name="报名.xlsx"):
    file = SimpleUploadedFile(name, workbook(rows).read())
    answer = client.post(page("entry-import-add", event.pk), {"file": file})
    assert answer.status_code == 302, answer.context["form"].errors
    return EntryImport.objects.latest("created_at")


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


def test_a_spreadsheet_from_upload_to_undo(event, unit, organiser, sign_in):
    client = sign_in(organiser)
    rows = [good_row(1, unit.name), good_row(2, "没有的单位")]
    found = upload(client, event, rows)
    preview = client.get(page("entry-import", found.pk))
    assert [line.row.line for line in preview.context["rows"]] == [4]
    assert "Unit</strong>: No unit is called “没有的单位”" in words(preview)
    assert preview.context["page"].unknown_units == ["没有的单位"]
    digest = preview.context["page"].digest

    client.post(page("entry-import-confirm", found.pk), {"digest": "another"})
    assert not Entry.objects.exists()
    confirmed = client.post(
        page("entry-import-confirm", found.pk), {"digest": digest}, follow=True
    )
    assert Entry.objects.count() == 1
    assert "Imported: 1 new, 0 changed." in words(confirmed)
    assert "Rows with errors were left out" in words(confirmed)
    errors = client.get(page("entry-import-errors", found.pk)).content
    sheet = load_workbook(BytesIO(errors)).worksheets[0]
    assert [cell.value for cell in sheet["A"][2:]] == ["没有的单位"]
    assert "No unit is called" in sheet["F3"].value
    client.post(page("entry-import-undo", found.pk))

    assert not Entry.objects.exists()
    undone = words(client.get(page("entry-import", found.pk)))
    assert "Undone" in undone
    assert "Rows with errors were left out" not in undone


def test_a_file_without_a_good_row_offers_no_import(event, organiser, sign_in):
    client = sign_in(organiser)
    found = upload(client, event, [good_row(1, "没有的单位")])

    shown = words(client.get(page("entry-import", found.pk)))

    assert "No row can be imported as it is." in shown
    assert "import the others now" not in shown


@pytest.mark.parametrize(("team_size", "is_told"), [(1, False), (2, True)])
def test_the_template_speaks_of_teams_only_where_there_are_some(
    event, organiser, sign_in, team_size, is_told
):
    Event.objects.filter(pk=event.pk).update(team_size=team_size)

    answer = sign_in(organiser).get(page("entry-template", event.pk))

    sheet = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert ("team" in sheet["A1"].value) is is_told


def test_files_are_called_by_their_event(event, organiser, sign_in):
    Event.objects.filter(pk=event.pk).update(name="焊工", name_en="焊工")

    answer = sign_in(organiser).get(page("entry-template", event.pk))

    name = quote("焊工 – template of entries.xlsx")
    assert answer["Content-Disposition"] == f"attachment; filename*=utf-8''{name}"


def test_unknown_units_are_registered_when_the_office_says_so(
    event, unit, organiser, sign_in
):
    client = sign_in(organiser)
    found = upload(client, event, [good_row(1, "新单位")])
    client.post(page("entry-import-units", found.pk), {"district": unit.district_id})
    preview = client.get(page("entry-import", found.pk))
    assert preview.context["page"].counts["new"] == 1

    digest = preview.context["page"].digest
    client.post(page("entry-import-confirm", found.pk), {"digest": digest})

    assert Entry.objects.get().organisation.name == "新单位"


def test_what_is_no_workbook_is_answered_at_the_field(event, organiser, sign_in):
    file = SimpleUploadedFile("报名.xlsx", b"no workbook")
    answer = sign_in(organiser).post(page("entry-import-add", event.pk), {"file": file})
    assert answer.context["form"].errors == {
        "file": ["The file is no Excel workbook; save it as .xlsx."]
    }
    assert not EntryImport.objects.exists()


def test_the_card_of_an_entry_names_only_what_it_offers(
    entry, organiser, contact, sign_in
):
    client = sign_in(contact)
    standing = words(client.get(page("entry-detail", entry.pk)))
    client.post(page("entry-withdraw", entry.pk))
    withdrawn = words(client.get(page("entry-detail", entry.pk)))

    assert "Withdraw or submit again" not in standing + withdrawn
    assert "Submit the entry again" in withdrawn


def test_pages_of_an_import_hang_below_their_event(event, unit, organiser, sign_in):
    client = sign_in(organiser)
    found = upload(client, event, [good_row(1, unit.name)])
    above = [
        reverse("competitions:competition-list"),
        reverse("competitions:competition-detail", args=[event.competition_id]),
        page("event-detail", event.pk),
        page("entry-list", event.pk),
    ]

    shown = words(client.get(page("entry-import", found.pk)))

    places = [shown.find(f'<a href="{link}">') for link in above]
    assert -1 not in places
    assert places[1:] == sorted(places[1:])


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
