"""What waits for a signature, and the fingerprint of what is signed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, QuerySet

from competitions.models import BlindCode, Event
from people.models import User
from scoring.enums import SheetState
from scoring.models import Sheet
from scoring.queries.books import Book, load_books
from scoring.queries.judge_sheet import View, sheet_state
from scoring.queries.seats import ActiveSeat
from scoring.queries.sheets import sheets_to_mark
from scoring.rules.sheet_hash import (
    SignedMark,
    SignedReveal,
    in_groups,
    receipt_of,
    sheet_hash,
)


@dataclass(frozen=True)
class SignedTogether:
    """The sheets a judge signed with one PIN, and the receipt he got for them."""

    code: str
    sheets: int
    signed_at: datetime


@dataclass(frozen=True)
class SheetToSign:
    """A sheet on the check page of one judge; ``state`` as the tablet sees it.

    ``content_hash`` is the fingerprint of what he would sign, ``receipt`` what he got
    when he signed it.
    """

    sheet: Sheet
    entry_code: str
    state: View
    is_ready: bool
    is_held: bool
    is_signed: bool
    receipt: SignedTogether | None
    content_hash: str

    @property
    def waits(self) -> bool:
        """Whether the judge may sign it now."""
        return self.is_ready and not self.is_signed


def content_hash(book: Book) -> str:
    """Return the fingerprint of a sheet as it stands."""
    return sheet_hash(
        str(book.sheet.pk),
        book.scheme.frozen_hash,
        [
            SignedMark(
                str(mark.aspect_id), mark.seat, mark.value, mark.mark, mark.round
            )
            for mark in book.marks.values()
        ],
        [
            SignedReveal(
                str(reveal.aspect_id or ""),
                reveal.round,
                tuple((each["seat"], each["value"]) for each in reveal.scores),
                reveal.mark,
            )
            for reveal in book.reveals.values()
        ],
    )


def sheets_to_sign(event: Event, judge: User) -> list[SheetToSign]:
    """Return every sheet a judge has a seat for, by sub criterion and code."""
    codes, judged = entry_codes(event.pk), list(judged_books(event, judge))
    receipts = _receipts(judged)
    listed = [
        SheetToSign(
            sheet=book.sheet,
            entry_code=code_of(codes, book.sheet.entry_id),
            state=sheet_state(book, seat),
            is_ready=book.sheet.state == SheetState.COMPLETE and not seat.is_held,
            is_held=seat.is_held,
            is_signed=seat.number in book.signatures,
            receipt=_receipt(book, seat, receipts),
            content_hash=content_hash(book),
        )
        for book, seat in judged
    ]
    return sorted(
        listed,
        key=lambda each: (
            each.sheet.sub_criterion.criterion_id,
            each.sheet.sub_criterion.position,
            each.entry_code,
        ),
    )


def _receipts(
    judged: Iterable[tuple[Book, ActiveSeat]],
) -> dict[datetime, SignedTogether]:
    """Return the receipts by their moment, which a list that was signed shares."""
    hashes: dict[datetime, list[str]] = defaultdict(list)
    for book, seat in judged:
        signature = book.signatures.get(seat.number)
        if signature:
            hashes[signature.signed_at].append(signature.content_hash)
    return {
        at: SignedTogether(in_groups(receipt_of(signed)), len(signed), at)
        for at, signed in hashes.items()
    }


def _receipt(
    book: Book, seat: ActiveSeat, receipts: Mapping[datetime, SignedTogether]
) -> SignedTogether | None:
    signature = book.signatures.get(seat.number)
    return receipts[signature.signed_at] if signature else None


def judged_books(event: Event, judge: User) -> Iterator[tuple[Book, ActiveSeat]]:
    """Read the books of the sheets a judge marks, with his seat."""
    sheets = sheets_to_mark(event).filter(
        sub_criterion__panel__seats__judge=judge,
    )
    for book in load_books(event.pk, sheets).values():
        seat = book.seat_of(judge.pk)
        if seat is not None:
            yield book, seat


def sheets_to_accept(event: Event) -> QuerySet[Sheet]:
    """Return the sheets their panels have signed, with their signatures counted."""
    return (
        sheets_to_mark(event)
        .filter(state=SheetState.SIGNED)
        .select_related("entry", "sub_criterion__criterion", "sub_criterion__panel")
        .annotate(signed_by=Count("signatures"))
        .order_by("sub_criterion__criterion", "sub_criterion__position", "entry")
    )


def entry_codes(event_id: UUID) -> dict[UUID, str]:
    """Map entries to the codes judges know them by; one statement."""
    return dict(
        BlindCode.objects.filter(event=event_id, layer=1).values_list("entry", "code")
    )


def code_of(codes: dict[UUID, str], entry_id: UUID) -> str:
    """Return the code of an entry; before the draw a part of its key, never a name."""
    return codes.get(entry_id) or f"#{entry_id.hex[-4:].upper()}"
