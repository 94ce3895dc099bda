"""Puts the page of a spreadsheet together: its rows by verdict, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from competitions.enums import EntryState, EntryVerdict
from competitions.exports.entry_workbook import heading
from competitions.models import EntryImport
from competitions.permissions import can_review_entries
from competitions.rules.entry_rows import Column, TypedRow
from competitions.services.entry_import_rows import ShownChange, ShownRow, typed_rows
from competitions.services.entry_imports import preview_import
from people.models import User
from people.sentences import in_words


@dataclass(frozen=True)
class Tab:
    """The rows of one verdict: what they are called and how many they are."""

    verdict: str
    label: str
    number: int
    is_current: bool


@dataclass(frozen=True)
class Line:
    """A row with its verdict and everything about it in words."""

    row: ShownRow
    verdict_label: str
    notes: list[tuple[str, str]]


@dataclass(frozen=True)
class ImportPage:
    """All that the page of a spreadsheet shows."""

    tabs: list[Tab]
    rows: list[Line]
    counts: dict[str, int]
    digest: str
    is_team: bool
    offers_units: bool
    unknown_units: list[str]

    @property
    def number_to_import(self) -> int:
        """How many rows confirming would write."""
        return self.counts["new"] + self.counts["update"]


def import_page(
    entry_import: EntryImport, user: User, wanted: str, at: datetime
) -> ImportPage:
    """Judge the rows anew, or read what became of them; errors first if there are."""
    preview = preview_import(entry_import=entry_import, by=user, at=at)
    counts = preview.counts
    if wanted not in (*EntryVerdict.values, "all"):
        wanted = EntryVerdict.ERROR.value if counts["error"] else "all"
    rows = [row for row in preview.rows if wanted in {"all", row.verdict}]
    return ImportPage(
        tabs=list(_tabs(counts, wanted)),
        rows=[_line(row) for row in rows],
        counts=counts,
        digest=preview.digest,
        is_team=entry_import.event.is_team,
        offers_units=_offers_units(entry_import, user, preview.rows),
        unknown_units=_unknown_units(preview.rows),
    )


def wrong_rows(
    entry_import: EntryImport, user: User, at: datetime
) -> list[tuple[TypedRow, str]]:
    """Return rows as typed with what is wrong, for the file to be mended."""
    preview = preview_import(entry_import=entry_import, by=user, at=at)
    shown = {row.line: row for row in preview.rows}
    return [
        (typed, "\n".join(sentence for _name, sentence in _notes(shown[typed.line])))
        for typed in typed_rows(entry_import)
    ]


def _tabs(counts: dict[str, int], current: str) -> Iterator[Tab]:
    yield Tab("all", _("All rows"), sum(counts.values()), current == "all")
    for verdict in (
        EntryVerdict.ERROR,
        EntryVerdict.NEW,
        EntryVerdict.UPDATE,
        EntryVerdict.SKIP,
    ):
        yield Tab(
            verdict.value,
            str(verdict.label),
            counts[verdict],
            current == verdict.value,
        )


def _line(row: ShownRow) -> Line:
    return Line(
        row=row, verdict_label=str(EntryVerdict(row.verdict).label), notes=_notes(row)
    )


def _notes(row: ShownRow) -> list[tuple[str, str]]:
    """Return what is wrong or would change, each with the name of its field."""
    problems = [
        (heading(Column(problem.column)), in_words(problem.sentence))
        for problem in row.problems
    ]
    return problems + [_change_note(change) for change in row.changes]


def _change_note(change: ShownChange) -> tuple[str, str]:
    if change.field == "state":
        label = EntryState(change.before).label
        return _("State"), _("%(state)s, will be submitted again") % {"state": label}
    before = change.before or "—"
    return heading(Column(change.field)), f"{before} → {change.after}"


def _offers_units(entry_import: EntryImport, user: User, rows: list[ShownRow]) -> bool:
    """Tell whether the office should be asked to register unknown units."""
    if entry_import.confirmed_at or not can_review_entries(user, entry_import.event):
        return False
    if entry_import.new_units_district_id:
        return True
    return bool(_unknown_units(rows))


def _unknown_units(rows: list[ShownRow]) -> list[str]:
    """Name the units the register does not know, each once."""
    names = {
        row.unit: None
        for row in rows
        for problem in row.problems
        if problem.column == Column.UNIT
        and problem.text.startswith("No unit is called")
    }
    return list(names)
