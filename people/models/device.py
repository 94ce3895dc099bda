"""The tablets marks come from."""

import hashlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.keys import uuid7


class Device(models.Model):
    """A browser on one tablet, known again by its key; only the key's hash is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(_("name"), max_length=80)
    key_hash = models.CharField(max_length=64, unique=True, editable=False)
    enrolled_at = models.DateTimeField(_("enrolled at"))
    last_seen_at = models.DateTimeField(_("last seen at"), null=True, blank=True)
    last_sequence = models.PositiveBigIntegerField(_("last sequence"), default=0)

    class Meta:
        verbose_name = _("device")
        verbose_name_plural = _("devices")

    def __str__(self) -> str:
        return self.name

    @staticmethod
    def hash_key(key: str) -> str:
        """Return what the database keeps of a key; keys are long and random."""
        return hashlib.sha256(key.encode()).hexdigest()
