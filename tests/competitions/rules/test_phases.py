"""The order of the phases."""

import pytest

from competitions.rules.phases import has_reached, next_phase, previous_phase


@pytest.mark.parametrize(
    ("state", "following", "earlier"),
    [
        ("planning", "registration", None),
        ("registration", "review", "planning"),
        ("awards", "closed", "results"),
        ("closed", None, "awards"),
        ("postponed", None, None),
        ("cancelled", None, None),
    ],
)
def test_a_state_has_its_neighbours(state, following, earlier):
    assert (next_phase(state), previous_phase(state)) == (following, earlier)


@pytest.mark.parametrize(
    ("state", "phase", "reached"),
    [
        ("planning", "planning", True),
        ("planning", "registration", False),
        ("marking", "review", True),
        ("closed", "awards", True),
        ("postponed", "planning", False),
    ],
)
def test_a_phase_is_reached_once_the_state_stands_in_or_behind_it(
    state, phase, reached
):
    assert has_reached(state, phase) is reached
