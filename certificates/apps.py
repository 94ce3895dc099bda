"""Registers the certificates app with Django, and what it tells the others."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    """Application configuration of certificates."""

    name = "certificates"
    verbose_name = _("Certificates")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Fill the registries of the apps below."""
        from certificates import connections  # noqa: PLC0415  # needs the models

        connections.connect()
