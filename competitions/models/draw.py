"""Draws: committed before the public value exists, recomputable by anyone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.enums import DrawKind, DrawState
from competitions.models.event import Event
from people.keys import uuid7
from people.models import User


class Draw(models.Model):
    """One draw of an event; commitments stay public even when voided."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="draws")
    kind = models.CharField(_("kind"), max_length=12, choices=DrawKind)
    state = models.CharField(
        _("state"), max_length=10, choices=DrawState, default=DrawState.COMMITTED
    )
    algorithm = models.CharField(max_length=40)
    # The secret stays empty in the database's public copies until the draw; it is
    # what the commitment hides.
    secret = models.CharField(max_length=64)
    commitment = models.CharField(_("commitment"), max_length=64)
    public_value_source = models.CharField(_("public value"), max_length=200)
    public_value = models.CharField(_("drawn public value"), max_length=100, blank=True)
    seed = models.CharField(max_length=64, blank=True)
    # In the committed order, named as the public was told that day:
    # [{"entry": "<id>", "name": "王某", "unit": "…"}, …]
    participants = models.JSONField(default=list)
    # In the order drawn: [{"entry": "<id>", "given": 1}, …]
    result = models.JSONField(default=list, blank=True)
    witnesses = models.CharField(_("witnesses"), max_length=200, blank=True)
    void_reason = models.CharField(_("reason"), max_length=300, blank=True)
    committed_at = models.DateTimeField()
    committed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("draw")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "kind"),
                condition=~models.Q(state=DrawState.VOIDED),
                name="competitions_draw_one_valid_per_kind",
                violation_error_message=_(
                    "There is already a draw of this kind; void it first."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.event_id} {self.kind}"
