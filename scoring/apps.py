"""Registers the scoring app with Django, and what it tells the others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScoringConfig(AppConfig):
    """Application configuration of scoring."""

    name = "scoring"
    verbose_name = _("Scoring")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries of the apps below and listen to them."""
        from scoring import (  # noqa: PLC0415  # need the models
            connections,
            receivers,  # noqa: F401  # listens once it is imported
        )

        connections.connect()
