"""The districts of the city, reference data by their GB/T 2260 codes."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _


class District(models.Model):
    """A district or county of the city; the city's own code stands for 市直."""

    code = models.CharField(_("code"), max_length=6, primary_key=True)
    name = models.CharField(_("name"), max_length=40)
    name_en = models.CharField(_("English name"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name
