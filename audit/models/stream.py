"""The head of a stream: where its chain stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.rules.chain import GENESIS


class AuditStream(models.Model):
    """One chain of events; its row is locked while events are appended."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    seq = models.PositiveBigIntegerField(_("last number"), default=0)
    hash = models.CharField(_("last hash"), max_length=64, default=GENESIS)

    class Meta:
        verbose_name = _("audit stream")
        verbose_name_plural = _("audit streams")

    def __str__(self) -> str:
        return self.name
