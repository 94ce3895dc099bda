"""Publications and boards: all that public pages may read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.models import Competition, Event
from live.enums import BoardState, PublicationKind
from people.keys import uuid7


class Publication(models.Model):
    """A versioned snapshot; public pages read nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(_("kind"), max_length=12, choices=PublicationKind)
    competition = models.ForeignKey(
        Competition, on_delete=models.CASCADE, related_name="publications"
    )
    event = models.ForeignKey(
        Event,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="publications",
    )
    # What is shown: an event id, a draw id, a competition id.
    subject = models.CharField(max_length=40)
    version = models.PositiveIntegerField(default=1)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64)
    is_public = models.BooleanField(default=True)
    published_at = models.DateTimeField()

    class Meta:
        verbose_name = _("publication")
        constraints = (
            models.UniqueConstraint(
                fields=("kind", "subject"), name="live_publication_one_per_subject"
            ),
        )
        indexes = (models.Index(fields=("kind", "is_public", "-published_at")),)

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} v{self.version}"


class Board(models.Model):
    """What an event's board may show at this moment."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="board")
    state = models.CharField(
        _("state"), max_length=8, choices=BoardState, default=BoardState.HIDDEN
    )
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("board")

    def __str__(self) -> str:
        return f"{self.event_id} {self.state}"
