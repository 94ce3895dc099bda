"""What public pages read: snapshots made for the public, and no other table.

So a page that looks up one name more is noticed, and so is a new one: every address
the public may open is asked for here.
"""

import re

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from certificates.urls.public import urlpatterns as proofs
from competitions.services.draws import commit_draw
from live.frames import board_frame
from live.services.draws import publish_draw
from live.urls.public import urlpatterns as pages
from tests.certificates.podiums import award, certify, podium
from tests.competitions.appointing import event_with_entries
from tests.factories import NOW, UserFactory

TABLE = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE)\s+"?(\w+)"?')
SNAPSHOTS = {"live_publication"}
PROOFS = {"certificates_certificate"}


@pytest.fixture
def draw(db):
    event, by = event_with_entries(2), UserFactory()
    made = commit_draw(
        event=event, kind="entry_number", public_value_source="指数", by=by, at=NOW
    )
    publish_draw(draw_id=made.pk, at=NOW)
    return made


@pytest.fixture
def certificate(db):
    cache.clear()
    made = podium((90, 95), (90, 90), names=("王敏", "李静"))
    return certify(made, awards=award(made).awards)[0]


def tables_of(statements):
    return {name for each in statements for name in TABLE.findall(each["sql"])}


def tables_read(client, address, sent=None):
    """Return the tables a page reads, and the one an answer to a form leads to."""
    ask = client.post if sent else client.get
    with CaptureQueriesContext(connection) as captured:
        answer = ask(address, sent, follow=True)
    assert answer.status_code == 200, address
    return tables_of(captured)


def test_tables_are_found_in_statements():
    joined = 'SELECT 1 FROM "a" INNER JOIN "b" ON (1) WHERE x IN (SELECT U0 FROM "c")'
    statements = [{"sql": joined}, {"sql": 'UPDATE "d" SET x = 1'}]

    assert tables_of(statements) == {"a", "b", "c", "d"}


def test_public_pages_read_snapshots_only(client, announced, draw):
    keys = {
        "home": None,
        "competitions": None,
        "competition": announced.event.competition_id,
        "results": announced.event.pk,
        "board": announced.event.pk,
        "board-state": announced.event.pk,
        "draw": draw.pk,
        "draw-record": draw.pk,
    }
    with translation.override("zh-hans"):
        addresses = {
            name: reverse(f"live:{name}", args=[key] if key else [])
            for name, key in keys.items()
        }

    read = {name: tables_read(client, each) for name, each in addresses.items()}

    assert read == dict.fromkeys((each.name for each in pages), SNAPSHOTS)


def test_a_narrowed_list_reads_snapshots_only(client, announced):
    with translation.override("zh-hans"):
        address = reverse("live:competitions")

    read = tables_read(client, f"{address}?q=a&year=2026&level=city&sort=-days")

    assert read == SNAPSHOTS


def test_frames_of_a_board_are_read_from_its_snapshot(announced):
    with CaptureQueriesContext(connection) as captured:
        board_frame(announced.event.pk)

    assert tables_of(captured) == SNAPSHOTS


def test_proofs_read_certificates_only(client, certificate):
    search = reverse("certificates:verify-search")
    proof = reverse("certificates:verify", args=[certificate.token])
    asked = {"number": certificate.number, "name": "王敏"}

    read = {
        "verify-search": tables_read(client, search, asked),
        "verify": tables_read(client, proof),
    }

    assert read == dict.fromkeys((each.name for each in proofs), PROOFS)
    assert tables_read(client, search) == set()
