"""Reads published snapshots; public pages read nothing else."""

from uuid import UUID

from django.db.models import QuerySet

from live.enums import PublicationKind
from live.models import Publication


def published(kind: PublicationKind, key: UUID | str) -> Publication | None:
    """Return the snapshot of one subject that the public may see."""
    return Publication.objects.filter(
        kind=kind, subject=str(key), is_public=True
    ).first()


def latest_published(kind: PublicationKind, limit: int) -> QuerySet[Publication]:
    """Return the newest snapshots of a kind."""
    return Publication.objects.filter(kind=kind, is_public=True).order_by(
        "-published_at"
    )[:limit]
