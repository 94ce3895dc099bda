"""The pages on which a spreadsheet is handed in, looked at, confirmed and undone."""

from io import BytesIO
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from competitions.models import Entry, EntryImport, Event
from tests.competitions.entries.pages import page, upload, words
from tests.competitions.entries.sheets import good_row

pytestmark = pytest.mark.django_db


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
