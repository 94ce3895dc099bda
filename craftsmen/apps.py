"""Registers the craftsmen app with Django, and what it tells the others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CraftsmenConfig(AppConfig):
    """Application configuration of craftsmen."""

    name = "craftsmen"
    verbose_name = _("Craftsmen")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries of the apps below."""
        from craftsmen import connections  # noqa: PLC0415  # needs the models

        connections.connect()
