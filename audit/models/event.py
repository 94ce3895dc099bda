"""One thing that happened, chained to the one before it in its stream."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from audit.models.stream import AuditStream


class AuditEvent(models.Model):
    """A row that is written once, in the transaction of what it tells of.

    Actor and object are opaque texts (``user:<id>``, ``entry:<id>``), so that this
    app knows none of the apps above it.
    """

    stream = models.ForeignKey(
        AuditStream,
        verbose_name=_("stream"),
        to_field="name",
        db_column="stream",
        db_index=False,  # the unique constraint below begins with the stream
        on_delete=models.PROTECT,
        related_name="events",
    )
    seq = models.PositiveBigIntegerField(_("number"))
    at = models.DateTimeField(_("time"))
    actor = models.CharField(_("actor"), max_length=80)
    action = models.CharField(_("action"), max_length=60)
    object_id = models.CharField(_("object"), max_length=80)
    payload = models.JSONField(_("details"), default=dict)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        constraints = (
            models.UniqueConstraint(
                fields=("stream", "seq"), name="audit_event_seq_once_per_stream"
            ),
        )
        indexes = (
            models.Index(fields=("stream", "-at"), name="audit_event_latest"),
            models.Index(fields=("object_id", "at"), name="audit_event_of_object"),
        )

    def __str__(self) -> str:
        return f"{self.stream_id} {self.seq} {self.action}"
