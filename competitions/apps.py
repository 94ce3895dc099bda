"""Registers the competitions app with Django, and what it tells the others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetitionsConfig(AppConfig):
    """Application configuration of competitions."""

    name = "competitions"
    verbose_name = _("Competitions")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries of the apps below and our own."""
        from competitions import connections  # noqa: PLC0415  # needs the models

        connections.connect()
