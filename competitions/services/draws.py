"""Draws in public: commit, draw, void (抽签)."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from competitions.enums import DrawKind, DrawState
from competitions.marked_seats import marked_seats
from competitions.models import Draw, Entry, Event
from competitions.queries.entry_names import (
    approved_entries,
    entries_with_members,
    public_entry,
)
from competitions.rules import draw as rules
from competitions.services.blind_codes import assign_blind_codes, withdraw_blind_codes
from competitions.services.event_trail import record_for_event
from competitions.services.refusal import Refusal
from competitions.signals import draw_changed, entries_changed
from people.models import User

FEWEST_ENTRIES: Final = 2
SECRET_BYTES: Final = 32

#: Which field of an entry each kind of draw fills.
GIVEN_FIELDS: Final = {DrawKind.ENTRY_NUMBER: "number", DrawKind.STATION: "station"}


class DrawStands(Refusal):
    """A valid draw of this kind exists."""

    sentence = _("There is already a draw of this kind; void it first.")


class TooFewEntries(Refusal):
    """One entry needs no draw."""

    sentence = _("A draw needs at least two approved entries; approve more first.")


class TooFewStations(Refusal):
    """Entries in several batches are not drawn here."""

    sentence = _(
        "The event has %(stations)s stations and %(entries)s approved entries. Raise"
        " the number of stations to at least %(entries)s before drawing them."
    )


class DrawNotCommitted(Refusal):
    """Only a committed draw can be made, and only once."""

    sentence = _("This draw was already made or voided; nothing was changed.")


class EntriesChanged(Refusal):
    """An entry approved after the commitment would go without a number."""

    sentence = _(
        "Entries were approved after the commitment and are not in this draw. Void it"
        " and commit a new one."
    )


class PublicValueMissing(Refusal):
    """The public value decides the draw."""

    sentence = _("Type the public value as it was published.")


class SourceMissing(Refusal):
    """Nobody could check a value that was not named before."""

    sentence = _("Name the public value that will decide the draw.")


class VoidReasonMissing(Refusal):
    """A voided draw stays public with its reason."""

    sentence = _("Give the reason for voiding; it stays public beside the draw.")


class MarkingBegan(Refusal):
    """Judges have marked under the codes of this draw."""

    sentence = _("Marks were already entered, so this draw can no longer be voided.")


@transaction.atomic
def commit_draw(
    *, event: Event, kind: str, public_value_source: str, by: User, at: datetime
) -> Draw:
    """Publish who is drawn, by which public value, and the commitment to a secret."""
    event = _locked(event)
    kind = DrawKind(kind)
    source = " ".join(public_value_source.split())
    if not source:
        raise SourceMissing
    if event.draws.filter(kind=kind).exclude(state=DrawState.VOIDED).exists():
        raise DrawStands
    entries = list(entries_with_members(approved_entries([event.pk])))
    _refuse_entries(event, kind, entries)
    secret = secrets.token_hex(SECRET_BYTES)
    draw = Draw(
        event=event,
        kind=kind,
        algorithm=rules.ALGORITHM,
        secret=secret,
        commitment=rules.commitment_of(secret),
        public_value_source=source,
        participants=_participants(event, entries),
        committed_at=at,
        committed_by=by,
    )
    draw.full_clean()
    draw.save(force_insert=True)
    _tell(
        draw,
        "committed",
        {"commitment": draw.commitment, "source": source, "entries": len(entries)},
        by,
        at,
    )
    return draw


@transaction.atomic
def run_draw(
    *, draw: Draw, public_value: str, witnesses: str, by: User, at: datetime
) -> Draw:
    """Reveal the secret, draw with the public value, and write down what was given."""
    event = _locked(draw.event)
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    if draw.state != DrawState.COMMITTED:
        raise DrawNotCommitted
    value = rules.normalised_value(public_value)
    if not value:
        raise PublicValueMissing
    entries = {str(entry.pk): entry for entry in approved_entries([event.pk])}
    listed = [participant["entry"] for participant in draw.participants]
    if not entries.keys() <= set(listed):
        raise EntriesChanged
    draw.public_value = value
    draw.witnesses = " ".join(witnesses.split())
    given = _reveal(draw, listed, at)
    _give(draw, given)
    if draw.kind == DrawKind.ENTRY_NUMBER:
        assign_blind_codes(event=event, entries=list(entries.values()))
    _tell(
        draw,
        "drawn",
        {"value": draw.public_value, "seed": draw.seed, "witnesses": draw.witnesses},
        by,
        at,
    )
    return draw


@transaction.atomic
def void_draw(*, draw: Draw, reason: str, by: User, at: datetime) -> Draw:
    """Take back what a draw gave; the draw itself stays public with the reason."""
    event = _locked(draw.event)
    draw = Draw.objects.select_for_update().get(pk=draw.pk)
    if draw.state == DrawState.VOIDED:
        raise DrawNotCommitted
    reason = " ".join(reason.split())
    if not reason:
        raise VoidReasonMissing
    if draw.state == DrawState.DRAWN:
        if marked_seats(event.pk):
            raise MarkingBegan
        _take_back(draw)
        if draw.kind == DrawKind.ENTRY_NUMBER:
            withdraw_blind_codes(event=event)
    draw.state = DrawState.VOIDED
    draw.void_reason = reason
    draw.voided_at = at
    draw.full_clean()
    draw.save(update_fields=["state", "void_reason", "voided_at"])
    _tell(draw, "voided", {"reason": reason}, by, at)
    return draw


def _locked(event: Event) -> Event:
    """Hold the event's row: two draws at once take their turns."""
    return Event.objects.select_for_update(no_key=True).get(pk=event.pk)


def _refuse_entries(event: Event, kind: DrawKind, entries: Sequence[Entry]) -> None:
    if len(entries) < FEWEST_ENTRIES:
        raise TooFewEntries
    if kind is DrawKind.STATION and event.number_of_stations < len(entries):
        raise TooFewStations(
            TooFewStations.sentence
            % {"stations": event.number_of_stations, "entries": len(entries)}
        )


def _participants(event: Event, entries: Sequence[Entry]) -> list[dict[str, str]]:
    shown = (public_entry(entry, event) for entry in entries)
    return [
        {"entry": str(entry.entry_id), "name": entry.name, "unit": entry.unit}
        for entry in shown
    ]


def _give(draw: Draw, given: dict[str, int]) -> None:
    """Write numbers or stations to the entries, old ones cleared before."""
    _take_back(draw)
    field = GIVEN_FIELDS[DrawKind(draw.kind)]
    rows = list(Entry.objects.filter(event=draw.event_id, pk__in=list(given)))
    for entry in rows:
        setattr(entry, field, given[str(entry.pk)])
    Entry.objects.bulk_update(rows, [field], batch_size=500)


def _reveal(draw: Draw, listed: Sequence[str], at: datetime) -> dict[str, int]:
    """Write seed and result into a draw; return what is given to whom."""
    draw.seed = rules.seed_of(draw.secret, draw.public_value)
    given = rules.numbers(rules.shuffle(listed, draw.seed))
    draw.result = [{"entry": entry, "given": number} for entry, number in given.items()]
    draw.state = DrawState.DRAWN
    draw.drawn_at = at
    draw.full_clean()
    draw.save(
        update_fields=[
            "public_value",
            "witnesses",
            "seed",
            "result",
            "state",
            "drawn_at",
        ]
    )
    return given


def _take_back(draw: Draw) -> None:
    field = GIVEN_FIELDS[DrawKind(draw.kind)]
    Entry.objects.filter(event=draw.event_id).update(**{field: None})


def _tell(
    draw: Draw, what: str, payload: dict[str, str | int], by: User, at: datetime
) -> None:
    """Write the audit event and tell the apps above after commit."""
    record_for_event(
        event_id=draw.event_id,
        object_id=f"draw:{draw.pk}",
        action=f"draw.{what}.{draw.kind}",
        payload=payload,
        by=by,
        at=at,
    )
    transaction.on_commit(lambda: draw_changed.send(sender=None, draw_id=draw.pk))
    if what != "committed":
        transaction.on_commit(
            lambda: entries_changed.send(sender=None, event_id=draw.event_id)
        )
