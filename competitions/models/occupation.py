"""Occupations of the national dictionary."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Occupation(models.Model):
    """One occupation (职业) of the national dictionary, with its official name."""

    code = models.CharField(_("code"), max_length=16, unique=True)
    name = models.CharField(_("name"), max_length=100)
    name_en = models.CharField(_("English name"), max_length=120, blank=True)
    edition = models.CharField(_("edition"), max_length=20, default="2022")

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
