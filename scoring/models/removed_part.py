"""What was last taken out of a draft, so that it can be put back."""

from django.db import models

from people.keys import uuid7
from scoring.models.scheme import MarkingScheme


class RemovedPart(models.Model):
    """A part of a draft; it fits in again while nothing else has changed.

    ``edit_version`` is the scheme's as the part went; a later one has moved on.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    scheme = models.OneToOneField(
        MarkingScheme, on_delete=models.CASCADE, related_name="removed_part"
    )
    edit_version = models.PositiveIntegerField()
    # Positions from 1, as in ``scoring.rules.scheme_places``.
    place = models.JSONField()
    # The part as ``scoring.rules.scheme_parts`` writes it.
    content = models.JSONField()
    # The panels of its sub criteria, keys by codes.
    panels = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.place}"
