"""The rows of criteria in the CIS form, and where each criterion's block stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from scoring.exports.cis_sheet import Content
from scoring.rules.scheme import Aspect, Criterion, Scheme, SubCriterion

Cells = dict[str, Content]

HEADERS: Cells = {
    "A": "Sub\nCriterion\nID",
    "B": "Sub Criterion\nName or Description",
    "C": "Day of Marking",
    "D": "Aspect\nType\nM = Meas\nJ = Judg",
    "E": "Aspect - Description",
    "F": "Judg Score",
    "G": (
        "Extra Aspect Description (Meas or Judg)\nOR\n"
        "Judgement Score Description (Judg only)"
    ),
    "H": "Requirement\n(Measurement Only)",
    "I": "WSOS Section",
    "J": "Calculation Row \n(Export only)",
    "K": "Max\nMark",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A criterion's header row and the rows below it."""

    criterion: Criterion
    header: int
    rows: tuple[Cells, ...]

    @property
    def first(self) -> int:
        """The first row below the header."""
        return self.header + 1

    @property
    def last(self) -> int:
        """The last row; the first where the block is empty, as a sum needs one."""
        return self.header + max(len(self.rows), 1)

    @property
    def end(self) -> int:
        """The row of the next header."""
        return self.last + 1


def lay_blocks(scheme: Scheme, header: int) -> tuple[Block, ...]:
    """Lay the blocks of all criteria one below the other, from a header row on."""
    blocks = []
    for criterion in scheme.criteria:
        block = Block(criterion, header, tuple(_criterion_rows(criterion)))
        blocks.append(block)
        header = block.end
    return tuple(blocks)


def _criterion_rows(criterion: Criterion) -> Iterator[Cells]:
    for sub in criterion.sub_criteria:
        yield from _sub_criterion_rows(sub)
        yield {}


def _sub_criterion_rows(sub: SubCriterion) -> Iterator[Cells]:
    yield {"A": sub.code, "B": sub.name, "C": sub.day}
    for aspect in sub.aspects:
        yield from _aspect_rows(aspect)


def _aspect_rows(aspect: Aspect) -> Iterator[Cells]:
    if aspect.heading:
        yield {"E": aspect.heading}
    yield {
        "D": aspect.kind,
        "E": aspect.description,
        "G": aspect.details[0] if aspect.details else None,
        "H": aspect.requirement,
        "I": aspect.section,
        "J": aspect.calculation,
        "K": aspect.max_mark,
    }
    for detail in aspect.details[1:]:
        yield {"G": detail}
    for score, text in enumerate(aspect.ladder):
        yield {"F": score, "G": text}
