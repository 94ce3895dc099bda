"""Weights of components: exactly 100 %."""

from decimal import Decimal

import pytest

from competitions.rules.weights import InvalidWeights, check_weights


@pytest.mark.parametrize(
    "weights", [["100"], ["20", "80"], ["25", "55", "20"], ["33.33", "33.33", "33.34"]]
)
def test_weights_that_sum_to_one_hundred_are_accepted(weights):
    check_weights({f"Part {i}": Decimal(each) for i, each in enumerate(weights)})


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [
        ({}, "The event has no components; add one with a weight of 100 %."),
        (
            {"Theory": "20.00", "Practice": "70.00"},
            "The weights sum to 90 %; they must sum to 100 %.",
        ),
        (
            {"Theory": "33.33", "Practice": "33.33", "Oral": "33.33"},
            "The weights sum to 99.99 %; they must sum to 100 %.",
        ),
        (
            {"Theory": "0.00", "Practice": "100"},
            "The weight of Theory is 0 %; it must be above 0 and at most 100.",
        ),
        (
            {"Theory": "-20", "Practice": "120"},
            "The weight of Theory is -20 %; it must be above 0 and at most 100.",
        ),
    ],
)
def test_weights_that_cannot_be_are_refused(weights, sentence):
    with pytest.raises(InvalidWeights) as caught:
        check_weights({name: Decimal(weight) for name, weight in weights.items()})

    assert str(caught.value) == sentence
