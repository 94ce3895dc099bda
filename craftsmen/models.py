"""Indicators of the year and the targets set for them."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from craftsmen.enums import IndicatorSource


class Indicator(models.Model):
    """A figure the city reports, with the definition printed beside it."""

    code = models.SlugField(_("code"), unique=True)
    name = models.CharField(_("name"), max_length=60)
    name_en = models.CharField(_("English name"), max_length=80)
    source = models.CharField(_("counts"), max_length=12, choices=IndicatorSource)
    # Which rows count: levels and first counted state, or credential codes.
    selection = models.JSONField(default=dict)
    definition = models.CharField(_("definition"), max_length=300)
    definition_en = models.CharField(_("English definition"), max_length=400)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("indicator")

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name

    @property
    def display_definition(self) -> str:
        """The definition in the reader's language."""
        return self.definition_en if get_language() == "en" else self.definition


class Target(models.Model):
    """What the city wants to reach in one year, and the document that says so."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="targets"
    )
    year = models.PositiveSmallIntegerField(_("year"))
    value = models.PositiveIntegerField(_("target"))
    document_number = models.CharField(_("document number"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("target")
        constraints = (
            models.UniqueConstraint(
                fields=("indicator", "year"), name="craftsmen_target_one_per_year"
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year}"
