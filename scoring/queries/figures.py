"""What a sheet comes to: which aspects count, and the mark they sum to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from scoring.enums import AspectKind
from scoring.models import Aspect, MarkingScheme
from scoring.queries.books import Book
from scoring.queries.seats import ActiveSeat
from scoring.rules.judgement import score_share
from scoring.rules.panel_mean import PLAIN_MEAN, TRIMMED_MEAN, PanelMean
from scoring.rules.rounding import Exact
from scoring.rules.tally import AspectMarks, CombineAt, ComponentTally, Deduction, tally


@dataclass(frozen=True)
class Figures:
    """The figures of a sheet; ``mark`` sums only what its panel has revealed."""

    expected: int
    counted: int
    done: int
    rescoring: int
    differing: int
    mark: Decimal

    @property
    def is_complete(self) -> bool:
        """Whether every aspect counts."""
        return 0 < self.expected == self.counted


def figures_of(book: Book) -> Figures:
    """Work out the figures of a sheet."""
    whole = tally_of(book.scheme, [book]).component
    reveals = [book.reveal_of(aspect) for aspect in book.aspects.values()]
    return Figures(
        expected=whole.expected,
        counted=whole.counted,
        done=sum(_is_done(book, aspect) for aspect in book.aspects.values()),
        rescoring=sum(bool(reveal and reveal.needs_rescore) for reveal in reveals),
        differing=sum(book.differs(aspect) for aspect in book.aspects.values()),
        mark=whole.mark,
    )


def tally_of(
    scheme: MarkingScheme,
    books: Iterable[Book],
    deductions: tuple[Deduction, ...] = (),
) -> ComponentTally:
    """Sum sheets of one entry that are marked with one scheme."""
    return tally(
        [marks for book in books for marks in _aspect_marks(book)],
        combine_at=CombineAt(scheme.combine_at),
        mean=mean_of(scheme),
        deductions=deductions,
    )


def mean_of(scheme: MarkingScheme) -> PanelMean:
    """Return how the marks of a panel are averaged."""
    return TRIMMED_MEAN if scheme.drops_extremes else PLAIN_MEAN


def counted_marks(book: Book, aspect: Aspect) -> Mapping[int, Exact] | None:
    """Return the marks of an aspect by seat, or None while it does not count."""
    if book.is_measured_together(aspect):
        agreed = book.agreed(aspect)
        return {0: agreed.mark} if agreed and agreed.mark is not None else None
    reveal = book.reveals.get(aspect.pk if book.combines_at_aspect else None)
    if reveal is None or reveal.needs_rescore:
        return None
    if book.combines_at_aspect:
        values = {each["seat"]: each["value"] for each in reveal.scores}
        return {seat: seat_mark(aspect, value) for seat, value in values.items()}
    marks = {seat: book.marks[aspect.pk, seat] for seat in _seats_of(reveal.scores)}
    return {
        seat: seat_mark(aspect, mark.value, measured=mark.mark)
        for seat, mark in marks.items()
    }


def seat_mark(aspect: Aspect, value: str, *, measured: Decimal | None = None) -> Exact:
    """Return the exact mark one judge's value stands for."""
    if aspect.kind == AspectKind.JUDGEMENT:
        return score_share(int(value), aspect.max_mark or Decimal(0))
    return measured or Decimal(0)


def seat_total(book: Book, seat: ActiveSeat) -> Fraction:
    """Return what one judge's own marks on a sheet sum to, exactly."""
    total = Fraction(0)
    for aspect in book.aspects.values():
        mark = book.own_mark(aspect, seat)
        if mark is not None:
            total += Fraction(seat_mark(aspect, mark.value, measured=mark.mark))
    return total


def _aspect_marks(book: Book) -> list[AspectMarks]:
    sub_criterion = book.sheet.sub_criterion
    return [
        AspectMarks(
            aspect=str(aspect.pk),
            sub_criterion=str(sub_criterion.pk),
            criterion=sub_criterion.criterion.letter,
            max_mark=aspect.max_mark or Decimal(0),
            marks=counted_marks(book, aspect),
            panel=_text(sub_criterion.panel_id),
        )
        for aspect in book.aspects.values()
    ]


def _is_done(book: Book, aspect: Aspect) -> bool:
    """Tell whether nobody has anything left to enter for an aspect."""
    if book.is_measured_together(aspect):
        return book.agreed(aspect) is not None
    if book.is_revealed(aspect):
        return True
    return bool(book.seats) and all(
        book.has_entered(aspect, seat) for seat in book.seats
    )


def _seats_of(scores: list[dict[str, int]]) -> list[int]:
    return [each["seat"] for each in scores]


def _text(key: UUID | None) -> str:
    return str(key) if key else ""
