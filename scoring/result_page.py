"""What pages and papers of a result show: rows in words, and what to look at."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language

from competitions.queries.entry_names import office_name
from scoring.enums import ResultStanding
from scoring.models import Result, ResultList
from scoring.queries.result_lists import rows_of, version_before
from scoring.result_words import change_words, notice_words, numbered_name, why
from scoring.rules.result_changes import Place, changes_between
from scoring.rules.result_notices import Line, notices_of

_AWAY = (ResultStanding.ABSENT, ResultStanding.WITHDRAWN)


@dataclass(frozen=True)
class ComponentHead:
    """A component as the list was made of it."""

    code: str
    name: str
    weight: str


@dataclass(frozen=True)
class ShownResult:
    """A row of a result list as a person reads it."""

    result: Result
    name: str
    unit: str
    why: str
    is_shared: bool

    @property
    def is_ranked(self) -> bool:
        """Whether the entry has a place."""
        return self.result.standing == ResultStanding.RANKED

    @property
    def total(self) -> str:
        """The total; who was not there has none, which is not the same as 0.00."""
        return str(self.result.total) if self.has_marks else "–"

    @property
    def deductions(self) -> list[dict[str, str]]:
        """What was taken off, as the list keeps it: component, amount, reason."""
        found: list[dict[str, str]] = self.result.parts.get("deductions", [])
        return found

    @property
    def deducted(self) -> str:
        """The sum of what was taken off, or a dash."""
        if not self.deductions:
            return "–"
        lost = sum((Decimal(each["amount"]) for each in self.deductions), Decimal(0))
        return f"−{lost}"

    @property
    def has_marks(self) -> bool:
        """Whether the entry was there to be marked."""
        return self.result.standing not in _AWAY

    def component(self, code: str) -> dict[str, Any]:
        """Return the mark of a component with its pass mark, as it was kept."""
        if not self.has_marks:
            return {}
        found: dict[str, Any] = self.result.parts["components"].get(code, {})
        return found


@dataclass(frozen=True)
class ResultPage:
    """A whole list: heads of its components, and its rows by rank."""

    heads: tuple[ComponentHead, ...]
    rows: tuple[ShownResult, ...]
    notices: tuple[str, ...]

    @property
    def has_scale(self) -> bool:
        """Whether any entry has a scale score."""
        return any(row.result.scale_score is not None for row in self.rows)

    @property
    def has_medals(self) -> bool:
        """Whether any entry has a medal."""
        return any(row.result.medal for row in self.rows)

    @property
    def deducted(self) -> tuple[ShownResult, ...]:
        """The rows of those who lost marks."""
        return tuple(row for row in self.rows if row.deductions)

    @property
    def has_pass_marks(self) -> bool:
        """Whether some part of some entry has a pass mark."""
        return any(
            part["pass_mark"] is not None
            for row in self.rows
            for part in row.result.parts["components"].values()
        )


def page_of(rows: Sequence[Result]) -> ResultPage:
    """Return rows, stored or only worked out, as they are shown."""
    heads = _heads(rows)
    names = {head.code: head.name for head in heads}
    shared = {
        rank
        for rank, count in Counter(row.rank for row in rows).items()
        if rank is not None and count > 1
    }
    return ResultPage(
        heads=heads,
        rows=tuple(_shown(row, names, is_shared=row.rank in shared) for row in rows),
        notices=_notices(rows),
    )


def changes_since(
    result_list: ResultList, rows: Sequence[Result]
) -> tuple[ResultList | None, list[tuple[str, str]]]:
    """Return the version before, and who stands differently there, each in words."""
    before = version_before(result_list)
    if before is None:
        return None, []
    earlier = rows_of(before)
    names = _entry_names(earlier) | _entry_names(rows)
    changes = changes_between(_places(earlier), _places(rows))
    return before, [(names[change.entry], change_words(change)) for change in changes]


def _heads(rows: Sequence[Result]) -> tuple[ComponentHead, ...]:
    if not rows:
        return ()
    return tuple(
        ComponentHead(code, _name_of(part), part["weight"])
        for code, part in rows[0].parts["components"].items()
    )


def _name_of(part: Mapping[str, str]) -> str:
    """Return a component's name in the reader's language; old lists know only one."""
    name_en = part.get("name_en", "")
    return name_en if name_en and get_language() == "en" else part["name"]


def _shown(row: Result, names: Mapping[str, str], *, is_shared: bool) -> ShownResult:
    return ShownResult(
        result=row,
        name=office_name(row.entry),
        unit=row.entry.organisation.display_name,
        why=why(row, is_shared=is_shared, names=names),
        is_shared=is_shared,
    )


def _notices(rows: Sequence[Result]) -> tuple[str, ...]:
    names = _entry_names(rows)
    lines = [
        Line(str(row.entry_id), row.rank, row.total, row.all_parts_passed)
        for row in rows
    ]
    return tuple(notice_words(notice, names) for notice in notices_of(lines))


def _entry_names(rows: Sequence[Result]) -> dict[str, str]:
    return {
        str(row.entry_id): numbered_name(row.entry.number, office_name(row.entry))
        for row in rows
    }


def _places(rows: Sequence[Result]) -> dict[str, Place]:
    return {
        str(row.entry_id): Place(row.rank, row.total, row.medal, row.standing)
        for row in rows
    }
