"""Marks, and every operation that ever changed one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.fields import HundredthsField
from competitions.models import Event
from people.keys import uuid7
from people.models import Device, User
from scoring.enums import OperationKind, OperationStatus
from scoring.models.scheme import Aspect
from scoring.models.sheet import Sheet


class Mark(models.Model):
    """One judge's number for one aspect of one entry; seat 0 is the agreed value."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="marks")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="marks")
    seat = models.SmallIntegerField(_("seat"))
    # What was entered, as a canonical string; empty when it was taken back.
    value = models.CharField(_("value"), max_length=20, blank=True)
    mark = HundredthsField(_("mark"), null=True, blank=True)
    round = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sheet", "aspect", "seat"), name="scoring_mark_one_per_seat"
            ),
        )

    def __str__(self) -> str:
        return f"{self.aspect_id} {self.seat}: {self.value}"


class SheetNote(models.Model):
    """A judge's note to an aspect; seen by its author and the chief judge."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="notes")
    aspect = models.ForeignKey(Aspect, on_delete=models.PROTECT, related_name="+")
    seat = models.SmallIntegerField(_("seat"))
    text = models.CharField(_("note"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("sheet", "aspect", "seat"), name="scoring_note_one_per_seat"
            ),
        )

    def __str__(self) -> str:
        return self.text[:40]


class MarkOperation(models.Model):
    """An operation as a tablet sent it, with the answer it got; never changed."""

    op_id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    # The order in which the server took operations decides, not a tablet's clock.
    server_seq = models.BigIntegerField()
    device = models.ForeignKey(Device, on_delete=models.PROTECT, related_name="+")
    device_seq = models.PositiveBigIntegerField()
    author = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=5, choices=OperationKind)
    # Plain ids: an operation on a sheet that does not exist is kept as well.
    sheet_key = models.UUIDField()
    aspect_key = models.UUIDField()
    value = models.CharField(max_length=500, blank=True)
    base_version = models.PositiveIntegerField(default=0)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(choices=OperationStatus)
    answer = models.JSONField(default=dict)
    received_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=("sheet_key", "aspect_key")),)
        constraints = (
            models.UniqueConstraint(
                fields=("event", "server_seq"),
                name="scoring_operation_one_per_server_seq",
            ),
        )

    def __str__(self) -> str:
        return f"{self.op_id} {self.status}"
