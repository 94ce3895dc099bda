"""The hash chain as a pure rule: every change shows, and where it happened."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given, strategies as st

from audit.rules.chain import (
    GENESIS,
    Link,
    NotPlain,
    SealedLink,
    first_break,
    plain,
    seal,
)

AT = datetime(2026, 11, 23, 2, 42, 0, 5, tzinfo=UTC)


def link(seq: int, **changes) -> Link:
    return replace(
        Link(
            stream="event:1",
            seq=seq,
            at=AT + timedelta(seconds=seq),
            actor="user:1",
            action="mark.entered",
            object_id="sheet:1",
            payload={"value": "7.50", "name": "王·艾力"},
        ),
        **changes,
    )


def chain_of(length: int) -> list[SealedLink]:
    links, prev_hash = [], GENESIS
    for seq in range(1, length + 1):
        sealed = seal(prev_hash, link(seq))
        links.append(SealedLink(link(seq), prev_hash, sealed))
        prev_hash = sealed
    return links


def head_of(links: list[SealedLink]) -> tuple[int, str]:
    return (links[-1].link.seq, links[-1].hash) if links else (0, GENESIS)


def test_hash_is_sha256_over_the_previous_hash_and_canonical_json():
    text = (
        '{"action":"mark.entered","actor":"user:1",'
        '"at":"2026-11-23T02:42:01.000005+00:00","object_id":"sheet:1",'
        '"payload":{"name":"王·艾力","value":"7.50"},"seq":1,"stream":"event:1"}'
    )
    expected = hashlib.sha256((GENESIS + text).encode()).hexdigest()
    assert seal(GENESIS, link(1)) == expected


def test_hash_does_not_depend_on_the_time_zone_of_the_moment():
    shanghai = timezone(timedelta(hours=8))
    same = link(1, at=link(1).at.astimezone(shanghai))
    assert seal(GENESIS, same) == seal(GENESIS, link(1))


@pytest.mark.parametrize("length", [0, 1, 5])
def test_untouched_chain_holds(length):
    links = chain_of(length)
    assert first_break(links, head_of(links)) is None


@pytest.mark.parametrize(
    "change",
    [
        {"at": AT},
        {"actor": "user:2"},
        {"action": "mark.entere"},
        {"object_id": "sheet:2"},
        {"payload": {"value": "7.51", "name": "王·艾力"}},
        {"stream": "event:2"},
    ],
)
def test_one_changed_column_breaks_the_chain_at_its_event(change):
    links = chain_of(5)
    links[2] = replace(links[2], link=replace(links[2].link, **change))
    assert first_break(links, head_of(links)) == 3


def test_changed_event_with_its_hash_made_anew_breaks_the_next_one():
    links = chain_of(5)
    forged = replace(links[2].link, actor="user:2")
    links[2] = SealedLink(forged, links[2].prev_hash, seal(links[2].prev_hash, forged))
    assert first_break(links, head_of(links)) == 4


def test_forged_last_event_does_not_fit_the_head():
    links = chain_of(5)
    head = head_of(links)
    forged = replace(links[4].link, actor="user:2")
    links[4] = SealedLink(forged, links[4].prev_hash, seal(links[4].prev_hash, forged))
    assert first_break(links, head) == 5


@pytest.mark.parametrize("missing", [1, 3, 5])
def test_missing_event_is_named(missing):
    links = chain_of(5)
    head = head_of(links)
    del links[missing - 1]
    assert first_break(links, head) == missing


def test_doubled_event_is_named():
    links = chain_of(3)
    links.insert(1, links[1])
    assert first_break(links, head_of(links)) == 2


@given(st.permutations(range(5)))
def test_any_other_order_breaks_the_chain(order):
    links = chain_of(5)
    shuffled = [links[place] for place in order]
    in_order = all(first < second for first, second in pairwise(order))
    assert (first_break(shuffled, head_of(links)) is None) == in_order


def test_payload_values_become_what_every_database_gives_back():
    key = UUID("01a20a04-7ea4-7825-9e42-0f22259a3e55")
    payload = {
        "mark": Decimal("7.50"),
        "at": AT,
        "on": date(2026, 11, 23),
        "key": key,
        "seats": (1, 2),
        "is_final": True,
        "nothing": None,
    }
    assert plain(payload) == {
        "mark": "7.50",
        "at": "2026-11-23T02:42:00.000005+00:00",
        "on": "2026-11-23",
        "key": str(key),
        "seats": [1, 2],
        "is_final": True,
        "nothing": None,
    }


@pytest.mark.parametrize("value", [7.5, {"mark": [1.0]}, {1: "x"}, "a\0b", {1, 2}])
def test_payload_value_that_would_not_read_back_is_refused(value):
    with pytest.raises(NotPlain):
        plain(value)
