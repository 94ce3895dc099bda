"""Primary keys: version 7, and in the order they were made."""

import time
from itertools import pairwise

import time_machine

from people.keys import uuid7


def test_keys_of_one_process_keep_their_order():
    keys = [uuid7() for _each in range(5_000)]
    assert all(first < second for first, second in pairwise(keys))


def test_key_is_a_version_7_uuid_of_the_present_moment():
    before = time.time_ns() // 1_000_000
    key = uuid7()
    after = time.time_ns() // 1_000_000
    assert (key.version, key.int >> 62 & 0b11) == (7, 0b10)
    assert before <= key.int >> 80 <= after + 1


def test_order_survives_a_clock_that_steps_back():
    with time_machine.travel("2031-01-01", tick=False):
        later = uuid7()
    with time_machine.travel("2030-01-01", tick=False):
        assert uuid7() > later
