"""A sheet as the chief judge may see it: what its panel has laid open, and no more."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from scoring.models import Aspect, Reveal, Sheet
from scoring.queries.books import Book, load_books
from scoring.queries.judge_sheet import labelled
from scoring.queries.spoken import spoken


@dataclass(frozen=True)
class Round:
    """The scores of one round in the order of the seats, and why it was opened."""

    number: int
    scores: list[str]
    is_open: bool
    reason: str


@dataclass(frozen=True)
class LaidOpenAspect:
    """An aspect with its rounds, or with the value the panel agreed on."""

    aspect: Aspect
    label: str
    rounds: list[Round]
    agreed: str
    mark: Decimal | None
    can_be_scored_again: bool


@dataclass(frozen=True)
class LaidOpenSheet:
    """A sheet with its aspects in their order."""

    sheet: Sheet
    is_closed: bool
    aspects: list[LaidOpenAspect]


def laid_open(sheet: Sheet) -> LaidOpenSheet:
    """Return what may be seen of a sheet; a score before its reveal stays out."""
    books = load_books(sheet.entry.event_id, Sheet.objects.filter(pk=sheet.pk))
    book = books[sheet.pk]
    rounds: dict[UUID | None, list[Reveal]] = defaultdict(list)
    for reveal in Reveal.objects.filter(sheet=sheet).order_by("round"):
        rounds[reveal.aspect_id].append(reveal)
    return LaidOpenSheet(
        sheet=book.sheet,
        is_closed=book.is_closed,
        aspects=[
            _aspect(book, aspect, label, rounds) for aspect, label in labelled(book)
        ],
    )


def _aspect(
    book: Book, aspect: Aspect, label: str, rounds: Mapping[UUID | None, list[Reveal]]
) -> LaidOpenAspect:
    agreed = book.agreed(aspect) if book.is_measured_together(aspect) else None
    last = book.reveals.get(aspect.pk)
    stands = last is not None and not last.needs_rescore
    return LaidOpenAspect(
        aspect=aspect,
        label=label,
        rounds=[
            Round(
                number=each.round,
                scores=[score["value"] for score in each.scores],
                is_open=each.needs_rescore,
                reason=each.reopening_reason,
            )
            for each in rounds.get(aspect.pk, [])
        ],
        agreed=spoken(aspect, agreed.value) if agreed else "",
        mark=agreed.mark if agreed else (last.mark if last else None),
        can_be_scored_again=stands and not book.is_closed and None not in book.reveals,
    )
