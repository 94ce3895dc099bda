"""The persons of the register, each known once."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from people.enums import IdentityKind, Sex
from people.fields import EncryptedTextField
from people.keys import uuid7
from people.models.organisation import Organisation
from people.rules.identity import mask


class Person(models.Model):
    """A competitor, judge, team leader or staff member.

    The identity number is stored sealed; ``identity_hash`` finds it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("full name"), max_length=100)
    name_en = models.CharField(_("name in Latin letters"), max_length=100, blank=True)
    # Neither SQLite nor every PostgreSQL can collate by pinyin: the service
    # stores the sort key.
    pinyin = models.CharField(max_length=300, db_index=True, editable=False)
    sex = models.CharField(_("sex"), max_length=6, choices=Sex, blank=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    identity_kind = models.CharField(
        _("identity document"),
        max_length=32,
        choices=IdentityKind,
        default=IdentityKind.RESIDENT,
    )
    identity_number = EncryptedTextField(_("identity number"), blank=True)
    identity_hash = models.CharField(
        max_length=64, unique=True, null=True, blank=True, editable=False
    )
    phone = EncryptedTextField(_("mobile phone"), blank=True)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("unit"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="persons",
    )

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("persons")

    def __str__(self) -> str:
        return self.name

    @property
    def display_name(self) -> str:
        """The name in the reader's language, Chinese where no other is known."""
        return self.name_en if get_language() == "en" and self.name_en else self.name

    @property
    def masked_identity(self) -> str:
        """The identity number as pages may show it; blank when there is none."""
        return mask(self.identity_number) if self.identity_number else ""
