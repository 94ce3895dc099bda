"""Rebuilds the one stored running total of an entry, in the mark's transaction."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from scoring.models import Tally
from scoring.queries.standing import EntryStanding, standings_of
from scoring.signals import marks_changed


def rebuild_tallies(
    *, event_id: UUID, entry_ids: Iterable[UUID], at: datetime
) -> list[Tally]:
    """Rebuild the tallies of entries of one event, in a fixed number of statements.

    Runs in the transaction of what changed; ``marks_changed`` is sent on commit.
    """
    ids = sorted(set(entry_ids))
    if not ids:
        return []
    standings = standings_of(event_id, ids)
    known = {
        tally.entry_id: tally
        for tally in Tally.objects.select_for_update().filter(entry__in=ids)
    }
    tallies = [
        _tally(known.get(entry_id), event_id, standings[entry_id], at)
        for entry_id in ids
    ]
    Tally.objects.bulk_create(
        tallies,
        update_conflicts=True,
        unique_fields=["entry"],
        update_fields=[
            "total",
            "modules",
            "done",
            "expected",
            "version",
            "updated_at",
        ],
    )
    transaction.on_commit(
        lambda: marks_changed.send(sender=Tally, event_id=event_id, entry_ids=ids),
        robust=True,
    )
    return tallies


def _tally(
    known: Tally | None, event_id: UUID, standing: EntryStanding, at: datetime
) -> Tally:
    return Tally(
        entry_id=standing.entry_id,
        event_id=event_id,
        total=standing.total,
        modules=[module.as_json() for module in standing.modules],
        done=sum(module.done for module in standing.modules),
        expected=sum(module.expected for module in standing.modules),
        version=known.version + 1 if known else 1,
        updated_at=at,
    )
