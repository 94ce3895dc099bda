"""Frames: a published board as it travels to pages and sockets."""

import json
from typing import Any
from uuid import UUID

from live.enums import PublicationKind
from live.models import Publication


def frame_of(publication: Publication) -> dict[str, Any]:
    """Return what a viewer receives: the content with its version and time."""
    return {
        **publication.content,
        "version": publication.version,
        "as_of": publication.published_at.isoformat(),
    }


def board_frame(event_id: UUID | str) -> tuple[int, str | None]:
    """Return the version of an event's board and its encoded frame, if it is public."""
    publication = Publication.objects.filter(
        kind=PublicationKind.BOARD, subject=str(event_id)
    ).first()
    if publication is None:
        return 0, None
    if not publication.is_public:
        return publication.version, None
    return publication.version, json.dumps(frame_of(publication), ensure_ascii=False)
