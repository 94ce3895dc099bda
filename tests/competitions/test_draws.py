"""Draws: committed in public, made once, voided with a reason."""

import json

import pytest

from audit.models import AuditEvent
from competitions import marked_seats
from competitions.enums import DrawKind, DrawState, EntryState, NameDisplay
from competitions.marked_seats import MarkedSeat
from competitions.models import BlindCode, Draw, Entry
from competitions.rules import draw as rules
from competitions.services.blind_codes import LETTERS
from competitions.services.draws import (
    DrawNotCommitted,
    DrawStands,
    EntriesChanged,
    MarkingBegan,
    PublicValueMissing,
    SourceMissing,
    TooFewEntries,
    TooFewStations,
    VoidReasonMissing,
    commit_draw,
    run_draw,
    void_draw,
)
from people.keys import uuid7
from tests.competitions.appointing import entry_of, event_with_entries
from tests.factories import NOW, UserFactory

pytestmark = pytest.mark.django_db
SOURCE = "上证指数 2026-11-24 收盘点位"
VALUE = "3501.28"


def committed(event, kind=DrawKind.ENTRY_NUMBER, source=SOURCE):
    return commit_draw(
        event=event, kind=kind, public_value_source=source, by=UserFactory(), at=NOW
    )


def drawn(draw, value=VALUE):
    return run_draw(
        draw=draw,
        public_value=value,
        witnesses="章公证、何监督",
        by=draw.committed_by,
        at=NOW,
    )


def voided(draw, reason="数值录入有误"):
    return void_draw(draw=draw, reason=reason, by=draw.committed_by, at=NOW)


def codes(event):
    return dict(BlindCode.objects.filter(event=event).values_list("entry", "code"))


def test_commitment_hides_the_secret_and_lists_the_entries():
    event = event_with_entries(3)
    draw = committed(event, source="  上证指数   收盘 ")
    listed = [
        str(pk) for pk in event.entries.order_by("pk").values_list("pk", flat=True)
    ]
    assert [each["entry"] for each in draw.participants] == listed
    assert [each["name"] for each in draw.participants] == ["选手0", "选手1", "选手2"]
    assert draw.commitment == rules.commitment_of(draw.secret)
    assert draw.public_value_source == "上证指数 收盘"
    assert (draw.state, draw.seed, draw.result) == (DrawState.COMMITTED, "", [])


def test_secret_stands_in_no_audit_event():
    draw = committed(event_with_entries(2))
    payloads = json.dumps([row.payload for row in AuditEvent.objects.all()])
    assert draw.commitment in payloads
    assert draw.secret not in payloads


@pytest.mark.parametrize(
    ("display", "name"),
    [
        (NameDisplay.FULL, "欧阳小明"),
        (NameDisplay.SURNAME, "欧阳某"),
        (NameDisplay.NUMBER, ""),
    ],
)
def test_entries_are_named_as_their_event_sets_it(display, name):
    event = event_with_entries(1, name_display=display)
    entry_of(event, name="欧阳小明")
    draw = committed(event)
    assert draw.participants[1]["name"] == name
    assert bool(draw.participants[1]["unit"]) == (display != NameDisplay.NUMBER)


def test_draw_gives_every_entry_the_number_of_its_place():
    event = event_with_entries(12)
    draw = drawn(committed(event), f" {VALUE} ")
    listed = [each["entry"] for each in draw.participants]
    order = rules.draw(listed, secret=draw.secret, public_value=VALUE)
    assert [line["entry"] for line in draw.result] == list(order)
    numbers = {str(entry.pk): entry.number for entry in event.entries.all()}
    assert numbers == {entry: place for place, entry in enumerate(order, start=1)}
    assert draw.public_value == VALUE


def test_value_is_hashed_as_everybody_types_it():
    event = event_with_entries(3)
    draw = drawn(committed(event), " ３０１２.55 ")

    assert draw.public_value == "3012.55"
    assert draw.seed == rules.seed_of(draw.secret, "3012.55")


def test_commitment_never_changes():
    event = event_with_entries(4)
    draw = committed(event)
    before = (draw.commitment, draw.secret, draw.participants, draw.committed_at)
    drawn(draw)
    voided(draw)
    after = Draw.objects.get(pk=draw.pk)
    assert (
        after.commitment,
        after.secret,
        after.participants,
        after.committed_at,
    ) == before


def test_stations_are_drawn_beside_the_numbers():
    event = event_with_entries(3, number_of_stations=5)
    drawn(committed(event))
    drawn(committed(event, DrawKind.STATION), "777")
    assert sorted(event.entries.values_list("station", flat=True)) == [1, 2, 3]
    assert sorted(event.entries.values_list("number", flat=True)) == [1, 2, 3]


def test_stations_must_suffice_for_one_batch():
    event = event_with_entries(3, number_of_stations=2)
    with pytest.raises(TooFewStations) as refused:
        committed(event, DrawKind.STATION)
    assert str(refused.value).count("3") == 2
    assert Draw.objects.count() == 0


def test_one_entry_needs_no_draw():
    with pytest.raises(TooFewEntries):
        committed(event_with_entries(1))


def test_source_of_the_public_value_is_named_first():
    with pytest.raises(SourceMissing):
        committed(event_with_entries(2), source="  ")


def test_second_draw_of_a_kind_is_refused():
    event = event_with_entries(2)
    committed(event)
    with pytest.raises(DrawStands):
        committed(event)
    assert Draw.objects.count() == 1


def test_draw_is_made_once():
    draw = committed(event_with_entries(5))
    first = drawn(draw)
    with pytest.raises(DrawNotCommitted):
        drawn(draw, "9.99")
    assert Draw.objects.get(pk=draw.pk).seed == first.seed


def test_draw_needs_the_public_value():
    draw = committed(event_with_entries(2))
    with pytest.raises(PublicValueMissing):
        drawn(draw, "  ")
    assert Draw.objects.get(pk=draw.pk).state == DrawState.COMMITTED


def test_entry_approved_after_the_commitment_stops_the_draw():
    event = event_with_entries(2)
    draw = committed(event)
    entry_of(event)
    with pytest.raises(EntriesChanged):
        drawn(draw)
    assert BlindCode.objects.count() == 0


def test_withdrawn_entry_keeps_its_place_in_the_committed_list():
    event = event_with_entries(3)
    draw = committed(event)
    gone = event.entries.order_by("pk")[0]
    Entry.objects.filter(pk=gone.pk).update(state=EntryState.WITHDRAWN)
    draw = drawn(draw)
    assert len(draw.result) == 3
    assert gone.pk not in codes(event)


def test_voided_draw_takes_back_what_it_gave():
    event = event_with_entries(3)
    draw = voided(drawn(committed(event)))
    assert (draw.state, draw.void_reason) == (DrawState.VOIDED, "数值录入有误")
    assert list(event.entries.values_list("number", flat=True)) == [None] * 3
    assert codes(event) == {}
    assert len(draw.result) == 3
    again = drawn(committed(event))
    assert again.secret != draw.secret


def test_void_needs_a_reason():
    draw = committed(event_with_entries(2))
    with pytest.raises(VoidReasonMissing):
        voided(draw, " ")


def test_draw_under_which_marks_were_made_stays(monkeypatch):
    event = event_with_entries(2)
    draw = drawn(committed(event))
    mark = MarkedSeat(uuid7(), event.entries.first().pk, uuid7())
    monkeypatch.setattr(marked_seats, "_sources", [lambda event_id: [mark]])
    before = codes(event)
    with pytest.raises(MarkingBegan):
        voided(draw)
    assert codes(event) == before


def test_blind_codes_come_with_the_numbers_and_are_easy_to_read():
    event = event_with_entries(30)
    drawn(committed(event))
    given = codes(event)
    assert given.keys() == {entry.pk for entry in event.entries.all()}
    assert len(set(given.values())) == 30
    assert {code[0] for code in given.values()} <= set(LETTERS)
    assert all(code[1] == "-" and code[2:].isdigit() for code in given.values())
    assert set("ILOQSUVZ").isdisjoint(LETTERS)


def test_blind_codes_do_not_follow_from_the_seed():
    event = event_with_entries(20)
    draw = drawn(committed(event))
    first = codes(event)
    BlindCode.objects.all().delete()
    Draw.objects.filter(pk=draw.pk).update(
        state=DrawState.COMMITTED, seed="", result=[], drawn_at=None
    )
    again = drawn(draw)
    assert again.seed == draw.seed
    assert again.result == draw.result
    assert codes(event) != first


def test_rows_of_codes_do_not_stand_in_the_order_drawn():
    event = event_with_entries(40)
    draw = drawn(committed(event))
    rows = BlindCode.objects.filter(event=event).order_by("pk")
    stored = [str(entry) for entry in rows.values_list("entry", flat=True)]
    assert stored != [line["entry"] for line in draw.result]
    assert stored != sorted(stored)
    given = list(rows.values_list("code", flat=True))
    assert given != sorted(given)
