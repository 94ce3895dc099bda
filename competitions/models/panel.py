"""Panels: the judges appointed to mark an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from competitions.enums import ConflictHandling, MeasurementPart, SeatKind
from competitions.models.entry import Entry
from competitions.models.event import Event
from people.keys import uuid7
from people.models import User


class Panel(models.Model):
    """A marking team of an event; a sub criterion is marked by one panel."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="panels")
    name = models.CharField(_("name"), max_length=60)

    class Meta:
        verbose_name = _("panel")
        constraints = (
            models.UniqueConstraint(
                fields=("event", "name"),
                name="competitions_panel_one_per_name",
                violation_error_message=_(
                    "There is already a panel of this name; choose another."
                ),
            ),
        )

    def __str__(self) -> str:
        return self.name


class PanelSeat(models.Model):
    """A numbered seat of a panel, and what its judge does at a measurement."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField(_("seat"))
    kind = models.CharField(
        _("kind"), max_length=8, choices=SeatKind, default=SeatKind.JUDGE
    )
    measurement_part = models.CharField(
        _("when measuring"),
        max_length=12,
        choices=MeasurementPart,
        default=MeasurementPart.CO_SIGNER,
    )
    judge = models.ForeignKey(
        User, verbose_name=_("judge"), on_delete=models.PROTECT, related_name="seats"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("panel", "number"), name="competitions_seat_one_per_number"
            ),
            models.UniqueConstraint(
                fields=("panel", "judge"),
                name="competitions_seat_one_per_judge",
                violation_error_message=_("This judge already sits on this panel."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1), name="competitions_seat_from_one"
            ),
        )

    def __str__(self) -> str:
        return f"{self.panel_id} {self.number}"


class ConflictDeclaration(models.Model):
    """What was decided about one seat and one entry in conflict (回避)."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    seat = models.ForeignKey(
        PanelSeat, on_delete=models.CASCADE, related_name="conflicts"
    )
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="conflicts")
    handling = models.CharField(_("decision"), max_length=8, choices=ConflictHandling)
    reason = models.CharField(_("reason"), max_length=300)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("seat", "entry"), name="competitions_conflict_decided_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.seat_id} {self.entry_id} {self.handling}"
