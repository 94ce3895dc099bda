"""Puts the report of a scheme together: figures, problems in words, and the tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from people.sentences import in_words
from scoring.rules.calculation_words import words_of
from scoring.rules.scheme import FULL_MARKS, JUDGEMENT, Aspect, Scheme, SubCriterion
from scoring.rules.scheme_check import LARGEST_VARIATION, check
from scoring.rules.scheme_occasion import Occasion, on_occasion
from scoring.rules.scheme_places import Place, Spot, label_of, with_rows
from scoring.rules.scheme_problems import Problem, Severity
from scoring.rules.scheme_summary import SchemeSummary, summarise


@dataclass(frozen=True)
class ProblemLine:
    """A problem in words: where it is, and the part of the page that shows it."""

    severity: str
    where: str
    sentence: str
    anchor: str = ""


@dataclass(frozen=True)
class AspectLine:
    """An aspect with its label and its calculation in words."""

    aspect: Aspect
    label: str
    place: str
    words: list[str]

    @property
    def is_judged(self) -> bool:
        """Whether judges score it on the ladder."""
        return self.aspect.kind == JUDGEMENT


@dataclass(frozen=True)
class SubBlock:
    """A sub criterion with its aspects."""

    sub: SubCriterion
    place: str
    lines: list[AspectLine]


@dataclass(frozen=True)
class CriterionBlock:
    """A criterion with its sub criteria."""

    letter: str
    name: str
    total: Decimal
    place: str
    subs: list[SubBlock]


@dataclass(frozen=True)
class SchemePage:
    """All that a page says about a scheme."""

    scheme: Scheme
    summary: SchemeSummary
    problems: list[ProblemLine]
    criteria: list[CriterionBlock]

    @property
    def errors(self) -> int:
        """What keeps the scheme from being used."""
        return sum(line.severity == Severity.ERROR for line in self.problems)

    @property
    def warnings(self) -> int:
        """What should be looked at."""
        return len(self.problems) - self.errors

    @property
    def is_full(self) -> bool:
        """Whether the marks add up as they must."""
        return self.summary.total == FULL_MARKS

    @property
    def varies_too_much(self) -> bool:
        """Whether the sections together vary by more than is allowed."""
        return self.summary.total_variation > LARGEST_VARIATION


def page_of(scheme: Scheme, occasion: Occasion) -> SchemePage:
    """Put the report of a kept scheme together; problems lead to their place."""
    numbered, spots = with_rows(scheme)
    problems = on_occasion(scheme, check(numbered), occasion)
    return _page(scheme, [_in_place(problem, spots) for problem in problems])


def page_of_file(
    scheme: Scheme, problems: Iterable[Problem], occasion: Occasion
) -> SchemePage:
    """Put the report of a workbook together; problems name its rows."""
    counting = on_occasion(scheme, problems, occasion)
    return _page(scheme, [_in_row(problem) for problem in counting])


def dotted(place: Place) -> str:
    """Return a place as addresses and anchors write it."""
    return ".".join(map(str, place))


def _page(scheme: Scheme, lines: list[ProblemLine]) -> SchemePage:
    lines.sort(key=lambda line: line.severity != Severity.ERROR)
    return SchemePage(scheme, summarise(scheme), lines, list(_criteria(scheme)))


def _in_place(problem: Problem, spots: Mapping[int, Spot]) -> ProblemLine:
    spot = spots.get(problem.row or 0)
    return ProblemLine(
        severity=problem.severity,
        where=spot.code if spot else _("Whole scheme"),
        sentence=in_words(problem.sentence),
        anchor=f"place-{dotted(spot.place)}" if spot and spot.place else "",
    )


def _in_row(problem: Problem) -> ProblemLine:
    return ProblemLine(
        severity=problem.severity,
        where=_("Row %s") % problem.row if problem.row else _("Whole scheme"),
        sentence=in_words(problem.sentence),
    )


def _criteria(scheme: Scheme) -> Iterator[CriterionBlock]:
    for position, criterion in enumerate(scheme.criteria, start=1):
        yield CriterionBlock(
            letter=criterion.letter,
            name=criterion.name,
            total=criterion.total,
            place=dotted((position,)),
            subs=[
                SubBlock(sub, dotted((position, number)), lines)
                for number, sub in enumerate(criterion.sub_criteria, start=1)
                for lines in [_lines(scheme, sub, (position, number))]
            ],
        )


def _lines(scheme: Scheme, sub: SubCriterion, place: Place) -> list[AspectLine]:
    return [
        AspectLine(
            aspect=aspect,
            label=label_of(aspect, number),
            place=dotted((*place, number)),
            words=[in_words(sentence) for sentence in words_of(scheme, aspect)],
        )
        for number, aspect in enumerate(sub.aspects, start=1)
    ]
