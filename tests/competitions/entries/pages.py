"""The addresses of entries, what pages say, and a file handed in on one."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from competitions.models import EntryImport
from tests.competitions.entries.sheets import workbook


def page(name, key):
    return reverse(f"competitions:{name}", args=[key])


def words(response):
    return response.content.decode()


def upload(client, event, rows, name="报名.xlsx"):
    file = SimpleUploadedFile(name, workbook(rows).read())
    answer = client.post(page("entry-import-add", event.pk), {"file": file})
    assert answer.status_code == 302, answer.context["form"].errors
    return EntryImport.objects.latest("created_at")
