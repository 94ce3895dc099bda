"""How the events of the composition root read on the audit page."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from audit import wording

DEMO_LOADED: Final = "demo.loaded"


def register_wording() -> None:
    """Let the loading of the demo read as a sentence."""
    wording.register(DEMO_LOADED, _("Loaded the demo"))
