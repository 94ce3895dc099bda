"""Reveals and closes what had only waited for a decision about a judge."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from audit.services import Fact, record_many
from audit.streams import SYSTEM, event_stream
from competitions.models import Event
from scoring.models import Sheet
from scoring.queries.books import Book, load_books
from scoring.queries.sheets import sheets_to_mark
from scoring.services.event_lock import lock_event
from scoring.services.figures import settle
from scoring.services.mark_facts import revealed_fact
from scoring.services.reveals import due_reveal
from scoring.services.signing import close_when_signed
from scoring.services.tallies import rebuild_tallies


@transaction.atomic
def reveal_waiting(*, event: Event, at: datetime) -> int:
    """Lay open what everybody who now has a seat has entered; return how much.

    A decision about a conflict may leave a panel whose judges have all entered
    without any further mark that would reveal their scores, or have all signed without
    any further signature that would close their sheet. Sheets and tallies are settled
    with it.
    """
    lock_event(event.pk)
    books = list(load_books(event.pk, sheets_to_mark(event)).values())
    facts = [fact for book in books for fact in _reveal(book, at)]
    changed = settle(books, at)
    closed = [book.sheet for book in books if close_when_signed(book, at)]
    Sheet.objects.bulk_update(closed, ["state", "signed_at", "content_hash"])
    rebuild_tallies(event_id=event.pk, entry_ids=changed, at=at)
    if facts:
        record_many(stream=event_stream(event.pk), facts=facts)
    return len(facts)


def _reveal(book: Book, at: datetime) -> Iterator[Fact]:
    if not book.marks or book.is_closed:
        return
    for aspect in book.aspects.values():
        reveal = due_reveal(book, aspect, at)
        if reveal:
            reveal.save(force_insert=True)
            book.reveals[reveal.aspect_id] = reveal
            yield revealed_fact(book, reveal, SYSTEM)
