"""What a corrected result changes in the awards of the one before it.

- [x] who keeps an award, gets another, loses one or gains one
- [x] an award is kept when its words are, whatever became of rank and total
- [x] a shared last place that the office gave stays given while it is still shared
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from certificates.rules.award_facts import AwardDecision, Decision


class Change(StrEnum):
    """What becomes of an award; in the order in which the office looks at them."""

    LOST = "lost"
    CHANGED = "changed"
    GAINED = "gained"
    KEPT = "kept"


@dataclass(frozen=True)
class NamedAward:
    """An award of an entry in the words that stand on its certificate."""

    entry: str
    kind: str
    name: str
    name_en: str = ""


@dataclass(frozen=True)
class AwardChange:
    """An award before and after; one of the two may be missing."""

    before: NamedAward | None
    after: NamedAward | None

    @property
    def entry(self) -> str:
        """The entry whose award it is."""
        award = self.after or self.before
        return award.entry if award else ""

    @property
    def change(self) -> Change:
        """What becomes of it."""
        if self.before is None:
            return Change.GAINED
        if self.after is None:
            return Change.LOST
        return Change.KEPT if self.before == self.after else Change.CHANGED


def compare(
    before: Iterable[NamedAward], after: Iterable[NamedAward]
) -> list[AwardChange]:
    """Pair the awards of two versions by entry and kind: a prize, a medal."""
    old = {(each.entry, each.kind): each for each in before}
    new = {(each.entry, each.kind): each for each in after}
    changes = [AwardChange(old.get(key), new.get(key)) for key in {**new, **old}]
    order = list(Change)
    return sorted(changes, key=lambda each: order.index(each.change))


def stand_by(
    decisions: Iterable[AwardDecision], chosen: Collection[tuple[str, str]]
) -> list[AwardDecision]:
    """Give what the office gave before, by entry and code, where it decides again."""
    return [
        replace(each, decision=Decision.GIVEN)
        if each.decision is Decision.OFFICE and (each.entry, each.code) in chosen
        else each
        for each in decisions
    ]
