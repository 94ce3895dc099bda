"""Registers the composition root with Django, for its templates and static files."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class YuejiangConfig(AppConfig):
    """Application configuration of the composition root."""

    name = "yuejiang"
    verbose_name = _("Yuejiang")
