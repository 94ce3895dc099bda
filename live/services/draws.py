"""Publishes draws: at the commitment, at the draw, and when one is voided."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from competitions.enums import DrawState
from competitions.models import Draw
from live.enums import PublicationKind
from live.models import Publication
from live.services.publishing import Subject, publish


@transaction.atomic
def publish_draw(*, draw_id: UUID, at: datetime) -> Publication:
    """Publish all of a draw that is public now; its secret only once it was drawn.

    The draw is locked first: a late reading of the commitment hides no result.
    """
    draw = (
        Draw.objects.select_related("event__competition")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=draw_id)
    )
    subject = Subject(
        kind=PublicationKind.DRAW,
        key=str(draw.pk),
        competition_id=draw.event.competition_id,
        event_id=draw.event_id,
    )
    publication, _is_new = publish(subject=subject, content=record_of(draw), at=at)
    return publication


def record_of(draw: Draw) -> dict[str, Any]:
    """Return the public record of a draw, enough to recompute it."""
    record: dict[str, Any] = {
        "id": str(draw.pk),
        "kind": draw.kind,
        "state": draw.state,
        "event": _names(draw.event),
        "competition": _names(draw.event.competition),
        "algorithm": draw.algorithm,
        "commitment": draw.commitment,
        "committed_at": draw.committed_at.isoformat(),
        "public_value_source": draw.public_value_source,
        "participants": draw.participants,
    }
    if draw.drawn_at:
        record |= {
            "secret": draw.secret,
            "public_value": draw.public_value,
            "seed": draw.seed,
            "result": draw.result,
            "drawn_at": draw.drawn_at.isoformat(),
            "witnesses": draw.witnesses,
        }
    if draw.state == DrawState.VOIDED and draw.voided_at:
        record |= {
            "voided_at": draw.voided_at.isoformat(),
            "void_reason": draw.void_reason,
        }
    return record


def _names(subject: Any) -> dict[str, str]:
    return {
        "id": str(subject.pk),
        "name": subject.name,
        "name_en": subject.name_en,
    }
