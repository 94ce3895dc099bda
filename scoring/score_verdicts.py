"""Judges the rows of a spreadsheet of scores before anything is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from competitions.enums import EntryVerdict
from competitions.models import Entry
from scoring.forms.component_scores import ScoresForm, cell_name
from scoring.imports.component_scores import ScoreLine
from scoring.queries.component_scores import ScoreGrid

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True)
class LineVerdict:
    """What a row of the file would do: ``verdict`` with the sentence that says why."""

    line: int
    number: str
    name: str
    verdict: EntryVerdict
    sentence: str


def marks_of(grid: ScoreGrid, lines: Iterable[ScoreLine]) -> dict[str, str]:
    """Return the marks of a file by the cells of the grid; a later row wins nothing."""
    entries = _by_number(grid)
    marks: dict[str, str] = {}
    for line in lines:
        entry = entries.get(line.number)
        for component in grid.components:
            mark = line.marks.get(component.code)
            if entry and mark:
                marks.setdefault(cell_name(component, entry), mark)
    return marks


def verdicts_of(form: ScoresForm, lines: Iterable[ScoreLine]) -> Iterator[LineVerdict]:
    """Return a verdict for every row; ``form`` is the grid filled with the file."""
    names = {str(row.entry.number): row.name for row in form.grid.rows}
    entries = _by_number(form.grid)
    seen: set[str] = set()
    for line in lines:
        entry = entries.get(line.number)
        verdict, sentence = EntryVerdict.ERROR, ""
        if entry is None:
            sentence = _("No entry has the number “%s”.") % line.number
        elif line.number in seen:
            sentence = _("This entry number stands in the file twice.")
        else:
            verdict, sentence = _verdict(form, entry, line)
        seen.add(line.number)
        name = names.get(line.number, "")
        yield LineVerdict(line.line, line.number, name, verdict, sentence)


def _verdict(
    form: ScoresForm, entry: Entry, line: ScoreLine
) -> tuple[EntryVerdict, str]:
    cells = [
        cell_name(component, entry)
        for component in form.grid.components
        if component.code in line.marks
    ]
    wrong = [str(error) for cell in cells for error in form.errors.get(cell, [])]
    if wrong:
        return EntryVerdict.ERROR, " ".join(wrong)
    changed = [cell for cell in cells if cell in form.changed_data]
    if not changed:
        return EntryVerdict.SKIP, _("Nothing changes.")
    known = [form.initial.get(cell) for cell in changed]
    new: list[Decimal] = [form.cleaned_data[cell] for cell in changed]
    if not any(known):
        return EntryVerdict.NEW, ", ".join(map(str, new))
    told = (f"{old or '–'} → {mark}" for old, mark in zip(known, new, strict=True))
    return EntryVerdict.UPDATE, ", ".join(told)


def _by_number(grid: ScoreGrid) -> dict[str, Entry]:
    return {str(row.entry.number): row.entry for row in grid.rows if row.entry.number}
