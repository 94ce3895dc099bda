"""Draws: recomputable, fair, and known answers that must never change."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given, strategies as st

from competitions.rules.draw import (
    ALGORITHM,
    DrawRecord,
    InvalidDraw,
    Verification,
    commitment_of,
    draw,
    normalised_value,
    numbers,
    seed_of,
    shuffle,
    verify,
)

SECRET = "00112233445566778899aabbccddeeff" * 2
PUBLIC_VALUE = "上证指数 2026-11-23 收盘 3501.28"
PARTICIPANTS = tuple(f"entry-{number}" for number in range(1, 11))
KNOWN_ORDER = [10, 6, 8, 5, 7, 3, 1, 2, 9, 4]

secrets = st.binary(min_size=32, max_size=32).map(bytes.hex)
rosters = st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=60)


def record(**changes):
    fields = {
        "algorithm": ALGORITHM,
        "commitment": commitment_of(SECRET),
        "secret": SECRET,
        "public_value": PUBLIC_VALUE,
        "participants": PARTICIPANTS,
        "order": draw(PARTICIPANTS, secret=SECRET, public_value=PUBLIC_VALUE),
    }
    return DrawRecord(**(fields | changes))


def test_draw_gives_the_known_answer():
    assert draw(PARTICIPANTS, secret=SECRET, public_value=PUBLIC_VALUE) == tuple(
        f"entry-{number}" for number in KNOWN_ORDER
    )


def test_commitment_and_seed_are_plain_hashes_of_texts():
    assert commitment_of(SECRET) == hashlib.sha256(SECRET.encode()).hexdigest()
    assert seed_of(SECRET, PUBLIC_VALUE) == (
        hashlib.sha256((SECRET + PUBLIC_VALUE).encode()).hexdigest()
    )


def test_draw_can_be_recomputed_from_the_description_alone():
    """Write the published algorithm a second time, sharing no code with the first."""
    seed = hashlib.sha256(SECRET.encode() + PUBLIC_VALUE.encode()).digest()
    blocks = (
        hashlib.sha256(seed + bytes([0, 0, 0, index])).digest() for index in range(20)
    )
    stream = b"".join(blocks)
    order, position = list(PARTICIPANTS), 0
    for last in range(len(order) - 1, 0, -1):
        while True:
            word = int.from_bytes(stream[position : position + 4], "big")
            position += 4
            if word < 2**32 - 2**32 % (last + 1):
                break
        chosen = word % (last + 1)
        order[last], order[chosen] = order[chosen], order[last]

    assert tuple(order) == record().order


def test_draw_ignores_spaces_around_the_public_value():
    assert seed_of(SECRET, f" {PUBLIC_VALUE}\n") == seed_of(SECRET, PUBLIC_VALUE)


def test_published_draw_is_verified():
    assert verify(record()) == Verification(
        algorithm_is_known=True, commitment_holds=True, order_holds=True
    )
    assert verify(record()).holds


@pytest.mark.parametrize(
    ("changes", "verification"),
    [
        ({"algorithm": "dice"}, Verification(False, True, True)),
        ({"commitment": "0" * 64}, Verification(True, False, True)),
        ({"secret": "1" * 64}, Verification(True, False, False)),
        ({"secret": "guess"}, Verification(True, False, False)),
        ({"public_value": "3501.29"}, Verification(True, True, False)),
        ({"public_value": ""}, Verification(True, True, False)),
        ({"participants": PARTICIPANTS[::-1]}, Verification(True, True, False)),
        ({"order": PARTICIPANTS}, Verification(True, True, False)),
    ],
)
def test_changed_draw_fails_its_verification(changes, verification):
    found = verify(record(**changes))

    assert found == verification
    assert not found.holds


@pytest.mark.parametrize("secret", ["", "A" * 64, "0" * 63, "0" * 65])
def test_secret_must_have_its_fixed_form(secret):
    with pytest.raises(InvalidDraw, match="64 small hexadecimal digits"):
        commitment_of(secret)


def test_draw_without_a_public_value_is_refused():
    with pytest.raises(InvalidDraw, match="The public value is empty"):
        draw(PARTICIPANTS, secret=SECRET, public_value=" ")


def test_participant_listed_twice_is_refused():
    with pytest.raises(InvalidDraw, match="stands twice in the draw"):
        draw(["a", "b", "a"], secret=SECRET, public_value="1")


def test_order_gives_entry_numbers():
    assert numbers(["c", "a", "b"]) == {"c": 1, "a": 2, "b": 3}


@given(rosters, secrets, st.text(min_size=1).filter(str.strip))
def test_draw_is_a_permutation_and_recomputable(roster, secret, public_value):
    order = draw(roster, secret=secret, public_value=public_value)

    assert sorted(order) == sorted(roster)
    assert order == draw(tuple(roster), secret=secret, public_value=public_value)


def test_draw_favours_no_participant_at_any_place():
    """Count 6,000 fixed draws of five: each of 25 cells expects 1,200."""
    cells: Counter[tuple[int, str]] = Counter()
    for number in range(6000):
        seed = hashlib.sha256(str(number).encode()).hexdigest()
        cells.update(enumerate(shuffle("abcde", seed)))

    expected = 6000 / 5
    chi_square = sum((seen - expected) ** 2 / expected for seen in cells.values())
    assert len(cells) == 25
    assert chi_square < 45  # 16 degrees of freedom: 39.25 is passed once in 1,000


def test_every_order_of_three_comes_up_equally_often():
    orders = Counter(
        shuffle("abc", hashlib.sha256(str(number).encode()).hexdigest())
        for number in range(6000)
    )

    assert len(orders) == 6
    assert all(900 < seen < 1100 for seen in orders.values())


def test_full_width_digits_are_the_digits_everybody_types():
    assert normalised_value(" ３０１２.55　") == "3012.55"
