"""The units persons work at and competitions are held by."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from people.enums import OrganisationKind
from people.keys import uuid7
from people.models.district import District


class Organisation(models.Model):
    """An enterprise, school, office, union or association."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("English name"), max_length=200, blank=True)
    pinyin = models.CharField(max_length=300, db_index=True, editable=False)
    credit_code = models.CharField(
        _("unified social credit code"),
        max_length=18,
        unique=True,
        null=True,
        blank=True,
        error_messages={
            "unique": _("A unit with this credit code is already registered.")
        },
    )
    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        on_delete=models.PROTECT,
        related_name="organisations",
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=OrganisationKind,
        default=OrganisationKind.ENTERPRISE,
    )

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = (
            models.UniqueConstraint(
                fields=("name", "district"),
                name="people_organisation_name_once_per_district",
                violation_error_message=_(
                    "A unit of this name is already registered in this district."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese where no other is known."""
        return self.name_en if get_language() == "en" and self.name_en else self.name
