"""What awards are decided from and what is decided: facts in, decisions out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from certificates.rules.award_policy import Base
from certificates.rules.award_reasons import Explanation


class AwardKind(StrEnum):
    """What an award is."""

    PRIZE = "prize"
    MEDAL = "medal"
    TITLE = "title"


class Decision(StrEnum):
    """What the policy says; the office decides what it leaves open."""

    GIVEN = "given"
    REFUSED = "refused"
    OFFICE = "office"


@dataclass(frozen=True)
class Candidate:
    """A ranked entry with all that a policy may ask about it.

    ``members`` maps each person to the codes of the titles already held.
    ``tie_order`` is the place that a further comparator gives among equal ranks.
    """

    entry: str
    rank: int
    total: Decimal
    group: str = ""
    members: Mapping[str, frozenset[str]] = field(default_factory=dict)
    all_parts_passed: bool = True
    medal: str = ""
    tie_order: int | None = None


@dataclass(frozen=True)
class EventOutcome:
    """The ranked entries of an event, and how many signed up and took part."""

    candidates: tuple[Candidate, ...]
    participants: int
    registered: int

    def base(self, base: Base) -> int:
        """Return the number that percentages are taken of."""
        return self.participants if base is Base.ACTUAL else self.registered

    def by_rank(self) -> list[Candidate]:
        """Return the candidates from first to last, always in the same order."""
        return sorted(self.candidates, key=lambda each: (each.rank, each.entry))


@dataclass(frozen=True)
class AwardDecision:
    """One decision on one line of a policy; titles are decided person by person."""

    kind: AwardKind
    code: str
    entry: str
    decision: Decision
    explanation: Explanation
    person: str = ""
    rank: int | None = None

    @property
    def is_given(self) -> bool:
        """Whether the award is earned."""
        return self.decision is Decision.GIVEN
