"""Registers the composition root with Django, for its templates and static files."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class YuejiangConfig(AppConfig):
    """Application configuration of the composition root."""

    name = "yuejiang"
    verbose_name = _("Yuejiang")

    def ready(self) -> None:
        """Tell the audit page how the events of the demo read."""
        from yuejiang.wording import register_wording  # noqa: PLC0415  # needs models

        register_wording()
