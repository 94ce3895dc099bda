"""What explains an award reads as one would say it."""

import pytest

from certificates.rules.award_reasons import Explanation, Reason


@pytest.mark.parametrize(
    ("rank", "first", "last", "sentence"),
    [
        (1, 1, 1, "Rank 1; the prize goes to this rank."),
        (2, 1, 3, "Rank 2; the prize goes to ranks 1 to 3."),
    ],
)
def test_one_place_is_no_range(rank, first, last, sentence):
    values = {"rank": rank, "first": first, "last": last}

    assert str(Explanation(Reason.RANK, values).sentence()) == sentence
