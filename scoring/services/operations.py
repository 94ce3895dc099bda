"""Takes batches of operations from tablets: each exactly once, all in one commit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import DataError, IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from audit.services import record_many
from audit.streams import event_stream
from competitions.models import Event
from people.models import Device, User
from people.services.devices import note_device
from scoring.enums import OperationStatus
from scoring.models import MarkOperation
from scoring.queries.books import Book, load_books
from scoring.queries.judge_sheet import sheet_state
from scoring.queries.sheets import sheets_to_mark
from scoring.services.entering import Written, enter, refuse_closed
from scoring.services.event_lock import lock_event
from scoring.services.figures import settle
from scoring.services.mark_facts import frozen_fact, mark_facts
from scoring.services.operation import Answer, Operation, Refused, answer_again
from scoring.services.scheme_store import freeze_scheme
from scoring.services.tallies import rebuild_tallies


@transaction.atomic
def apply_operations(
    *,
    event: Event,
    device: Device,
    judge: User,
    operations: Sequence[Operation],
    at: datetime,
) -> list[Answer]:
    """Apply a batch in its order and return an answer for each operation.

    One transaction holds the whole batch, so that nothing is acknowledged before it is
    committed; each operation stands in a savepoint of its own, so that one that fails
    leaves the others. An operation sent again gets the answer it got before.
    """
    if not operations:
        return []
    batch = _Batch(lock_event(event.pk), device, judge, at)
    batch.read(operations)
    answers = [batch.take(operation) for operation in operations]
    batch.finish()
    last = max(operation.sequence for operation in operations)
    note_device(device_id=device.pk, sequence=last, at=at)
    return [
        batch.with_sheet(operation, answer)
        for operation, answer in zip(operations, answers, strict=True)
    ]


class _Batch:
    """The operations of one request, with everything they touch read beforehand."""

    def __init__(self, event: Event, device: Device, judge: User, at: datetime) -> None:
        self.event, self.device, self.judge, self.at = event, device, judge, at
        self.written: list[Written] = []

    def read(self, operations: Sequence[Operation]) -> None:
        """Read what the operations are about, whatever their number."""
        self.known = MarkOperation.objects.in_bulk([each.op_id for each in operations])
        self.books = load_books(
            self.event.pk,
            sheets_to_mark(self.event)
            .filter(pk__in={operation.sheet_id for operation in operations})
            .select_for_update(of=("self",), no_key=True),
        )
        taken = MarkOperation.objects.filter(event=self.event)
        self.last_seq: int = taken.aggregate(last=Max("server_seq"))["last"] or 0

    def take(self, operation: Operation) -> Answer:
        """Apply one operation, or answer it again."""
        body_hash = operation.fingerprint(self.event.pk, self.judge.pk)
        known = self.known.get(operation.op_id)
        if known:
            return _answer_known(known, body_hash)
        try:
            with transaction.atomic():
                written, answer = self._enter(operation)
                row = self._store(operation, answer, body_hash)
        except (IntegrityError, DataError):
            self._forget(operation)
            return Answer(
                op_id=operation.op_id,
                status=OperationStatus.MALFORMED,
                message=_(
                    "The database refused this operation; nothing of it was stored. "
                    "Enter it again."
                ),
            )
        self.known[row.op_id], self.last_seq = row, row.server_seq
        if written:
            self.written.append(written)
        return replace(answer, server_seq=row.server_seq, body_hash=body_hash)

    def finish(self) -> None:
        """Settle sheets and tallies, and write what happened."""
        if not self.written:
            return
        books = [
            self.books[sheet_id]
            for sheet_id in {each.book.sheet.pk for each in self.written}
        ]
        facts = mark_facts(self.written, self.judge, self.device, self.at)
        # A note, or a mark taken back before any was made, freezes nothing.
        marked = {each.book.scheme for each in self.written if each.is_mark}
        for scheme in marked:
            if not scheme.is_frozen:
                freeze_scheme(marking_scheme=scheme, at=self.at)
                facts.append(frozen_fact(scheme, self.judge, self.at))
        changed = settle(books, self.at)
        rebuild_tallies(event_id=self.event.pk, entry_ids=changed, at=self.at)
        record_many(stream=event_stream(self.event.pk), facts=facts)

    def with_sheet(self, operation: Operation, answer: Answer) -> Answer:
        """Return the answer with where the judge's sheet stands after the batch."""
        book = self.books.get(operation.sheet_id)
        seat = book.seat_of(self.judge.pk) if book else None
        if book is None or seat is None:
            return answer
        return replace(answer, sheet=sheet_state(book, seat))

    def _enter(self, operation: Operation) -> tuple[Written | None, Answer]:
        try:
            refuse_closed(self.event)
            written = enter(self._book(operation), operation, self.judge, self.at)
        except Refused as refusal:
            return None, refusal.answer(operation.op_id)
        return written, written.answer

    def _book(self, operation: Operation) -> Book:
        book = self.books.get(operation.sheet_id)
        if book is None:
            raise Refused(
                OperationStatus.NOT_FOUND,
                _("“%(event)s” has no such sheet; open its list of sheets again.")
                % {"event": self.event.display_name},
            )
        return book

    def _store(
        self, operation: Operation, answer: Answer, body_hash: str
    ) -> MarkOperation:
        return MarkOperation.objects.create(
            op_id=operation.op_id,
            event=self.event,
            server_seq=self.last_seq + 1,
            device=self.device,
            device_seq=operation.sequence,
            author=self.judge,
            kind=operation.kind,
            sheet_key=operation.sheet_id,
            aspect_key=operation.aspect_id,
            value=operation.value,
            base_version=operation.base_version,
            body_hash=body_hash,
            status=answer.status,
            answer=answer.to_store(),
            received_at=self.at,
        )

    def _forget(self, operation: Operation) -> None:
        """Read a sheet anew: its book holds what the savepoint took back."""
        sheets = sheets_to_mark(self.event).filter(pk=operation.sheet_id)
        self.books.update(load_books(self.event.pk, sheets))


def _answer_known(known: MarkOperation, body_hash: str) -> Answer:
    """Answer an operation the server has seen: as then, if it is the same one."""
    if known.body_hash == body_hash:
        return answer_again(known)
    return Answer(
        op_id=known.op_id,
        status=OperationStatus.OTHER_BODY,
        message=_(
            "Another operation has this number already; send this one under a new one."
        ),
    )
