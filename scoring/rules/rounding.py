"""The one rounding function of the house: half up, exactly, never through a float.

Source: Jiangxi 振兴杯 technical document 4.1: 四舍五入，保留小数点后两位.

Marks have two decimals at the surface. Half up means away from zero: 0.125 becomes 0.13
and -0.125 becomes -0.13. Banker's rounding would give 0.12, wrong by regulation.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Final

MARK_PLACES: Final = 2

Exact = Decimal | Fraction | int


def round_half_up(value: Exact, places: int = MARK_PLACES) -> Decimal:
    """Round to so many decimals; the answer always carries exactly that many.

    Raise TypeError for a float: whatever it was meant to say is already lost.
    """
    if isinstance(value, float):
        raise TypeError("Marks are exact: give a Decimal, a Fraction or an int.")
    scaled = Fraction(value) * 10**places
    units = int(abs(scaled) + Fraction(1, 2))
    sign = int(scaled < 0 and units > 0)
    # Built from digits, because arithmetic would round to the context's 28 places.
    return Decimal((sign, tuple(map(int, str(units))), -places))
