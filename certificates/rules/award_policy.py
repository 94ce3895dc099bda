"""An award policy: the prizes, medals and titles of one notice, as data.

Source: every notice differs, and changes by the year in the same city, so nothing here
is a rule of its own. Seen: prizes for 10/20/30 % of those who took part, or 1/2/3 and
2/4/6 of them; titles for the first 5, 2 or 1 by team size; workers only; both parts
passed; 30 or 50 who really took part. A policy has a version and the document that it
comes from; samples are marked as samples.

- [x] prizes by fixed count, percentage, rank range or score threshold
- [x] medals as the scale rules gave them
- [x] titles by rank and team size, with every condition seen
- [x] what happens to a tie at the boundary
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class PolicyStatus(StrEnum):
    """Whether a policy is an example, being written, or in force."""

    SAMPLE = "sample"
    DRAFT = "draft"
    IN_FORCE = "in_force"


class Base(StrEnum):
    """Whom percentages count: those who took part, or all who signed up."""

    ACTUAL = "actual"
    REGISTERED = "registered"


class ShareRounding(StrEnum):
    """What becomes of 4.7 prizes."""

    FLOOR = "floor"
    ROUND = "round"
    CEIL = "ceil"


class TieAtBoundary(StrEnum):
    """Who of the entries that share the last place gets it."""

    INCLUDE_ALL = "include_all"
    NEXT_COMPARATOR = "next_comparator"
    OFFICE = "office"


@dataclass(frozen=True)
class FixedCount:
    """So many places after those of the prize before."""

    count: int


@dataclass(frozen=True)
class Percentage:
    """A share of the base, in percent, after the places of the prize before."""

    percent: Decimal
    rounding: ShareRounding = ShareRounding.FLOOR
    at_least: int = 0


@dataclass(frozen=True)
class RankRange:
    """Ranks from first to last, both included."""

    first: int
    last: int


@dataclass(frozen=True)
class ScoreThreshold:
    """Everyone without an earlier prize who reaches a total."""

    minimum: Decimal


Places = FixedCount | Percentage | RankRange | ScoreThreshold


@dataclass(frozen=True)
class PrizeLine:
    """One prize; an entry gets the first prize of the policy that it reaches."""

    code: str
    name: str
    places: Places
    name_en: str = ""
    tie_at_boundary: TieAtBoundary = TieAtBoundary.INCLUDE_ALL


@dataclass(frozen=True)
class MedalLine:
    """The name an event gives to one of the medals gold, silver, bronze, excellence."""

    code: str
    name: str
    medal: str
    name_en: str = ""


@dataclass(frozen=True)
class TitleLine:
    """Who may be called by a title.

    ``last_ranks`` maps a team size to the last rank that counts; a larger team takes
    the number of the largest size listed. ``excludes_holders_of`` lists titles whose
    holders do not get this one. With ``skip_ineligible`` the next in rank moves up.
    """

    title: str
    last_ranks: Mapping[int, int]
    groups: frozenset[str] = field(default_factory=frozenset)
    requires_all_parts_passed: bool = True
    minimum_participants: int = 0
    excludes_holders_of: frozenset[str] = field(default_factory=frozenset)
    skip_ineligible: bool = False
    tie_at_boundary: TieAtBoundary = TieAtBoundary.INCLUDE_ALL

    def last_rank(self, team_size: int) -> int:
        """Return the last rank that earns the title in a team of this size."""
        sizes = [size for size in self.last_ranks if size <= team_size]
        return self.last_ranks[max(sizes)] if sizes else 0


@dataclass(frozen=True)
class AwardPolicy:
    """All lines of one version of a policy, with the document they come from."""

    version: int = 1
    document_number: str = ""
    status: PolicyStatus = PolicyStatus.DRAFT
    base: Base = Base.ACTUAL
    prizes: tuple[PrizeLine, ...] = ()
    medals: tuple[MedalLine, ...] = ()
    titles: tuple[TitleLine, ...] = ()

    def line_of(self, code: str) -> PrizeLine | MedalLine:
        """Return the prize or medal of a code; KeyError when there is none."""
        lines: dict[str, PrizeLine | MedalLine] = {}
        lines |= {line.code: line for line in self.medals}
        lines |= {line.code: line for line in self.prizes}
        return lines[code]
