"""The public page of a draw: what it shows when, and that it proves itself."""

import html
import json
import re
import subprocess
import sys

import pytest
from django.urls import reverse

from competitions.enums import CompetitionState, DrawKind, NameDisplay
from competitions.models import BlindCode
from competitions.services.draws import commit_draw, run_draw, void_draw
from live.models import Publication
from live.services.competitions import publish_competition
from people.keys import uuid7
from tests.competitions.appointing import entry_of, event_with_entries
from tests.factories import NOW, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)
SOURCE = "上证指数 2026-11-24 收盘点位"


def committed(event):
    return commit_draw(
        event=event,
        kind=DrawKind.ENTRY_NUMBER,
        public_value_source=SOURCE,
        by=UserFactory(),
        at=NOW,
    )


def drawn(draw, value="3501.28"):
    return run_draw(
        draw=draw,
        public_value=value,
        witnesses="章公证",
        by=draw.committed_by,
        at=NOW,
    )


def page_of(client, draw):
    answer = client.get(reverse("live:draw", args=(draw.pk,)))
    assert answer.status_code == 200
    return answer


def record_of(client, draw):
    return client.get(reverse("live:draw-record", args=(draw.pk,)))


def words(response):
    return response.content.decode()


def test_commitment_is_public_at_once_and_the_secret_is_not(client):
    draw = committed(event_with_entries(3))
    page, record = words(page_of(client, draw)), words(record_of(client, draw))
    stored = json.dumps(list(Publication.objects.values("content")), default=str)
    for public in (page, record, stored):
        assert draw.commitment in public
        assert draw.secret not in public
    assert SOURCE in page
    assert [f"选手{number}" in page for number in range(3)] == [True] * 3
    assert set(json.loads(record)) == {
        "id",
        "kind",
        "state",
        "event",
        "competition",
        "algorithm",
        "commitment",
        "committed_at",
        "public_value_source",
        "participants",
    }


def test_drawn_record_holds_all_that_recomputing_needs(client):
    draw = drawn(committed(event_with_entries(3)))
    record = json.loads(words(record_of(client, draw)))
    assert record["secret"] == draw.secret
    assert record["public_value"] == "3501.28"
    assert record["result"] == draw.result
    assert draw.secret in words(page_of(client, draw))


def test_lines_shown_on_the_page_recompute_the_draw(client, tmp_path):
    draw = drawn(committed(event_with_entries(17)))
    shown = re.search(
        r"<pre[^>]*><code>(.*?)</code></pre>", words(page_of(client, draw)), re.DOTALL
    )
    (tmp_path / "check.py").write_text(html.unescape(shown[1]), encoding="utf-8")
    record = tmp_path / "record.json"
    record.write_bytes(record_of(client, draw).content)
    assert by_hand(tmp_path) == "True\n"
    changed = json.loads(record.read_text(encoding="utf-8"))
    changed["result"][0], changed["result"][1] = changed["result"][1::-1]
    record.write_text(json.dumps(changed), encoding="utf-8")
    assert by_hand(tmp_path) == "False\n"


def by_hand(folder):
    ended = subprocess.run(
        [sys.executable, "-I", "check.py"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return ended.stdout


def test_commitment_stays_the_same_through_every_version(client):
    draw = committed(event_with_entries(3))
    seen = [json.loads(words(record_of(client, draw)))]
    drawn(draw)
    seen.append(json.loads(words(record_of(client, draw))))
    void_draw(draw=draw, reason="数值有误", by=draw.committed_by, at=NOW)
    seen.append(json.loads(words(record_of(client, draw))))
    promised = ("commitment", "participants", "public_value_source", "committed_at")
    assert [[each[key] for key in promised] for each in seen] == [
        [seen[0][key] for key in promised]
    ] * 3
    assert [each["state"] for each in seen] == ["committed", "drawn", "voided"]
    assert Publication.objects.get(subject=str(draw.pk)).version == 3


def test_voided_draw_stays_public_struck_through_with_its_reason(client):
    draw = drawn(committed(event_with_entries(3)))
    void_draw(draw=draw, reason="A<B & C", by=draw.committed_by, at=NOW)
    page = words(page_of(client, draw))
    assert "is-voided" in page
    assert "A&lt;B &amp; C" in page
    assert page.count("data-entry=") == 3


def test_draw_voided_before_it_was_made_keeps_its_secret(client):
    draw = committed(event_with_entries(3))
    void_draw(draw=draw, reason="名单有误", by=draw.committed_by, at=NOW)
    assert draw.secret not in words(page_of(client, draw))
    assert draw.secret not in words(record_of(client, draw))


@pytest.mark.parametrize("name", ["A<B & C", "陈𬭎", "</script><b>", "买" * 50])
def test_strange_names_stand_unharmed_on_the_page_and_in_the_record(client, name):
    event = event_with_entries(1)
    entry_of(event, name=name)
    draw = drawn(committed(event))
    page = words(page_of(client, draw))
    assert html.escape(name) in page
    embedded = re.search(r'id="draw-record"[^>]*>(.*?)</script>', page, re.DOTALL)[1]
    record = json.loads(embedded)
    assert record == json.loads(words(record_of(client, draw)))
    assert name in [each["name"] for each in record["participants"]]


def test_hidden_names_and_codes_stand_in_no_public_byte(client):
    event = event_with_entries(3, name_display=NameDisplay.NUMBER)
    draw = drawn(committed(event))
    public = words(page_of(client, draw)) + words(record_of(client, draw))
    hidden = [f"选手{number}" for number in range(3)]
    hidden += [entry.organisation.name for entry in event.entries.all()]
    hidden += BlindCode.objects.values_list("code", flat=True)
    assert len(hidden) == 9
    assert [each for each in hidden if each in public] == []


def test_page_sets_no_cookie_and_reads_the_publication_only(
    client, django_assert_num_queries
):
    draw = drawn(committed(event_with_entries(3)))
    with django_assert_num_queries(1):
        answer = page_of(client, draw)
    assert answer.cookies == {}
    assert "Public draw" in words(client.get(f"/en/draws/{draw.pk}/"))


def test_competition_leads_to_the_draws_of_its_events(client):
    event = event_with_entries(2, competition__state=CompetitionState.PREPARATION)
    other = committed(event_with_entries(2))
    draw = committed(event)
    publish_competition(competition_id=event.competition_id, at=NOW)

    page = client.get(reverse("live:competition", args=(event.competition_id,)))

    words = page.content.decode()
    assert reverse("live:draw", args=(draw.pk,)) in words
    assert reverse("live:draw", args=(other.pk,)) not in words


def test_unknown_draw_is_not_found(client):
    assert client.get(f"/draws/{uuid7()}/").status_code == 404
    assert client.get(f"/draws/{uuid7()}/record.json").status_code == 404
