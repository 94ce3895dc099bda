"""What a deduction may take off, and the sentences about what it may not."""

from decimal import Decimal

import pytest

from scoring.rules.deduction import ImpossibleDeduction, read_deduction


@pytest.mark.parametrize(
    ("amount", "lost", "taken"),
    [("2", "0", "2.00"), ("100", "0", "100.00"), ("97.50", "2.50", "97.50")],
)
def test_amount_the_part_can_lose_has_two_decimals(amount, lost, taken):
    read = read_deduction(Decimal(amount), full_mark=Decimal(100), lost=Decimal(lost))
    assert str(read) == taken


@pytest.mark.parametrize(
    ("amount", "lost", "sentence"),
    [
        ("0", "0", "A deduction is more than 0.00."),
        ("-2", "0", "A deduction is more than 0.00."),
        (
            "2.005",
            "0",
            "“2.005” has too many decimals; a deduction has two, such as 2.50.",
        ),
        (
            "500",
            "0",
            "500.00 cannot be taken off: the part has 100.00 marks in all.",
        ),
        (
            "98",
            "2.5",
            (
                "98.00 cannot be taken off: of the part's 100.00 marks only 97.50 are "
                "left to lose."
            ),
        ),
    ],
)
def test_other_amounts_are_refused_with_what_would_be_right(amount, lost, sentence):
    with pytest.raises(ImpossibleDeduction) as caught:
        read_deduction(Decimal(amount), full_mark=Decimal(100), lost=Decimal(lost))

    assert str(caught.value) == sentence
