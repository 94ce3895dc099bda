"""The paper app as Django sees it: no models, only drawing."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    """Registers the drawing app; faces are opened when something is first drawn."""

    name = "paper"
    verbose_name = "Paper"
