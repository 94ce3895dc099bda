"""Registers the people app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    """Application configuration of people."""

    name = "people"
    verbose_name = _("People")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the audit pages how the events of the register read."""
        from people.wording import register_wording  # noqa: PLC0415  # needs the models

        register_wording()
