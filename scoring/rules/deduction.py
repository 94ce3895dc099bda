"""What a deduction may take off: a sum of marks that its part can lose.

Source: Jiangxi 振兴杯 scoring standard 1.2 (two decimals, "until exhausted": a part
never falls below 0.00, so nobody can lose more than the full marks of a part).

- [x] more than 0.00, in steps of 0.01
- [x] all deductions of an entry in one part take off its full marks at most; what the
  entry has earned so far does not matter, for its marks may come later
"""

from decimal import Decimal

from people.rules.sentence import RuleBroken, Sentence
from scoring.rules.rounding import round_half_up


class ImpossibleDeduction(RuleBroken):
    """The amount cannot be taken off."""


def read_deduction(amount: Decimal, *, full_mark: Decimal, lost: Decimal) -> Decimal:
    """Return the amount with its two decimals; ``lost`` is already taken off.

    Raises ImpossibleDeduction with the sum that could be taken off.
    """
    exact = round_half_up(amount)
    if exact != amount:
        raise ImpossibleDeduction(
            Sentence(
                "“{amount}” has too many decimals; a deduction has two, such as 2.50.",
                {"amount": format(amount, "f")},
            )
        )
    if exact <= 0:
        raise ImpossibleDeduction(Sentence("A deduction is more than 0.00."))
    left = max(full_mark - lost, Decimal(0))
    if exact > left:
        raise ImpossibleDeduction(_too_much(exact, left=left, full_mark=full_mark))
    return exact


def _too_much(amount: Decimal, *, left: Decimal, full_mark: Decimal) -> Sentence:
    told: dict[str, str | int] = {
        "amount": str(amount),
        "full": str(round_half_up(full_mark)),
        "left": str(round_half_up(left)),
    }
    if left == full_mark:
        return Sentence(
            "{amount} cannot be taken off: the part has {full} marks in all.", told
        )
    return Sentence(
        "{amount} cannot be taken off: of the part's {full} marks only {left} are left"
        " to lose.",
        told,
    )
