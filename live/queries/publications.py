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


def published_draws(competition_id: UUID) -> QuerySet[Publication]:
    """Return the draws of a competition that the public may recompute, oldest first."""
    return Publication.objects.filter(
        kind=PublicationKind.DRAW, competition=competition_id, is_public=True
    ).order_by("content__event__name", "subject")


def latest_published(kind: PublicationKind, limit: int) -> QuerySet[Publication]:
    """Return the newest snapshots of a kind, by the moment their content tells.

    A snapshot written anew does not become news.
    """
    return Publication.objects.filter(kind=kind, is_public=True).order_by(
        "-content__published_at", "-published_at"
    )[:limit]
