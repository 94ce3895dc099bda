"""How many judges a panel needs before it can ever finish a sheet.

Sources: WorldSkills technical descriptions 4.6 (several experts judge an aspect) and
4.7 (dual marking by two pairs).

- [x] judges who combine at the aspect judge by two or more
- [x] two pairs measure apart, so that somebody sits in each
- [x] everywhere else one judge can finish alone
"""

from typing import Final

from scoring.rules.judgement import FEWEST_JUDGES

FEWEST_IN_PAIRS: Final = 2


def fewest_judges(
    *, is_judged: bool, is_measured: bool, is_together: bool, is_dual: bool
) -> int:
    """Return the number for a sheet with judgement, with measurement, or with both.

    ``is_together`` says that judges become one at each aspect, ``is_dual`` that two
    pairs measure.
    """
    judging = FEWEST_JUDGES if is_judged and is_together else 1
    measuring = FEWEST_IN_PAIRS if is_measured and is_together and is_dual else 1
    return max(judging, measuring)
