"""The blocks of a CIS sheet: one header row per criterion and the rows below it.

A row is a sub criterion (A to C), an aspect (D to K), both at once, a score of the
judgement ladder (F and G), an extra description (G), a group heading (E alone) or
blank. Blocks of a criterion that is not used hold only their header.
"""

from people.imports.workbook_rows import Cell, Row
from scoring.imports.cis_cells import (
    cell,
    code,
    day,
    is_blank,
    mark,
    score,
    text,
    whole,
)
from scoring.imports.cis_columns import Columns, block_letter, is_header
from scoring.imports.cis_drafts import (
    AspectDraft,
    CriterionDraft,
    SubCriterionDraft,
)
from scoring.imports.cis_problems import (
    HEADING_LAST,
    SCORE_REPEATED,
    STRAY,
    WITHOUT_ASPECT,
    WITHOUT_SUB_CRITERION,
    Reader,
)
from scoring.imports.cis_stated import Stated, first_total

# Right of the form: "Criterion A" or "Competition", "Total Mark", then the total.
_LABEL, _TOTAL_LABEL = 0, 1
_NUMBERS = ("section", "calculation", "max_mark")
_DESCRIPTIONS = ("score", "extra", "requirement")


class BlockReader:
    """Reads the rows below the first header, one after the other."""

    def __init__(
        self, columns: Columns, reader: Reader, criteria: list[CriterionDraft]
    ) -> None:
        """Start with the criteria of the list at the top, still empty."""
        self.columns = columns
        self.reader = reader
        self.criteria = criteria
        self.stated: list[Stated] = []
        self.criterion: CriterionDraft | None = None
        self.sub: SubCriterionDraft | None = None
        self.aspect: AspectDraft | None = None
        self.headings: list[tuple[int, str]] = []

    def read(self, row: Row, number: int) -> None:
        """Read one row."""
        if is_header(row, self.columns):
            self._start_block(row, number)
        elif is_blank(row[: self.columns.width]):
            self._read_footer(row, number)
        else:
            self._read_content(row, number)

    def drop_headings(self) -> None:
        """Say which headings wait for an aspect that does not come."""
        for number, heading in self.headings:
            self.reader.report(HEADING_LAST.at(number, value=heading[:40]))
        self.headings = []

    def _start_block(self, row: Row, number: int) -> None:
        self.drop_headings()
        self.sub = self.aspect = None
        letter = block_letter(row, self.columns)
        self.criterion = self._criterion(letter, number) if letter else None
        shown = first_total(row, self.columns.width)
        if letter and shown is not None:
            self.stated.append(Stated(number, shown, letter=letter))

    def _criterion(self, letter: str, number: int) -> CriterionDraft:
        for criterion in self.criteria:
            if criterion.letter == letter:
                return criterion
        criterion = CriterionDraft(number, letter, name="")
        self.criteria.append(criterion)
        return criterion

    def _read_footer(self, row: Row, number: int) -> None:
        labels = row[self.columns.width :]
        shown = first_total(row, self.columns.width)
        is_total = text(cell(labels, _LABEL)) and text(cell(labels, _TOTAL_LABEL))
        if is_total and shown is not None:
            self.stated.append(Stated(number, shown))

    def _read_content(self, row: Row, number: int) -> None:
        if self._has(row, "code", "name"):
            self._start_sub_criterion(row, number)
        if self._is_aspect(row):
            self._start_aspect(row, number)
        elif self._has(row, "description"):
            self.headings.append((number, text(self._cell(row, "description"))))
        elif self._has(row, *_NUMBERS):
            self.reader.report(STRAY.at(number))
        self._describe(row, number)

    def _is_aspect(self, row: Row) -> bool:
        """An aspect has a type; a description with a number lacks its type."""
        return self._has(row, "kind") or (
            self._has(row, "description") and self._has(row, *_NUMBERS, *_DESCRIPTIONS)
        )

    def _start_sub_criterion(self, row: Row, number: int) -> None:
        self.drop_headings()
        self.aspect = None
        if self.criterion is None:
            # A header without "Criterion A": the ID begins with the letter.
            letter = code(self._cell(row, "code"))[:1]
            self.criterion = self._criterion(letter, number)
        self.sub = SubCriterionDraft(
            row=number,
            code=text(self._cell(row, "code")),
            name=text(self._cell(row, "name")),
            day=self.reader.read("day", day, self._cell(row, "day"), number),
        )
        self.criterion.sub_criteria.append(self.sub)

    def _start_aspect(self, row: Row, number: int) -> None:
        self.aspect = AspectDraft(
            row=number,
            kind=code(self._cell(row, "kind")),
            description=text(self._cell(row, "description")),
            heading="\n".join(heading for _, heading in self.headings),
            section=self._whole(row, "section", number),
            calculation=self._whole(row, "calculation", number),
            max_mark=self.reader.read(
                "max_mark", mark, self._cell(row, "max_mark"), number
            ),
        )
        self.headings = []
        self._current_sub(number).aspects.append(self.aspect)

    def _current_sub(self, number: int) -> SubCriterionDraft:
        if self.sub is None:
            self.reader.report(WITHOUT_SUB_CRITERION.at(number))
            self.sub = SubCriterionDraft(number, code="", name="")
            criterion = self.criterion or self._criterion("", number)
            criterion.sub_criteria.append(self.sub)
        return self.sub

    def _describe(self, row: Row, number: int) -> None:
        """Add what a row says of scores, extra descriptions and requirements."""
        if not self._has(row, *_DESCRIPTIONS):
            return
        if self.aspect is None:
            self.reader.report(WITHOUT_ASPECT.at(number))
            return
        self.aspect.requirements.append(text(self._cell(row, "requirement")))
        if self._has(row, "score"):
            self._add_rung(self.aspect, row, number)
        else:
            self.aspect.details.append(text(self._cell(row, "extra")))

    def _add_rung(self, aspect: AspectDraft, row: Row, number: int) -> None:
        rung = self.reader.read("score", score, self._cell(row, "score"), number)
        if rung is None or rung in aspect.rungs:
            # The ladder's gap is the fault of this row, not of the aspect's.
            self.reader.excused.add((aspect.row, "ladder"))
        if rung is None:
            return
        if rung in aspect.rungs:
            self.reader.report(SCORE_REPEATED.at(number, value=rung))
        aspect.rungs.setdefault(rung, text(self._cell(row, "extra")))

    def _whole(self, row: Row, name: str, number: int) -> int | None:
        return self.reader.read(name, whole, self._cell(row, name), number)

    def _cell(self, row: Row, name: str) -> Cell:
        return cell(row, getattr(self.columns, name))

    def _has(self, row: Row, *names: str) -> bool:
        """Whether any of the named columns holds a text."""
        return any(text(self._cell(row, name)) for name in names)
