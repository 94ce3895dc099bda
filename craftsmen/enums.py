"""The closed lists of words of targets and reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndicatorSource(models.TextChoices):
    """What an indicator counts."""

    COMPETITIONS = "competitions", _("Competitions of a level")
    CREDENTIALS = "credentials", _("Titles held by credential code")
