"""Lets a panel score again what it has laid open, because the chief judge says so."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from people.models import User
from scoring.models import Aspect, Reveal, Sheet
from scoring.queries.books import Book, load_books
from scoring.services.event_lock import lock_event
from scoring.services.figures import settle
from scoring.services.tallies import rebuild_tallies


@transaction.atomic
def score_again(
    *, sheet: Sheet, aspect: Aspect, reason: str, by: User, at: datetime
) -> None:
    """Open an aspect that was laid open for another round of scores.

    The scores of this round stay as history. Raises Refusal once a judge has signed the
    sheet, where nothing was laid open, and without a reason.
    """
    if not reason.strip():
        raise Refusal(_("Say why the panel has to score again."))
    event_id = sheet.entry.event_id
    lock_event(event_id)
    book = load_books(event_id, Sheet.objects.filter(pk=sheet.pk))[sheet.pk]
    reveal = _revealed(book, aspect)
    record_for_event(
        event_id=event_id,
        action="marks.reopened",
        object_id=f"sheet:{sheet.pk}",
        payload={
            "code": book.sheet.sub_criterion.code,
            "aspect": str(aspect.pk),
            "round": reveal.round,
            "scores": reveal.scores,
            "mark": str(reveal.mark),
            "reason": reason.strip(),
        },
        by=by,
        at=at,
    )
    reveal.needs_rescore, reveal.mark = True, None
    reveal.reopening_reason = reason.strip()
    reveal.save(update_fields=["needs_rescore", "mark", "reopening_reason"])
    changed = settle([book], at)
    rebuild_tallies(event_id=event_id, entry_ids=changed, at=at)


def _revealed(book: Book, aspect: Aspect) -> Reveal:
    """Return the reveal that stands and may be opened again; refuse what may not."""
    if book.is_closed:
        raise Refusal(_("This sheet has been signed; nothing on it can be changed."))
    if None in book.reveals:
        raise Refusal(
            _(
                "Here the judges are combined over the whole sheet, which was laid open"
                " at once; a single aspect of it cannot be scored again."
            )
        )
    reveal = book.reveals.get(aspect.pk)
    if reveal is None or reveal.needs_rescore:
        raise Refusal(
            _("The panel has no scores laid open here; it can still enter them.")
        )
    return reveal
