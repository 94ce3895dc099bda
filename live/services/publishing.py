"""Publishes snapshots: the only thing that public pages read."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from live.enums import PublicationKind
from live.models import Publication


@dataclass(frozen=True)
class Subject:
    """What a snapshot is of: its kind, its key and the competition it belongs to."""

    kind: PublicationKind
    key: str
    competition_id: UUID
    event_id: UUID | None = None


@transaction.atomic
def publish(
    *, subject: Subject, content: dict[str, Any], at: datetime
) -> tuple[Publication, bool]:
    """Store a snapshot under the next version; tell whether anything changed.

    The same content keeps its version: nobody re-reads what he has already seen.
    """
    fresh = _content_hash(content)
    publication, is_new = Publication.objects.select_for_update().get_or_create(
        kind=subject.kind,
        subject=subject.key,
        defaults={
            "competition_id": subject.competition_id,
            "event_id": subject.event_id,
            "content": content,
            "content_hash": fresh,
            "published_at": at,
        },
    )
    if is_new:
        return publication, True
    if publication.content_hash == fresh and publication.is_public:
        return publication, False
    publication.content, publication.content_hash = content, fresh
    publication.version += 1
    publication.is_public, publication.published_at = True, at
    publication.save(
        update_fields=[
            "content",
            "content_hash",
            "version",
            "is_public",
            "published_at",
        ]
    )
    return publication, True


@transaction.atomic
def withdraw(*, subject: Subject, at: datetime) -> bool:
    """Take a snapshot from the public and empty it; tell whether there was one."""
    publication = (
        Publication.objects.select_for_update()
        .filter(kind=subject.kind, subject=subject.key, is_public=True)
        .first()
    )
    if publication is None:
        return False
    publication.content, publication.content_hash = {}, ""
    publication.version += 1
    publication.is_public, publication.published_at = False, at
    publication.save(
        update_fields=[
            "content",
            "content_hash",
            "version",
            "is_public",
            "published_at",
        ]
    )
    return True


def _content_hash(content: dict[str, Any]) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
