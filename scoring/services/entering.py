"""Decides what one operation does to the book of its sheet."""

import copy
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import cast

from django.utils.translation import gettext as _

from competitions.enums import CompetitionState
from competitions.models import Event
from people.models import User
from people.sentences import in_words
from scoring.enums import AspectKind, OperationKind, OperationStatus
from scoring.models import Aspect, Mark, Reveal, SheetNote
from scoring.queries.books import Book, calculation_of
from scoring.queries.judge_sheet import reveal_view
from scoring.queries.seats import ActiveSeat
from scoring.rules import measurement
from scoring.rules.judgement import read_score, score_share
from scoring.rules.measurement_input import InvalidValue
from scoring.rules.rounding import round_half_up
from scoring.services.operation import Answer, Operation, Refused
from scoring.services.reveals import due_reveal

_STOPPED = (CompetitionState.POSTPONED, CompetitionState.CANCELLED)


@dataclass
class Written:
    """What an operation wrote: a mark or a note, and the reveal that followed."""

    book: Book
    aspect: Aspect
    seat: int
    answer: Answer
    mark: Mark | None = None
    note: SheetNote | None = None
    reveal: Reveal | None = None

    @property
    def is_mark(self) -> bool:
        """Whether a value was entered, not a note and not taken back."""
        return self.mark is not None and bool(self.mark.value)


def enter(book: Book, operation: Operation, judge: User, at: datetime) -> Written:
    """Write one operation and return it; the book is changed with it.

    Raises Refused. When the database refuses a row the caller drops the book.
    """
    aspect = book.aspects.get(operation.aspect_id)
    if aspect is None:
        raise Refused(
            OperationStatus.NOT_FOUND,
            _("This aspect is not on the sheet; open the list of sheets again."),
        )
    seat = _seat(book, judge)
    if book.is_closed:
        raise Refused(
            OperationStatus.LOCKED,
            _("This sheet has been signed; nothing on it can be changed."),
        )
    if operation.kind == OperationKind.NOTE:
        return _write_note(book, aspect, seat, operation, at)
    return _write_mark(book, aspect, seat, operation, at)


def refuse_closed(event: Event) -> None:
    """Refuse marks and notes while the event is not marked.

    The events of a competition do not begin together, so its phase does not matter:
    only one that was postponed or cancelled stands still.
    """
    if event.marks_locked_at:
        raise Refused(
            OperationStatus.LOCKED,
            _("The marks of this event are locked; nothing can be entered any more."),
        )
    if event.competition.state in _STOPPED:
        raise Refused(
            OperationStatus.LOCKED,
            _(
                "The competition is postponed or cancelled; nothing is marked until it"
                " is resumed."
            ),
        )


def _seat(book: Book, judge: User) -> ActiveSeat:
    seat = book.seat_of(judge.pk)
    if seat is None:
        raise Refused(
            OperationStatus.FORBIDDEN, _("You have no seat for marking this entry.")
        )
    if seat.is_held:
        raise Refused(
            OperationStatus.FORBIDDEN,
            _(
                "A conflict of interest between you and this entry waits for a "
                "decision; ask the chief judge."
            ),
        )
    return seat


def _write_mark(
    book: Book, aspect: Aspect, seat: ActiveSeat, operation: Operation, at: datetime
) -> Written:
    number = _mark_seat(book, aspect, seat)
    old = book.marks.get((aspect.pk, number))
    _refuse_stale(operation, old, shown=book.own_mark(aspect, seat))
    value, worth = _worth(aspect, operation)
    mark = copy.copy(old) if old else Mark(sheet=book.sheet, aspect=aspect, seat=number)
    mark.value, mark.mark = value, worth
    mark.round, mark.version = book.round_of(aspect), (old.version if old else 0) + 1
    mark.author_id, mark.updated_at = seat.judge_id, at
    mark.save(force_insert=old is None, force_update=old is not None)
    book.marks[aspect.pk, number] = mark
    reveal = due_reveal(book, aspect, at)
    if reveal:
        reveal.save(force_insert=True)
        book.reveals[reveal.aspect_id] = reveal
    answer = Answer(
        op_id=operation.op_id,
        status=OperationStatus.STORED,
        version=mark.version,
        value=value,
        mark=None if worth is None else str(worth),
        reveal=reveal_view(reveal),
    )
    return Written(book, aspect, number, answer, mark=mark, reveal=reveal)


def _mark_seat(book: Book, aspect: Aspect, seat: ActiveSeat) -> int:
    if book.has_too_few_judges:
        # Its first mark would fix the seats of a panel that can never finish.
        raise Refused(
            OperationStatus.FORBIDDEN,
            _("Your panel has too few judges for this work; tell the organiser."),
        )
    number = book.mark_seat(aspect, seat)
    if number is None:
        raise Refused(
            OperationStatus.FORBIDDEN,
            _("The recorder of the panel enters what was measured; you co-sign it."),
        )
    if book.is_revealed(aspect):
        raise Refused(
            OperationStatus.LOCKED,
            _("The scores of the panel have been laid open; they stand."),
        )
    return number


def _write_note(
    book: Book, aspect: Aspect, seat: ActiveSeat, operation: Operation, at: datetime
) -> Written:
    old = book.notes.get((aspect.pk, seat.number))
    _refuse_stale(operation, old, shown=old)
    if "\x00" in operation.value:
        raise Refused(
            OperationStatus.MALFORMED,
            _("The note contains a character that no text may have; write it again."),
        )
    note = copy.copy(old) or SheetNote(
        sheet=book.sheet, aspect=aspect, seat=seat.number
    )
    note.text, note.updated_at = operation.value, at
    note.version = (old.version if old else 0) + 1
    note.save(force_insert=old is None, force_update=old is not None)
    book.notes[aspect.pk, seat.number] = note
    answer = Answer(
        op_id=operation.op_id,
        status=OperationStatus.STORED,
        version=note.version,
        value=note.text,
    )
    return Written(book, aspect, seat.number, answer, note=note)


def _refuse_stale(
    operation: Operation,
    old: Mark | SheetNote | None,
    *,
    shown: Mark | SheetNote | None,
) -> None:
    """Refuse a change of what the judge has not seen; show him both values.

    ``shown`` is what he may see of it: a seat may still hold another judge's mark.
    """
    version = old.version if old else 0
    if operation.base_version == version:
        return
    stored = ""
    if shown is not None:
        stored = shown.value if isinstance(shown, Mark) else shown.text
    raise Refused(
        OperationStatus.CONFLICT,
        _("This was changed on another tablet meanwhile; choose what is right."),
        version=version,
        current={"stored": stored, "sent": operation.value, "version": version},
    )


def _worth(aspect: Aspect, operation: Operation) -> tuple[str, Decimal | None]:
    """Return the value in its one spelling and the mark it stands for."""
    if operation.kind == OperationKind.CLEAR:
        return "", None
    value, highest = operation.value.strip(), cast("Decimal", aspect.max_mark)
    try:
        if aspect.kind == AspectKind.JUDGEMENT:
            return value, round_half_up(score_share(read_score(value), highest))
        worth = measurement.mark(calculation_of(aspect), value, highest)
    except InvalidValue as error:
        raise Refused(OperationStatus.MALFORMED, in_words(error.sentence)) from error
    # Two pairs agree on 12.5 and 12.50; minus zero is zero.
    return format(Decimal(value).normalize() + 0, "f"), worth
