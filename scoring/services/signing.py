"""Signs lists of sheets with one PIN, accepts them, and locks the marks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from audit.services import Fact, record, record_many
from audit.streams import event_stream
from competitions.models import Event
from competitions.services.refusal import Refusal
from people.models import User
from people.services.pins import check_pin
from people.services.users import actor_of
from scoring.enums import SheetState
from scoring.models import Sheet, SheetSignature
from scoring.queries.books import Book, load_books
from scoring.queries.sheets import number_of_missing_sheets, sheets_to_mark
from scoring.queries.signatures import content_hash
from scoring.rules.sheet_hash import receipt_of
from scoring.services.event_lock import lock_event


class CannotSign(Refusal):
    """A sheet of the list is not ready, or not the judge's to sign."""


class CannotAccept(Refusal):
    """A sheet of the list has not been signed by its whole panel."""


class CannotLock(Refusal):
    """Sheets are open, or the marks are locked already."""


@dataclass(frozen=True)
class Receipt:
    """What a judge gets for a signature: how many sheets, and their common code."""

    sheets: int
    code: str


def sign_sheets(
    *,
    sheets: Sequence[Sheet],
    judge: User,
    pin: str,
    at: datetime,
    seen: Mapping[UUID, str] | None = None,
) -> Receipt:
    """Sign a list of sheets of one event after one check of the PIN.

    A sheet on which every seat has signed is signed as a whole; from the first
    signature on nothing on it can change. Sheets the judge has signed stay so.
    ``seen`` has the fingerprint of each sheet as the judge read it. Raises PinRefused
    or CannotSign, and then signs none.
    """
    event_id = _one_event(sheets)
    check_pin(user=judge, pin=pin, at=at)
    with transaction.atomic():
        event = lock_event(event_id)
        books = list(load_books(event_id, _locked(event_id, sheets)).values())
        _refuse_unseen(books, seen or {})
        facts = [fact for book in books for fact in _sign(book, judge, at)]
        Sheet.objects.bulk_update(
            [book.sheet for book in books], ["state", "signed_at", "content_hash"]
        )
        record_many(stream=event_stream(event.pk), facts=facts)
    hashes = [book.signatures[_seat(book, judge)].content_hash for book in books]
    return Receipt(sheets=len(books), code=receipt_of(hashes))


def accept_sheets(
    *, sheets: Sequence[Sheet], by: User, pin: str, at: datetime
) -> Receipt:
    """Accept signed sheets as chief judge; raises PinRefused or CannotAccept."""
    event_id = _one_event(sheets)
    check_pin(user=by, pin=pin, at=at)
    with transaction.atomic():
        lock_event(event_id)
        found = list(_locked(event_id, sheets).select_related("sub_criterion"))
        for sheet in found:
            _refuse_unsigned(sheet)
            sheet.state = SheetState.ACCEPTED
            sheet.accepted_at, sheet.accepted_by = at, by
        Sheet.objects.bulk_update(found, ["state", "accepted_at", "accepted_by"])
        facts = [_fact("sheet.accepted", sheet, by, at) for sheet in found]
        record_many(stream=event_stream(event_id), facts=facts)
    return Receipt(len(found), receipt_of(sheet.content_hash for sheet in found))


@transaction.atomic
def lock_marks(*, event: Event, by: User, at: datetime) -> None:
    """Lock the marks of an event once every sheet is accepted; raises CannotLock."""
    row = lock_event(event.pk)
    if row.marks_locked_at:
        raise CannotLock(_("The marks of this event are locked already."))
    missing = number_of_missing_sheets(row)
    sheets = sheets_to_mark(row)
    waiting = sheets.exclude(state=SheetState.ACCEPTED).count()
    if missing or waiting or not sheets.exists():
        raise CannotLock(
            _(
                "%(waiting)s sheets are not accepted and %(missing)s are not open yet; "
                "the marks are locked when all are accepted."
            )
            % {"waiting": waiting, "missing": missing}
        )
    number = sheets.update(state=SheetState.LOCKED)
    row.marks_locked_at = at
    row.save(update_fields=["marks_locked_at"])
    event.marks_locked_at = at
    record(
        stream=event_stream(row.pk),
        actor=actor_of(by),
        action="marks.locked",
        object_id=f"event:{row.pk}",
        payload={"sheets": number},
        at=at,
    )


def _one_event(sheets: Sequence[Sheet]) -> UUID:
    events = {sheet.entry.event_id for sheet in sheets}
    if len(events) != 1:
        raise CannotSign(_("Choose sheets of one event."))
    return events.pop()


def _locked(event_id: UUID, sheets: Iterable[Sheet]) -> QuerySet[Sheet]:
    return Sheet.objects.select_for_update(of=("self",), no_key=True).filter(
        pk__in=[sheet.pk for sheet in sheets], entry__event=event_id
    )


def _refuse_unseen(books: Iterable[Book], seen: Mapping[UUID, str]) -> None:
    """Refuse what changed between the check page and the lock of the event."""
    for book in books:
        if seen.get(book.sheet.pk, content := content_hash(book)) != content:
            raise CannotSign(
                _("Sheet %(code)s changed after you opened it. Check it again.")
                % {"code": book.sheet.sub_criterion.code}
            )


def _sign(book: Book, judge: User, at: datetime) -> list[Fact]:
    """Put a judge's signature under a sheet; nothing happens to one that has it."""
    number, sheet = _seat(book, judge), book.sheet
    if number in book.signatures:
        return []
    _refuse_unready(book)
    signature = SheetSignature.objects.create(
        sheet=sheet,
        seat=number,
        judge=judge,
        content_hash=content_hash(book),
        signed_at=at,
    )
    book.signatures[number] = signature
    close_when_signed(book, at)
    return [_fact("sheet.signed", sheet, judge, at, seat=number)]


def close_when_signed(book: Book, at: datetime) -> bool:
    """Make a sheet signed once all its seats have signed it; tell whether it became so.

    All signatures are under the same content: nothing changes after the first.
    """
    sheet = book.sheet
    if sheet.state != SheetState.COMPLETE or not book.is_signed_by_all:
        return False
    sheet.state, sheet.signed_at = SheetState.SIGNED, at
    sheet.content_hash = next(iter(book.signatures.values())).content_hash
    return True


def _seat(book: Book, judge: User) -> int:
    seat = book.seat_of(judge.pk)
    if seat is None:
        raise CannotSign(
            _("You have no seat for sheet %(code)s; leave it out of the list.")
            % {"code": book.sheet.sub_criterion.code}
        )
    if seat.is_held:
        raise CannotSign(
            _(
                "A conflict of interest on sheet %(code)s waits for a decision; leave"
                " it out of the list."
            )
            % {"code": book.sheet.sub_criterion.code}
        )
    return seat.number


def _refuse_unready(book: Book) -> None:
    sheet = book.sheet
    if sheet.state != SheetState.COMPLETE:
        raise CannotSign(
            _(
                "Sheet %(code)s has %(done)s of %(expected)s aspects marked; a sheet "
                "is signed when all are."
            )
            % {
                "code": sheet.sub_criterion.code,
                "done": sheet.done,
                "expected": sheet.expected,
            }
        )


def _refuse_unsigned(sheet: Sheet) -> None:
    if sheet.state != SheetState.SIGNED:
        raise CannotAccept(
            _("Sheet %(code)s is not signed by its whole panel, or accepted already.")
            % {"code": sheet.sub_criterion.code}
        )


def _fact(action: str, sheet: Sheet, by: User, at: datetime, **payload: object) -> Fact:
    return Fact(
        actor=actor_of(by),
        action=action,
        object_id=f"sheet:{sheet.pk}",
        at=at,
        payload={
            "code": sheet.sub_criterion.code,
            "hash": sheet.content_hash,
            **payload,
        },
    )
