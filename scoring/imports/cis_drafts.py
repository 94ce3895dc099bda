"""Criteria, sub criteria and aspects while their rows are still being read."""

from dataclasses import dataclass, field
from decimal import Decimal

from scoring.imports.cis_cells import SCORES
from scoring.rules.scheme import Aspect, Criterion, SubCriterion


@dataclass(slots=True)
class AspectDraft:
    """An aspect whose extra descriptions and ladder follow in later rows."""

    row: int
    kind: str
    description: str
    heading: str
    section: int | None
    max_mark: Decimal | None
    calculation: int | None
    requirements: list[str] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    rungs: dict[int, str] = field(default_factory=dict)

    def finish(self) -> Aspect:
        """Make the aspect."""
        return Aspect(
            kind=self.kind,
            description=self.description,
            details=tuple(self.details),
            requirement="\n".join(filter(None, self.requirements)),
            section=self.section,
            max_mark=self.max_mark,
            calculation=self.calculation,
            ladder=tuple(self.rungs.get(score, "") for score in SCORES),
            heading=self.heading,
            row=self.row,
        )


@dataclass(slots=True)
class SubCriterionDraft:
    """A sub criterion whose aspects follow."""

    row: int
    code: str
    name: str
    day: int | None = None
    aspects: list[AspectDraft] = field(default_factory=list)

    def finish(self) -> SubCriterion:
        """Make the sub criterion."""
        aspects = tuple(aspect.finish() for aspect in self.aspects)
        return SubCriterion(self.code, self.name, self.day, aspects, row=self.row)


@dataclass(slots=True)
class CriterionDraft:
    """A criterion whose blocks follow."""

    row: int
    letter: str
    name: str
    sub_criteria: list[SubCriterionDraft] = field(default_factory=list)

    def finish(self) -> Criterion:
        """Make the criterion."""
        subs = tuple(sub.finish() for sub in self.sub_criteria)
        return Criterion(self.letter, self.name, subs, row=self.row)
