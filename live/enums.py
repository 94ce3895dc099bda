"""The closed lists of words of what the public sees."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PublicationKind(models.TextChoices):
    """What a published snapshot shows."""

    BOARD = "board", _("Live board")
    RESULTS = "results", _("Results")
    DRAW = "draw", _("Draw")
    COMPETITION = "competition", _("Competition")


class BoardState(models.TextChoices):
    """What a board says of itself."""

    HIDDEN = "hidden", _("Hidden")
    PROGRESS = "progress", _("Progress only")
    LIVE = "live", _("Live, unconfirmed")
    FINAL = "final", _("Official result")
