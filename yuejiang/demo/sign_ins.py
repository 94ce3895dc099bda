"""The accounts of the demo, as they are printed when it starts."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from yuejiang.demo.cast import PASSWORD, PIN

SIGN_INS: Final = (
    ("officer", _("Bureau officer")),
    ("organiser", _("Organiser")),
    ("unit", _("Unit contact")),
    ("chief", _("Chief judge")),
    ("judge1", _("Judge")),
    ("winner", _("Competitor")),
    ("admin", _("System administrator")),
)


def sign_in_lines() -> list[str]:
    """Return a line for each role: name, password and what the account is for."""
    lines = [f"{name:10} {PASSWORD}   {role}" for name, role in SIGN_INS]
    return [*lines, str(_("Judges sign with the PIN %(pin)s.") % {"pin": PIN})]
