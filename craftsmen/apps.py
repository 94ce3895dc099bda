"""Registers the craftsmen app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CraftsmenConfig(AppConfig):
    """Application configuration of craftsmen."""

    name = "craftsmen"
    verbose_name = _("Craftsmen")
    default_auto_field = "django.db.models.BigAutoField"
