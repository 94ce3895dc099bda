"""Checks of aspects, each row for itself.

Sources: WorldSkills Technical Descriptions 2026 §4.4-4.7. That no aspect is worth
more than 2.00 is custom, not a rule, so it is a warning.
"""

from collections.abc import Iterator, Set
from decimal import Decimal

from people.rules.sentence import Sentence
from scoring.rules.scheme import JUDGEMENT, MEASUREMENT, Aspect
from scoring.rules.scheme_problems import Problem, error, warning

OLD_KINDS = ("O", "S")
RUNGS = 4
LARGEST_CUSTOMARY_MARK = Decimal("2.00")

KIND_MISSING = error(
    "kind-missing",
    "kind",
    Sentence("The aspect has no type; write M for measurement or J for judgement."),
)
KIND_OLD = error(
    "kind-old",
    "kind",
    Sentence(
        "Aspect type {kind} comes from schemes made before 2015; "
        "write M for measurement or J for judgement."
    ),
)
KIND_UNKNOWN = error(
    "kind-unknown",
    "kind",
    Sentence("“{kind}” is no aspect type; write M for measurement or J for judgement."),
)
DESCRIPTION_MISSING = error(
    "description-missing",
    "description",
    Sentence("The aspect has no description; write what is marked."),
)
MAX_MISSING = error(
    "max-missing",
    "max_mark",
    Sentence("The aspect has no maximum mark; write one such as 0.50."),
)
MAX_NOT_POSITIVE = error(
    "max-not-positive",
    "max_mark",
    Sentence("The maximum mark is {max_mark}; it must be above 0.00."),
)
MAX_LARGE = warning(
    "max-large",
    "max_mark",
    Sentence(
        "The maximum mark is {max_mark}; at WorldSkills an aspect is rarely worth more"
        " than 2.00."
    ),
)
SECTION_MISSING = error(
    "section-missing",
    "section",
    Sentence("The aspect refers to no standards section; write the number of one."),
)
SECTION_UNKNOWN = error(
    "section-unknown",
    "section",
    Sentence(
        "Standards section {section} is not in the list at the top of the scheme."
    ),
)
LADDER_INCOMPLETE = error(
    "ladder-incomplete",
    "ladder",
    Sentence(
        "The judgement lacks its description for {scores}; all of 0 to 3 need one."
    ),
)
LADDER_MISPLACED = error(
    "ladder-misplaced",
    "ladder",
    Sentence(
        "Descriptions of the scores 0 to 3 belong to judgement, not to type {kind}."
    ),
)


def check_aspect(aspect: Aspect, sections: Set[int]) -> Iterator[Problem]:
    """Check one aspect against the numbers of the sections there are."""
    yield from _check_kind(aspect)
    if not aspect.description:
        yield DESCRIPTION_MISSING.at(aspect.row)
    yield from _check_max_mark(aspect)
    yield from _check_section(aspect, sections)
    yield from _check_ladder(aspect)


def _check_kind(aspect: Aspect) -> Iterator[Problem]:
    if not aspect.kind:
        yield KIND_MISSING.at(aspect.row)
    elif aspect.kind in OLD_KINDS:
        yield KIND_OLD.at(aspect.row, kind=aspect.kind)
    elif aspect.kind not in (MEASUREMENT, JUDGEMENT):
        yield KIND_UNKNOWN.at(aspect.row, kind=aspect.kind)


def _check_max_mark(aspect: Aspect) -> Iterator[Problem]:
    if aspect.max_mark is None:
        yield MAX_MISSING.at(aspect.row)
    elif aspect.max_mark <= 0:
        yield MAX_NOT_POSITIVE.at(aspect.row, max_mark=aspect.max_mark)
    elif aspect.max_mark > LARGEST_CUSTOMARY_MARK:
        yield MAX_LARGE.at(aspect.row, max_mark=aspect.max_mark)


def _check_section(aspect: Aspect, known: Set[int]) -> Iterator[Problem]:
    if aspect.section is None:
        # A scheme without any section list gets one warning as a whole instead.
        if known:
            yield SECTION_MISSING.at(aspect.row)
    elif aspect.section not in known:
        yield SECTION_UNKNOWN.at(aspect.row, section=aspect.section)


def _check_ladder(aspect: Aspect) -> Iterator[Problem]:
    if aspect.kind == MEASUREMENT and aspect.ladder:
        yield LADDER_MISPLACED.at(aspect.row, kind=aspect.kind)
    if aspect.kind != JUDGEMENT:
        return
    rungs = aspect.ladder + ("",) * (RUNGS - len(aspect.ladder))
    missing = [str(score) for score, text in enumerate(rungs) if not text]
    if missing:
        yield LADDER_INCOMPLETE.at(aspect.row, scores=", ".join(missing))
