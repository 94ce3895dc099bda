"""Passing: whether an entry has passed every part that has a pass mark (双合格).

Source: pass mark 60 of 100 in each part, a precondition of titles and of level
certificates (union contest 2015, county notices).

- [x] a part without a pass mark is always passed
- [x] a part without a mark is not passed: absence is no zero, and no pass either
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class ExaminedPart:
    """The mark of a part, if there is one, and its pass mark, if it has one."""

    mark: Decimal | None
    pass_mark: Decimal | None = None

    @property
    def is_passed(self) -> bool:
        """Whether the mark reaches the pass mark."""
        if self.pass_mark is None:
            return True
        return self.mark is not None and self.mark >= self.pass_mark


def all_parts_passed(parts: Iterable[ExaminedPart]) -> bool:
    """Whether every part is passed."""
    return all(part.is_passed for part in parts)
