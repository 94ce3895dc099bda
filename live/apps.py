"""Registers the live app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    """Application configuration of live."""

    name = "live"
    verbose_name = _("Live")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect the receivers of the apps below and fill their registries."""
        from live import connections, receivers  # noqa: F401, PLC0415  # need the models

        connections.connect()
